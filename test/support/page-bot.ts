/** A small bot that does everything the page must be able to carry, for tests of the page alone. */
import { Bot, InputFile } from "grammy";

const onePixelPng = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

export function createPageBot(): Bot {
  const bot = new Bot("1:local");
  let asked = 0;
  bot.command("photo", (ctx) =>
    ctx.replyWithPhoto(new InputFile(onePixelPng, "graph.png"), { caption: "Un point" }),
  );
  bot.command("fail", () => {
    throw new Error("The bot failed on purpose");
  });
  bot.command("long", (ctx) => ctx.reply("x".repeat(4097)));
  bot.command("count", (ctx) => ctx.reply(String(++asked)));
  bot.command("later", async (ctx) => {
    const { message_id: messageId } = await ctx.reply("Un instant…");
    setTimeout(() => void ctx.api.editMessageText(ctx.chat.id, messageId, "Voilà"), 300);
  });
  bot.callbackQuery("more", async (ctx) => {
    await ctx.editMessageText("Le contexte", {
      reply_markup: { inline_keyboard: [[{ text: "Avis", callback_data: "notice" }]] },
    });
    await ctx.answerCallbackQuery();
  });
  bot.callbackQuery("notice", (ctx) => ctx.answerCallbackQuery({ text: "Merci" }));
  bot.on("callback_query:data", (ctx) => ctx.answerCallbackQuery({ text: "Bouton inconnu" }));
  bot.on("message:text", (ctx) =>
    ctx.reply(`« ${ctx.message.text} » (${ctx.from.language_code ?? "?"})`, {
      entities: [{ type: "bold", offset: 2, length: ctx.message.text.length }],
      reply_markup: {
        inline_keyboard: [
          [
            { text: "Article", url: "https://example.org/a" },
            { text: "Contexte", callback_data: "more" },
          ],
        ],
      },
    }),
  );
  return bot;
}
