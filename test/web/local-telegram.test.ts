import { Bot, GrammyError } from "grammy";
import { describe, expect, it } from "vitest";
import { LocalTelegram } from "../../src/web/local-telegram.ts";
import { chatIdOf, createSessionToken } from "../../src/web/page-session.ts";
import { createPageBot } from "../support/page-bot.ts";

const user = { chatId: 2 ** 52 + 5, lang: "fr" } as const;

/** A conversation with one message of the bot in it. */
async function converse() {
  const bot = createPageBot();
  const telegram = new LocalTelegram(bot);
  const { messages } = await telegram.send(user, "bonjour");
  return { bot, telegram, message: messages[0]! };
}

async function refusalOf(call: Promise<unknown>): Promise<string> {
  const error: unknown = await call.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof GrammyError)) throw new Error(`Not refused: ${String(error)}`);
  return error.description;
}

describe("LocalTelegram", () => {
  it("refuses what Telegram would refuse, with its words", async () => {
    const { bot, message } = await converse();
    const { api } = bot;
    const { chatId } = user;
    expect(await refusalOf(api.sendMessage(77, "hi"))).toContain("chat not found");
    expect(await refusalOf(api.sendMessage(chatId, ""))).toContain("text is empty");
    expect(await refusalOf(api.sendMessage(chatId, "x".repeat(4097)))).toContain("too long");
    expect(await refusalOf(api.editMessageText(chatId, 1, "hi"))).toContain("not found");
    expect(
      await refusalOf(
        api.editMessageText(chatId, message.message_id, message.text, {
          entities: [...message.entities],
          reply_markup: message.reply_markup!,
        }),
      ),
    ).toContain("not modified");
    const reply_markup = { inline_keyboard: [[{ text: "a", callback_data: "é".repeat(33) }]] };
    expect(await refusalOf(api.sendMessage(chatId, "hi", { reply_markup }))).toContain("BUTTON");
    expect(await refusalOf(api.sendPhoto(chatId, "unknown"))).toContain("file");
    expect(await refusalOf(api.sendMessage(chatId, "<b>", { parse_mode: "HTML" }))).toContain(
      "markup is not parsed",
    );
    expect(await refusalOf(api.sendVoice(chatId, "x"))).toContain("does not exist");
  });

  it("takes every quiet call as done", async () => {
    const { bot } = await converse();
    expect(await bot.api.sendChatAction(user.chatId, "typing")).toBe(true);
    expect(await bot.api.setMyDescription("x")).toBe(true);
    expect((await bot.api.getMe()).is_bot).toBe(true);
  });

  it("shows the same file again by its id", async () => {
    const { bot, telegram } = await converse();
    const [first] = (await telegram.send(user, "/photo")).messages;
    const again = await bot.api.sendPhoto(user.chatId, first!.photo!.file_id);
    expect(again.photo[0]).toMatchObject({ width: 1, height: 1 });
    expect(telegram.news(user.chatId)).toMatchObject([{ photo: first!.photo }]);
  });

  it("deletes messages", async () => {
    const { bot, telegram, message } = await converse();
    expect(await bot.api.deleteMessage(user.chatId, message.message_id)).toBe(true);
    expect(telegram.history(user.chatId).map(({ from }) => from)).toEqual(["user"]);
  });

  it("keeps the newest 200 messages of a conversation", async () => {
    const { bot, telegram } = await converse();
    for (let n = 0; n < 250; n++) await bot.api.sendMessage(user.chatId, String(n));
    const texts = telegram.history(user.chatId).map(({ text }) => text);
    expect(texts).toHaveLength(200);
    expect(texts.at(-1)).toBe("249");
  });

  it("knows the bot's commands by language, those of private chats", async () => {
    const { bot, telegram } = await converse();
    await bot.api.setMyCommands([{ command: "help", description: "Help" }]);
    await bot.api.setMyCommands([{ command: "aide", description: "Aide" }], {
      language_code: "fr",
    });
    await bot.api.setMyCommands([{ command: "group", description: "Group" }], {
      scope: { type: "all_group_chats" },
    });
    expect(telegram.commands("fr")).toEqual([{ command: "aide", description: "Aide" }]);
    expect(telegram.commands("en")).toEqual([{ command: "help", description: "Help" }]);
  });

  it("marks commands in what is written, as Telegram does", async () => {
    const bot = new Bot("1:local");
    const seen: unknown[] = [];
    bot.on("message:text", (ctx) => void seen.push(ctx.message.entities));
    const telegram = new LocalTelegram(bot);
    for (const text of ["/help", "/who@some_bot Kerry", "a /help", "/é", "/"]) {
      await telegram.send(user, text);
    }
    expect(seen).toEqual([
      [{ type: "bot_command", offset: 0, length: 5 }],
      [{ type: "bot_command", offset: 0, length: 13 }],
      [],
      [],
      [],
    ]);
  });
});

describe("chatIdOf()", () => {
  it("gives every session a number of its own that no person on Telegram has", () => {
    const ids = Array.from({ length: 1000 }, () => chatIdOf(createSessionToken()));
    expect(new Set(ids).size).toBe(1000);
    for (const id of ids) {
      expect(Number.isSafeInteger(id)).toBe(true);
      expect(id).toBeGreaterThanOrEqual(2 ** 52);
    }
  });

  it("gives the same session the same number after a restart", () => {
    expect(chatIdOf("a".repeat(32))).toBe(chatIdOf("a".repeat(32)));
  });
});
