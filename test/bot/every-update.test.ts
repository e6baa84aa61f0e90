import type { Update } from "grammy/types";
import { describe, expect, it } from "vitest";
import { allowedUpdates } from "../../src/bot/allowed-updates.ts";
import { contentKinds } from "../../src/bot/features/unhandled.ts";
import { inventedBot } from "../support/invented-bot.ts";
import {
  botInfo,
  message,
  press,
  sent,
  textMessage,
  update,
  updateOf,
  user,
  type MessageOptions,
} from "../support/recording-telegram.ts";

const inlineQuery = (query: string): Update =>
  update({ inline_query: { id: "1", from: user, query, offset: "" } });

const membership = (status: "member" | "kicked"): Update => {
  const { chat, date, from } = message();
  const left = { status: "kicked", user: botInfo, until_date: 0 } as const;
  const member = { status: "member", user: botInfo } as const;
  return updateOf("my_chat_member", {
    chat,
    date,
    from,
    old_chat_member: left,
    new_chat_member: status === "member" ? member : left,
  });
};

const withContent = (kind: string, group = false): Update =>
  updateOf("message", { ...message({ group }), [kind]: {} });

/** One update at least of every kind that the bot asks for, and the first thing people see of it. */
const answered: Readonly<
  Record<(typeof allowedUpdates)[number], readonly (readonly [Update, RegExp])[]>
> = {
  message: [
    [sent("Qui a signé ?"), /^Voici ce que disent/],
    [sent("/inconnue"), /ne connais pas cette commande/],
    ...contentKinds.map((kind) => [withContent(kind), /^Je ne lis que le texte/] as const),
  ],
  edited_message: [[updateOf("edited_message", textMessage("Qui signe ?")), /^Voici ce que/]],
  callback_query: [[press("z:?", 5), /^Ce bouton date/]],
  inline_query: [[inlineQuery("Rhône"), /^$/]],
  my_chat_member: [],
};

const photo = (caption: string | null, options: MessageOptions = {}, album: string | null = null) =>
  updateOf("message", {
    ...message(options),
    photo: [],
    ...(caption === null ? {} : { caption, caption_entities: textMessage(caption).entities }),
    ...(album === null ? {} : { media_group_id: album }),
  });

describe("what is written below a picture", () => {
  it("is read like a message", async () => {
    const bot = inventedBot();
    const [answer] = await bot.send(photo("Qui a signé ?"));
    expect(answer?.text).toMatch(/^Voici ce que/);
    await bot.send(photo("@sourcier_test_bot Qui a signé ?", { group: true }));
    expect(bot.asked.map(({ question }) => question)).toEqual(["Qui a signé ?", "Qui a signé ?"]);
    expect(await bot.send(photo("Qui a signé ?", { group: true }))).toEqual([]);
    expect((await bot.send(photo("/Articles")))[0]?.text).toMatch(/^Le seul article/);
  });

  it("is answered once for an album", async () => {
    const bot = inventedBot();
    expect(await bot.send(photo("Qui a signé ?", {}, "album 1"))).toHaveLength(1);
    expect(await bot.send(photo(null, {}, "album 1"))).toEqual([]);
    const first = photo(null, {}, "album 2");
    expect((await bot.send(first))[0]?.text).toMatch(/^Je ne lis que le texte/);
    expect(await bot.send(first)).toHaveLength(1);
    expect(await bot.send(photo(null, {}, "album 2"))).toEqual([]);
  });
});

describe("every kind of update", () => {
  it("is asked for by name", () => {
    expect(Object.keys(answered).sort()).toEqual([...allowedUpdates].sort());
  });

  it.each(
    Object.entries(answered).flatMap(([kind, updates]) =>
      updates.map((one) => [kind, ...one] as const),
    ),
  )("gets an answer in private: %s", async (_kind, one, wanted) => {
    const [first, ...more] = await inventedBot().send(one);
    expect(first?.text).toMatch(wanted);
    expect(more).toEqual([]);
  });

  it.each([
    ["being added or blocked", membership("member")],
    ["being blocked", membership("kicked")],
    ["a pinned message", withContent("pinned_message")],
    ["a new title", withContent("new_chat_title")],
    ["an edited picture", updateOf("edited_message", { ...message(), photo: [] })],
    ["a sticker in a group", withContent("sticker", true)],
    ["talk in a group", sent("Bonjour à tous", { group: true })],
    ["its own inline result", updateOf("message", { ...textMessage("« … »"), via_bot: botInfo })],
    ["another bot", sent("Bip", { from: { ...user, is_bot: true } })],
  ])("is met with silence, as stated: %s", async (_what, one) => {
    expect(await inventedBot().send(one)).toEqual([]);
  });

  it("answers every press of a button, even when handling it fails", async () => {
    const broken = inventedBot({
      corpus: {
        articles: () => Promise.reject(new RangeError("disk")),
        article: () => Promise.reject(new RangeError("disk")),
        encounters: () => Promise.reject(new RangeError("disk")),
      },
    });
    const calls = await broken.send(press("a:0", 5));
    expect(calls.map(({ method, text }) => [method, text])).toEqual([
      ["answerCallbackQuery", expect.stringMatching(/^Désolé/)],
    ]);
    expect(broken.log()).toContain("RangeError");
  });
});
