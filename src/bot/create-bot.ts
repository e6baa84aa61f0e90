/**
 * The whole bot: what every update passes first, then the features, the catch-all last. Starts nothing
 * and contacts nobody by itself.
 */
import { Bot, type BotConfig } from "grammy";
import { allowListed } from "./access.ts";
import { onlyAddressed, readCommand } from "./addressing.ts";
import { answerButtons } from "./answer-buttons.ts";
import type { BotContext, BotServices } from "./bot-context.ts";
import type { BotDependencies } from "./bot-dependencies.ts";
import { BotMemory } from "./bot-memory.ts";
import { commandHelpers } from "./command-group.ts";
import { addArticleFeature } from "./features/add-article.ts";
import { albumFeature } from "./features/album.ts";
import { articlesFeature } from "./features/articles.ts";
import { feedbackFeature } from "./features/feedback.ts";
import { graphFeature } from "./features/graph.ts";
import { helpFeature } from "./features/help.ts";
import { inlineFeature } from "./features/inline.ts";
import { languageFeature } from "./features/language.ts";
import { membershipFeature } from "./features/membership.ts";
import { privacyFeature } from "./features/privacy.ts";
import { questionFeature } from "./features/question.ts";
import { replyButtonsFeature } from "./features/reply-buttons.ts";
import { smallTalkFeature } from "./features/small-talk.ts";
import { sourceFeature } from "./features/source.ts";
import { startFeature } from "./features/start.ts";
import { unhandledFeature } from "./features/unhandled.ts";
import { whoFeature } from "./features/who.ts";
import { chooseLanguage } from "./language.ts";
import { onError } from "./on-error.ts";
import { defaultRateLimit, rateLimit, type RateLimit } from "./rate-limit.ts";
import { WaitingQuestions } from "./waiting-questions.ts";

export interface CreateBotOptions {
  /** What Telegram says of the bot; without it `bot.init()` asks. */
  readonly botInfo?: NonNullable<BotConfig<BotContext>["botInfo"]>;
  /** Null: nobody is limited. @default 20 updates in 10 seconds */
  readonly rateLimit?: RateLimit | null;
  /** How often a question that waits for the index tells the progress. @default 3,000 */
  readonly progressMs?: number;
  /** For a caller that asks it too, such as for the language of a chat. @default one of its own */
  readonly memory?: BotMemory;
}

export function createBot(
  token: string,
  dependencies: BotDependencies,
  { botInfo, rateLimit: rate = defaultRateLimit, progressMs, memory }: CreateBotOptions = {},
): Bot<BotContext> {
  const { client, clock } = dependencies;
  const bot = new Bot<BotContext>(token, {
    ...(client === undefined ? {} : { client }),
    ...(botInfo === undefined ? {} : { botInfo }),
  });
  const services: BotServices = {
    dependencies,
    memory: memory ?? new BotMemory(clock),
    waiting: new WaitingQuestions(dependencies, progressMs),
  };
  bot.use(chooseLanguage(services), onlyAddressed, readCommand, answerButtons(services));
  const fenced = bot.errorBoundary(onError(dependencies));
  fenced.use(membershipFeature(services), allowListed(services));
  if (rate !== null) fenced.use(rateLimit(services, rate));
  fenced.use(commandHelpers());
  fenced.use(...features(services), unhandledFeature());
  return bot;
}

function features(services: BotServices) {
  return [
    startFeature(services),
    helpFeature(services),
    whoFeature(services),
    articlesFeature(services),
    sourceFeature(services),
    graphFeature(services),
    languageFeature(services),
    privacyFeature(services),
    replyButtonsFeature(services),
    feedbackFeature(services),
    inlineFeature(services),
    addArticleFeature(services),
    albumFeature(services),
    smallTalkFeature(services),
    questionFeature(services),
  ];
}
