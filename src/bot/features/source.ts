import { Composer } from "grammy";
import { answerQuestion } from "../answer-question.ts";
import { speakerOf, type BotContext, type BotServices } from "../bot-context.ts";
import { commandNames } from "../command-group.ts";
import { say } from "../send-page.ts";

/** /source: the link of the article last quoted here, or of the article on a given subject. */
export function sourceFeature(services: BotServices): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.command(commandNames("source"), async (ctx) => {
    const { chat } = ctx.texts;
    const subject = ctx.match.trim();
    const speaker = speakerOf(ctx);
    const hasTopic = speaker !== null && services.memory.topic(speaker) !== undefined;
    if (subject !== "") await answerQuestion(ctx, chat.sourceQuestion(subject), services);
    else if (hasTopic) await answerQuestion(ctx, chat.linkQuestion, services);
    else await say(ctx, chat.sourceUsage);
  });
  return composer;
}
