import { Composer } from "grammy";
import { answerQuestion, previousTopic } from "../answer-question.ts";
import type { BotContext, BotServices } from "../bot-context.ts";
import { commandNames } from "../command-group.ts";
import { say } from "../send-page.ts";

/** /source: the link of the article last quoted here, or quoted in the answer replied to, or of the article on a given subject. */
export function sourceFeature(services: BotServices): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.command(commandNames("source"), async (ctx) => {
    const { chat } = ctx.texts;
    const subject = ctx.match.trim();
    const hasTopic = previousTopic(ctx, services) !== undefined;
    if (subject !== "") await answerQuestion(ctx, chat.sourceQuestion(subject), services);
    else if (hasTopic) await answerQuestion(ctx, chat.linkQuestion, services);
    else await say(ctx, chat.sourceUsage);
  });
  return composer;
}
