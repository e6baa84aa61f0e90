import { Writable } from "node:stream";
import { setImmediate as nextTurn } from "node:timers/promises";
import { Bot, InlineKeyboard } from "grammy";
import { describe, expect, it } from "vitest";
import { openOutput } from "../../src/commands/output.ts";
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

async function typeLines(typed: readonly string[], write: (text: string) => void): Promise<void> {
  async function* lines() {
    for (const line of typed) yield await nextTurn(line);
  }
  const telegram = new LocalTelegram(echoBot());
  const user = { chatId: 1, lang: "fr" } as const;
  await runPrompt({ telegram, user, lines: lines(), write, styled: false });
}

async function converse(...typed: string[]): Promise<string> {
  let screen = "";
  await typeLines(typed, (text) => (screen += text));
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

  it("ends when nobody reads what it writes any more", async () => {
    const gone = Object.assign(new Error("write EPIPE"), { code: "EPIPE" });
    const pipe = new Writable({ write: (_text, _encoding, done) => done(gone) });
    const typed = typeLines(["Salut", "Encore", "Toujours"], openOutput(pipe).write);
    await expect(typed).rejects.toMatchObject({ name: "OutputError", reason: "closed" });
  });

  it("asks again after an empty line", async () => {
    expect(await converse("")).toBe("\nBonjour !\n\n> > ");
  });
});
