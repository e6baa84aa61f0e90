import { Bot, InlineKeyboard } from "grammy";
import { describe, expect, it } from "vitest";
import { runPrompt } from "../../src/terminal/run-prompt.ts";
import { LocalTelegram } from "../../src/web/local-telegram.ts";

/** A bot that repeats what it is told and offers to say it again. */
function echoBot(): Bot {
  const bot = new Bot("0:local");
  bot.command("start", (ctx) => ctx.reply("Bonjour !"));
  bot.on("message:text", (ctx) =>
    ctx.reply(`Vous dites : ${ctx.message.text}`, {
      reply_markup: new InlineKeyboard().text("Encore", "again"),
    }),
  );
  bot.callbackQuery("again", async (ctx) => {
    await ctx.answerCallbackQuery("D'accord");
    await ctx.editMessageText("Je le redis.");
  });
  return bot;
}

async function converse(...typed: string[]): Promise<string> {
  let screen = "";
  async function* lines() {
    for (const line of typed) yield await Promise.resolve(line);
  }
  await runPrompt({
    telegram: new LocalTelegram(echoBot()),
    user: { chatId: 1, lang: "fr" },
    lines: lines(),
    write: (text) => (screen += text),
    styled: false,
  });
  return screen;
}

describe("runPrompt()", () => {
  it("greets, answers a line, and ends with the input", async () => {
    expect(await converse("Salut")).toBe("\nBonjour !\n\n> \nVous dites : Salut\n[1] Encore\n\n> ");
  });

  it("presses the button whose number is typed, and shows the notice and the edited message", async () => {
    expect(await converse("Salut", "1")).toContain("\nD'accord\n\nJe le redis.\n");
  });

  it("takes a number without such a button for a message", async () => {
    expect(await converse("Salut", "2")).toContain("Vous dites : 2");
  });

  it("asks again after an empty line", async () => {
    expect(await converse("")).toBe("\nBonjour !\n\n> > ");
  });
});
