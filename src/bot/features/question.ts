import { Composer } from "grammy";
import { questionOf } from "../addressing.ts";
import { answerQuestion } from "../answer-question.ts";
import type { BotContext, BotServices } from "../bot-context.ts";
import { say } from "../send-page.ts";

/** Plain words, of a message or below a picture: a question. An edited question edits its answer. */
export function questionFeature(services: BotServices): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.on(["message:text", "message:caption"], async (ctx, next) => {
    const said = questionOf(ctx) ?? "";
    if (said.startsWith("/")) return next();
    const question = said === "" ? pointedAt(ctx) : said;
    if (question === "") await say(ctx, ctx.texts.chat.emptyMention);
    else await answerQuestion(ctx, question, services);
  });
  composer.on(["edited_message:text", "edited_message:caption"], async (ctx) => {
    const question = questionOf(ctx) ?? "";
    const answered = services.memory.answerTo(ctx.chat.id, ctx.editedMessage.message_id);
    // Telegram also reports edits of fields that no reader sees.
    if (question === "" || question === answered?.question) return;
    if (question.startsWith("/")) await say(ctx, ctx.texts.chat.editedCommand);
    else {
      const target = answered === undefined ? "new" : { edit: answered.answerId };
      await answerQuestion(ctx, question, services, target);
    }
  });
  return composer;
}

/** Who calls the bot by name alone below somebody's message asks what that says; empty where that is no question. */
function pointedAt(ctx: BotContext): string {
  const message = ctx.message?.reply_to_message;
  if (message?.from?.is_bot !== false) return "";
  const said = (message.text ?? message.caption ?? "").trim();
  return said.startsWith("/") ? "" : said;
}
