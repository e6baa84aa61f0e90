/**
 * The whole product in memory over the five seeds: real cleaning, passages, encounters, encoder, search
 * and answers behind a real bot, whose calls are recorded instead of sent.
 */
import type { Bot } from "grammy";
import { createAsk } from "../../src/answer/create-ask.ts";
import type { BotContext } from "../../src/bot/bot-context.ts";
import type { BotDependencies } from "../../src/bot/bot-dependencies.ts";
import { createBot, type CreateBotOptions } from "../../src/bot/create-bot.ts";
import type { Article } from "../../src/clean/article.ts";
import { createEmbedder } from "../../src/embed/create-embedder.ts";
import type { Embedder } from "../../src/embed/embedder.ts";
import { findEncounters } from "../../src/encounters/find-encounters.ts";
import { linkEncounters } from "../../src/encounters/link-encounters.ts";
import { splitPassages } from "../../src/passages/split-passages.ts";
import { readSeeds } from "./graded-corpora.ts";
import { openMemoryStore } from "./memory-store.ts";
import { botInfo, recordTelegram, type RecordingTelegram } from "./recording-telegram.ts";

export interface SeedCorpus {
  readonly dependencies: BotDependencies;
  readonly articles: readonly Article[];
  readonly embedder: Embedder;
}

const quiet = () => undefined;

/** Loads the encoder; `embedder.close()` ends it. */
export async function openSeedCorpus(): Promise<SeedCorpus> {
  const embedder = await createEmbedder({
    modelsDir: "models",
    model: "sourcier-e5-small",
    allowRemoteModels: false,
  });
  const articles = await readSeeds();
  const store = await openMemoryStore(articles, embedder, splitPassages);
  const encounters = linkEncounters(articles.flatMap(findEncounters));
  store.encounters = () => Promise.resolve([...encounters]);
  const dependencies: BotDependencies = {
    ask: createAsk({ store: () => store, embedder, defaultLanguage: "fr" }),
    corpus: {
      articles: () => store.articles(),
      article: (articleId) => store.article(articleId),
      encounters: () => store.encounters(),
    },
    readiness: () => ({ state: "ready" }),
    pictures: null,
    publicUrl: null,
    allowedUsers: null,
    admins: new Set(),
    defaultLanguage: "fr",
    feedback: null,
    addArticle: null,
    clock: { now: () => Date.now() },
    logger: { debug: quiet, info: quiet, warn: quiet, error: quiet },
  };
  return { dependencies, articles, embedder };
}

export interface RecordedBot {
  readonly bot: Bot<BotContext>;
  readonly telegram: RecordingTelegram;
}

export function createRecordedBot(
  dependencies: BotDependencies,
  options: CreateBotOptions = {},
): RecordedBot {
  const bot = createBot("1:test", dependencies, { botInfo, rateLimit: null, ...options });
  return { bot, telegram: recordTelegram(bot) };
}
