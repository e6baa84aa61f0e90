// Joins the rooms: encoder, index and answers, as the bot and the commands use them. Opening returns
// at once; `ready` tells when questions can be answered, `readiness()` how far it is.

import { join } from "node:path";
import type { Ask, Reply } from "./answer/answer.ts";
import { createAsk } from "./answer/create-ask.ts";
import type { AddArticle, CorpusAccess, Readiness } from "./bot/bot-dependencies.ts";
import type { ProgressState } from "./commands/progress.ts";
import type { Config } from "./config.ts";
import { openPageCache } from "./corpus/network/page-cache.ts";
import { createEmbedder } from "./embed/create-embedder.ts";
import type { Embedder } from "./embed/embedder.ts";
import { corpusPathsOf, isAddress } from "./ingest/corpus-paths.ts";
import type { IngestReport } from "./ingest/ingest.ts";
import { watchCorpus } from "./ingest/watch-corpus.ts";
import { indexPlace } from "./store/index-place.ts";
import { createLiveIndex, type LiveIndex } from "./live-index.ts";
import type { Logger } from "./logger.ts";
import type { RenderedPage } from "./reply/rendered-reply.ts";
import { renderReply } from "./reply/render-reply.ts";
import type { Database } from "./store/postgres/database.ts";
import type { ArticleSummary } from "./store/store.ts";

export interface Sourcier {
  /** Resolves when questions can be answered. Rejects when there is no index and none can be built. */
  readonly ready: Promise<void>;
  /**
   * Resolves when the index holds what the corpus held at the start; to null when it was to be used as
   * it is. Rejects when it could not be brought up to date.
   */
  readonly upToDate: Promise<IngestReport | null>;
  readonly readiness: () => Readiness;
  readonly embedder: Promise<Embedder>;
  /** Waits for `ready`. */
  readonly ask: Ask;
  readonly corpus: CorpusAccess;
  /** The reply in words, for a screen where nothing can be pressed. */
  readonly render: (reply: Reply) => Promise<RenderedPage>;
  /** Makes an article part of the corpus. */
  readonly addArticle: AddArticle;
  /** From now on follows changes of the corpus's files, a moment after they are quiet. */
  readonly watch: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface OpenOptions {
  readonly logger: Logger;
  readonly onProgress?: (state: ProgressState) => void;
  /** One that is being loaded already; it is closed with the rest. */
  readonly embedder?: Promise<Embedder>;
  /** Holds the index instead of a folder; whoever opened it closes it. */
  readonly database?: Database | null;
  /** What to read. @default SEEDS_DIR where it is set, else what the index was made from, else `seeds` */
  readonly paths?: readonly string[];
  /** Whether an index that can be used is brought up to date. @default true */
  readonly updates?: boolean;
  /** Whether pages of this machine and its network may be read. @default false */
  readonly allowPrivateAddresses?: boolean;
}

export function openSourcier(config: Config, options: OpenOptions): Sourcier {
  const { indexDir, modelsDir, embeddingModel: model, allowRemoteModels, defaultLanguage } = config;
  const { logger, onProgress = () => undefined, updates = true } = options;
  const embedder = options.embedder ?? createEmbedder({ modelsDir, model, allowRemoteModels });
  const place = indexPlace(indexDir, options.database ?? null);
  const network = {
    cache: openPageCache(join(config.stateDir, "pages")),
    allowPrivate: options.allowPrivateAddresses ?? false,
  };
  const index = createLiveIndex({ place, indexDir, embedder, logger, network, onProgress });
  const opened = index.open();
  const stopping = new AbortController();
  const { signal } = stopping;
  const corpusPaths = async () => options.paths ?? (await corpusPathsOf(config));
  const upToDate = opened.then(async () => {
    if (!updates && index.readiness().state === "ready") return null;
    return await index.update(await corpusPaths());
  });
  const ready = opened.then(async () => {
    if (index.readiness().state !== "ready") await upToDate;
  });
  const answer = Promise.all([embedder, ready]).then(([loaded]) =>
    createAsk({ store: index.current, embedder: loaded, defaultLanguage }),
  );
  // Whoever waits for one of these hears of its failure; nobody has to wait for all of them.
  for (const outcome of [ready, upToDate, answer]) outcome.catch(() => undefined);
  const articles = () => index.withStore((store) => store.articles(), []);
  return {
    ready,
    upToDate,
    readiness: index.readiness,
    embedder,
    ask: async (request) => (await answer)(request),
    corpus: {
      articles,
      article: (articleId) => index.withStore((store) => store.article(articleId), null),
      encounters: () => index.withStore((store) => store.encounters(), []),
    },
    render: async (reply) => render(reply, await articles()),
    addArticle: async (submission) => {
      const paths = await corpusPaths();
      const folder = paths.find((path) => !isAddress(path));
      if (folder === undefined) return { kind: "rejected", reason: "the corpus is no folder" };
      const { addArticle } = await import("./add-article.ts");
      const update = () => index.update(paths);
      return await addArticle(submission, { folder, network, update, articles });
    },
    watch: async () => watchFiles(await corpusPaths(), { index, upToDate, logger, signal }),
    close: async () => {
      stopping.abort();
      await index.close();
      await upToDate.catch(() => undefined);
      await embedder.then(
        (loaded) => loaded.close(),
        () => undefined,
      );
    },
  };
}

interface WatchedIndex {
  readonly index: LiveIndex;
  /** The first update, which a change of the files waits for. */
  readonly upToDate: Promise<unknown>;
  readonly logger: Logger;
  readonly signal: AbortSignal;
}

async function watchFiles(
  paths: readonly string[],
  { index, upToDate, logger, signal }: WatchedIndex,
): Promise<void> {
  const onChange = async () => {
    await upToDate.catch(() => undefined);
    logReport(logger, await index.update(paths), "corpus changed");
  };
  const onError = (error: unknown) =>
    logger.error({ err: error }, "the index does not follow the corpus");
  index.follow();
  const files = paths.filter((path) => !isAddress(path));
  await watchCorpus(files, { onChange, onError, signal });
}

function render(reply: Reply, summaries: readonly ArticleSummary[]): RenderedPage {
  const articles = new Map(summaries.map((summary) => [summary.articleId, summary]));
  return renderReply(reply, { articles, interactive: false }).pages[0];
}

/** An ingest in the log: every article that was refused by name, everything else in numbers. */
export function logReport(logger: Logger, report: IngestReport, message: string): void {
  const { added, changed, unchanged, removed, rejected, summary } = report;
  for (const { origin, reason } of rejected) logger.warn({ origin, reason }, "article rejected");
  const counts = {
    added: added.length,
    changed: changed.length,
    unchanged: unchanged.length,
    removed: removed.length,
    rejected: rejected.length,
  };
  logger.info({ ...counts, ...summary }, message);
}
