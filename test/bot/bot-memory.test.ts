import { describe, expect, it } from "vitest";
import { replyHours, threadMinutes } from "../../src/bot/bot-memory.ts";
import { inventedBot } from "../support/invented-bot.ts";
import { cite, invented, passagesReply } from "../support/invented-reply.ts";
import {
  press,
  sent,
  textMessage,
  updateOf,
  message,
  user,
  botInfo,
} from "../support/recording-telegram.ts";

const minuteMs = 60_000;

function timedBot() {
  let now = 1_000;
  const bot = inventedBot({ clock: { now: () => now } });
  return { ...bot, wait: (ms: number) => void (now += ms) };
}

describe("what the bot remembers", () => {
  it("is the thread of a conversation, for a while", async () => {
    const { send, asked, wait } = timedBot();
    await send(sent("Qui a signé ?"));
    wait((threadMinutes - 1) * minuteMs);
    await send(sent("et où ?"));
    expect(asked[1]?.previous?.question).toBe("Qui a signé ?");
    wait((threadMinutes + 1) * minuteMs);
    await send(sent("et quand ?"));
    expect(asked[2]?.previous).toBeUndefined();
  });

  it("serves the buttons of a reply for a day, then asks to ask again", async () => {
    const { send, telegram, wait } = timedBot();
    await send(sent("Qui a signé ?"));
    const id = telegram.lastMessageId();
    wait((replyHours - 1) * 60 * minuteMs);
    expect((await send(press("p:1", id)))[0]?.text).toMatch(/^Autres passages/);
    wait(2 * 60 * minuteMs);
    const [old] = await send(press("p:1", id));
    expect(old?.method).toBe("answerCallbackQuery");
    expect(old?.text).toMatch(/Redemandez/);
    expect(old?.payload["show_alert"]).toBe(true);
  });

  it("leads back from a context to the page it was opened from", async () => {
    const passages = [
      "ont signé un accord",
      "prévoit un débit",
      "Une nouvelle rencontre",
      "Genève",
    ];
    const [own, ...others] = passages.map((passage, i) => cite(invented, passage, { n: i + 1 }));
    const reply = passagesReply([own!], {}, [...others, cite(invented, "en juin", { n: 5 })]);
    const bot = inventedBot({ ask: () => Promise.resolve(reply) });
    await bot.send(sent("Qui a signé ?"));
    const id = bot.telegram.lastMessageId();
    for (const page of [0, 1, 2]) {
      const [shown] = await bot.send(press(`p:${page}`, id));
      const context = shown?.buttons.find(([label]) => label.startsWith("Contexte"))?.[1] ?? "";
      const [opened] = await bot.send(press(context, id));
      const back = opened?.buttons.find(([label]) => label.includes("Retour"))?.[1];
      expect(back).toBe(`p:${page}`);
    }
  });

  it("still shows the context of a forgotten answer, below it instead of in its place", async () => {
    const { send, telegram, wait } = timedBot();
    const [answer] = await send(sent("Qui a signé ?"));
    const id = telegram.lastMessageId();
    const context = answer?.buttons.find(([label]) => label === "Contexte")?.[1] ?? "";
    wait(2 * replyHours * 60 * minuteMs);
    const [shown] = await send(press(context, id));
    expect(shown?.method).toBe("sendMessage");
    expect(shown?.text).toContain("Une nouvelle rencontre est prévue à Genève en juin.");
    expect(shown?.buttons.map(([label]) => label)).toEqual(["Le Quotidien du Rhône ↗"]);
  });

  it("never shows a context that is no longer what was quoted", async () => {
    const { send } = timedBot();
    const [refused] = await send(press("c:12Z7FVxMfYiz:3:9:AAAA", 5));
    expect(refused?.method).toBe("answerCallbackQuery");
    expect(refused?.text).toMatch(/n’est plus dans ma collection/);
  });

  it("goes on request", async () => {
    const { send, asked, telegram } = timedBot();
    await send(press("l:en", 5));
    await send(sent("Qui a signé ?"));
    const id = telegram.lastMessageId();
    const [forgotten] = await send(sent("/forget"));
    expect(forgotten?.text).toMatch(/^Erased/);
    await send(sent("et où ?"));
    expect(asked[1]).toMatchObject({ lang: "fr" });
    expect(asked[1]?.previous).toBeUndefined();
    expect((await send(press("p:1", id)))[0]?.text).toMatch(/Redemandez/);
  });

  it("goes from every chat on request, but for the language of a group", async () => {
    const { send, asked } = timedBot();
    const group = { group: true } as const;
    const other = { ...user, id: 99 };
    await send(sent("/langue@sourcier_test_bot fr", group));
    await send(sent("@sourcier_test_bot qui a signé ?", group));
    await send(sent("@sourcier_test_bot qui est venu ?", { ...group, from: other }));
    const [inPrivate] = await send(sent("/oublier"));
    expect(inPrivate?.text).not.toMatch(/groupe/);
    await send(sent("@sourcier_test_bot et où ?", group));
    await send(sent("@sourcier_test_bot et quand ?", { ...group, from: other }));
    expect(asked[2]?.previous).toBeUndefined();
    expect(asked[3]?.previous?.question).toBe("qui est venu ?");
    const [inGroup] = await send(sent("/oublier@sourcier_test_bot", group));
    expect(inGroup?.text).toMatch(/La langue choisie pour ce groupe reste/);
    await send(
      sent("@sourcier_test_bot who?", { ...group, from: { ...user, language_code: "en" } }),
    );
    expect(asked[4]?.lang).toBe("fr");
  });

  it("does not go from another group when an anonymous administrator asks", async () => {
    const { send, asked } = timedBot();
    const anonymous = (text: string, groupId: number) => {
      const chat = { id: groupId, type: "supergroup" as const, title: "Groupe" };
      const from = { id: 1087968824, is_bot: true, first_name: "Group" };
      const message = { ...textMessage(text, { group: true }), chat, from, sender_chat: chat };
      return updateOf("message", message);
    };
    await send(anonymous("@sourcier_test_bot qui a signé ?", -1));
    await send(anonymous("/oublier@sourcier_test_bot", -2));
    await send(anonymous("@sourcier_test_bot et où ?", -1));
    expect(asked[1]?.previous?.question).toBe("qui a signé ?");
  });

  it("goes when the bot is blocked", async () => {
    const { send, asked } = timedBot();
    await send(sent("Qui a signé ?"));
    const { chat, date, from } = message();
    const member = { status: "member", user: botInfo };
    const blocked = { status: "kicked", user: botInfo, until_date: 0 };
    await send(
      updateOf("my_chat_member", {
        chat,
        date,
        from,
        old_chat_member: member,
        new_chat_member: blocked,
      }),
    );
    await send(sent("et où ?"));
    expect(asked[1]?.previous).toBeUndefined();
  });

  it("stays with whom it belongs to", async () => {
    const { send, asked, telegram } = timedBot();
    await send(sent("Qui a signé ?"));
    const id = telegram.lastMessageId();
    const other = { ...user, id: 99 };
    await send(sent("et où ?", { from: other }));
    expect(asked[1]?.previous).toBeUndefined();
    // The same message id in another chat is another message.
    expect((await send(press("p:1", id, { from: other })))[0]?.text).toMatch(/Redemandez/);
  });
});
