import type { BotCommand } from "grammy/types";
import { describe, expect, it } from "vitest";
import { commandNames } from "../../src/bot/command-group.ts";
import { describeBot } from "../../src/bot/describe-bot.ts";
import { encodeStartPayload, parseStartPayload } from "../../src/bot/start-payload.ts";
import { shortKey } from "../../src/reply/button-reference.ts";
import { textsOf } from "../../src/reply/texts/texts-of.ts";
import type { CommandId } from "../../src/reply/texts/texts.ts";
import { encounter, invented } from "../support/invented-reply.ts";
import { inventedBot } from "../support/invented-bot.ts";
import { press, sent, user } from "../support/recording-telegram.ts";

const bob = { ...user, id: 7, language_code: "en" };
const ids = Object.keys(textsOf("en").commands) as CommandId[];

describe("describeBot()", () => {
  it("registers every command for default, private and group chats, in French and English", async () => {
    const { bot, telegram } = inventedBot();
    await describeBot(bot.api, "fr");
    const commands = telegram.calls.filter(({ method }) => method === "setMyCommands");
    const seen = commands.map(({ payload }) => {
      const {
        scope,
        language_code = "default",
        commands: list,
      } = payload as unknown as {
        scope: { type: string };
        language_code?: string;
        commands: BotCommand[];
      };
      for (const { command, description } of list) {
        expect(command).toMatch(/^[a-z0-9_]{1,32}$/);
        expect(description.length).toBeGreaterThan(0);
        expect(description.length).toBeLessThanOrEqual(256);
      }
      return [scope.type, language_code, list.length, list[0]?.command];
    });
    expect(seen.sort()).toEqual([
      ["all_group_chats", "default", 6, "qui"],
      ["all_group_chats", "en", 6, "who"],
      ["all_group_chats", "fr", 6, "qui"],
      ["all_private_chats", "default", ids.length, "qui"],
      ["all_private_chats", "en", ids.length, "who"],
      ["all_private_chats", "fr", ids.length, "qui"],
      ["default", "default", ids.length, "qui"],
      ["default", "en", ids.length, "who"],
      ["default", "fr", ids.length, "qui"],
    ]);
  });

  it("describes the bot within Telegram's limits", async () => {
    const { bot, telegram } = inventedBot();
    await describeBot(bot.api, "en");
    const about = telegram.calls.filter(({ method }) => method === "setMyShortDescription");
    expect(about.map(({ payload }) => payload["language_code"])).toEqual([undefined, "fr", "en"]);
  });
});

describe("every command", () => {
  it.each(ids.flatMap((id) => commandNames(id).map((name) => [name, id] as const)))(
    "/%s answers in both languages, whatever name it is called by",
    async (name) => {
      const bot = inventedBot();
      const [french] = await bot.send(sent(`/${name}`));
      const [english] = await bot.send(sent(`/${name}`, { from: bob }));
      expect(french?.text.length).toBeGreaterThan(10);
      expect(english?.text.length).toBeGreaterThan(10);
      expect(english?.text).not.toBe(french?.text);
      expect(french?.text).not.toMatch(/ne connais pas cette commande/);
    },
  );

  it.each([
    ["/Articles", false],
    ["/ARTICLES", false],
    ["/articles@Sourcier_Test_Bot", true],
    ["/ARTICLES@sourcier_test_bot", true],
    ["@sourcier_test_bot /articles", true],
  ])("is known however it is written: %s", async (text, group) => {
    const [answer] = await inventedBot().send(sent(text, { group }));
    expect(answer?.text).toMatch(/^Le seul article/);
  });

  it("keeps the words behind it as they were written", async () => {
    const bot = inventedBot();
    const named = sent("@sourcier_test_bot /Qui Reto Baumann", { group: true });
    await bot.send(named);
    await bot.send(named); // as delivery does after a failure
    expect(bot.asked.map(({ question }) => question)).toEqual([
      "Qui a rencontré Reto Baumann\u202f?",
      "Qui a rencontré Reto Baumann\u202f?",
    ]);
  });

  it("is suggested when it is nearly right", async () => {
    const bot = inventedBot();
    const suggested = async (text: string) => (await bot.send(sent(text)))[0]?.text;
    expect(await suggested("/articels")).toMatch(/Vouliez-vous dire \/articles/);
    expect(await suggested("/hlep")).toMatch(/Vouliez-vous dire \/help/);
    expect(await suggested("/xyzzy")).toMatch(/commande\. \/aide donne la liste/);
  });

  it("lists them in /help", async () => {
    const [help] = await inventedBot().send(sent("/help", { from: bob }));
    for (const id of ids) expect(help?.text).toContain(`/${textsOf("en").commands[id].name} ·`);
  });
});

describe("/start and /help", () => {
  it("suggest a question about an article in one short line, whatever its title", async () => {
    const title = `À Lyon,\n\n${"le fleuve ".repeat(600)}`;
    const bot = inventedBot({
      corpus: {
        articles: () => Promise.resolve([{ ...invented, title }]),
        article: () => Promise.resolve(null),
        encounters: () => Promise.resolve([encounter()]),
      },
    });
    for (const command of ["/start", "/help"]) {
      const [page] = await bot.send(sent(command));
      const line = page?.text.split("\n").find((one) => one.includes("le fleuve"));
      expect(line).toMatch(
        /^• Le lien de l’article «\u00a0À Lyon, le fleuve [^\n]*…\u00a0»\u202f\?$/,
      );
    }
  });
});

describe("/language", () => {
  it("holds for the chat until it is made automatic again", async () => {
    const bot = inventedBot();
    const [choice] = await bot.send(sent("/langue"));
    expect(choice?.buttons.map(([label]) => label)).toEqual(["Français", "English", "Automatique"]);
    const [chosen] = await bot.send(press("l:en", 5));
    expect(chosen?.text).toMatch(/^Noted: I answer in English/);
    await bot.send(sent("Qui a signé ?"));
    expect(bot.asked[0]?.lang).toBe("en");
    await bot.send(press("l:", 5));
    await bot.send(sent("Qui a signé ?"));
    expect(bot.asked[1]?.lang).toBe("fr");
  });

  it("is the question's own where nobody has told one we speak", async () => {
    const bot = inventedBot();
    await bot.send(sent("Wer hat unterschrieben?", { from: { ...user, language_code: "de" } }));
    expect(bot.asked[0]?.lang).toBeUndefined();
  });

  it("stays the one last spoken where Telegram's is none of ours", async () => {
    const bot = inventedBot();
    const from = { ...user, language_code: "de" };
    await bot.send(sent("Who signed the agreement, and with whom?", { from }));
    expect((await bot.send(sent("thanks", { from })))[0]?.text).toMatch(/^You are welcome/);
    expect((await bot.send(sent("/source", { from })))[0]?.text).toMatch(/^Here is/);
    expect(bot.asked.at(-1)).toMatchObject({ question: "The link?", lang: "en" });
    const [list] = await bot.send(press("a:0", 5, { from }));
    expect(list?.text).toMatch(/^The only article/);
    await bot.send(sent("Qui a signé ?", { from }));
    expect((await bot.send(sent("ok", { from })))[0]?.text).toMatch(/^Bien/);
  });
});

describe("/who", () => {
  it("offers everybody, and asks about the one chosen or named", async () => {
    const bot = inventedBot();
    const [people] = await bot.send(sent("/qui"));
    expect(people?.buttons.map(([label]) => label)).toEqual([
      "Hélène Dubreuil (1)",
      "Reto Baumann (1)",
    ]);
    await bot.send(press(people?.buttons[1]?.[1] ?? "", 5));
    await bot.send(sent("/qui Reto Baumann"));
    await bot.send(sent("/who Did Baumann meet anyone?", { from: bob }));
    expect(bot.asked.map(({ question }) => question)).toEqual([
      "Qui a rencontré Reto Baumann\u202f?",
      "Qui a rencontré Reto Baumann\u202f?",
      "Did Baumann meet anyone?",
    ]);
  });
});

describe("/graph", () => {
  const png = Uint8Array.from([137, 80, 78, 71]);
  const requests: unknown[] = [];
  const draw = (request: unknown) => {
    requests.push(request);
    return Promise.resolve(png);
  };
  const pictures = { drawGraph: draw, drawTimeline: draw };

  it("sends a picture whose caption says the same in words, and leads to the timeline", async () => {
    const [photo] = await inventedBot({ pictures }).send(sent("/graphe baumann"));
    expect(photo?.method).toBe("sendPhoto");
    expect(photo?.text).toMatch(/^Les rencontres de Reto Baumann/);
    expect(photo?.text).toContain("• Hélène Dubreuil a rencontré Reto Baumann");
    expect(photo?.buttons[0]?.[0]).toBe("Chronologie");
    expect(requests.at(-1)).toMatchObject({ person: "reto-baumann", lang: "fr" });
  });

  it("keeps the caption under 1,024 characters however much there is to tell", async () => {
    const many = Array.from({ length: 200 }, (_, i) =>
      encounter({ id: `m${i}`, place: `Ville ${i}` }),
    );
    const corpus = {
      articles: () => Promise.resolve([invented]),
      article: () => Promise.resolve(invented),
      encounters: () => Promise.resolve(many),
    };
    const [photo] = await inventedBot({ pictures, corpus }).send(sent("/graph"));
    expect(photo?.text.length).toBeLessThanOrEqual(1024);
    expect(photo?.text).toMatch(/et \d+ autres\.$/);
  });

  it.each([400, 429])("sends the picture though the chat action meets %d", async (code) => {
    const bot = inventedBot({ pictures });
    bot.telegram.refuseNext("sendChatAction", code, "refused");
    const [photo] = await bot.send(sent("/graph"));
    expect(photo?.method).toBe("sendPhoto");
  });

  it("tells in words what a chat takes no picture of", async () => {
    const bot = inventedBot({ pictures });
    const problem = "Bad Request: not enough rights to send photos to the chat";
    bot.telegram.refuseNext("sendPhoto", 400, problem);
    const [, words] = await bot.send(sent("/graph"));
    expect(words?.text).toMatch(/^Je ne peux pas dessiner ici/);
    expect(words?.text).toContain("• Hélène Dubreuil a rencontré Reto Baumann");
  });

  it("tells in words what it cannot draw, and whom it does not know", async () => {
    const [words] = await inventedBot().send(sent("/graph"));
    expect(words?.text).toMatch(/^Je ne peux pas dessiner ici/);
    const [unknown] = await inventedBot({ pictures }).send(sent("/graph Zorro"));
    expect(unknown?.text).toMatch(/aucune rencontre de «\u00a0Zorro\u00a0»/);
  });
});

describe("deep links", () => {
  it("ask a question or open an article, in at most 64 safe characters", async () => {
    const bot = inventedBot();
    const question = encodeStartPayload({ kind: "question", question: "Qui a signé à Lyon ?" });
    expect(question).toMatch(/^[\w-]{1,64}$/);
    const [asked, answer] = await bot.send(sent(`/start ${question ?? ""}`));
    expect(asked?.text).toBe("Votre question\u00a0: Qui a signé à Lyon ?");
    expect(answer?.text).toMatch(/^Voici ce que/);
    const article = encodeStartPayload({ kind: "article", article: shortKey(invented.articleId) });
    const [card] = await bot.send(sent(`/start ${article ?? ""}`));
    expect(card?.text).toContain(invented.title);
    expect(card?.buttons.map(([label]) => label)).toEqual(["Le Quotidien du Rhône ↗", "Lire ici"]);
  });

  it("that are too long are not made, and those nobody made just welcome", async () => {
    expect(encodeStartPayload({ kind: "question", question: "é".repeat(40) })).toBeNull();
    for (const payload of ["", "x", "q", "a123", `q${"A".repeat(70)}`, "q____"]) {
      expect(parseStartPayload(payload)).toBeNull();
      const [welcome] = await inventedBot().send(sent(`/start ${payload}`));
      expect(welcome?.text).toMatch(/^Bonjour/);
    }
  });
});
