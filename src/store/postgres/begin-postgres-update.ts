/**
 * A change to the index in a database: takes the writer's lease, writes new articles under a generation number of its
 * own, and publishes that number last. Readers and other processes go on answering from the old one meanwhile.
 */
import type { ArticleId } from "../../corpus/raw-article.ts";
import { assertUsable } from "../assert-usable.ts";
import type { StoreUpdate } from "../store.ts";
import {
  createArticleWriter,
  type ArticleWriter,
  type ArticleWriterOptions,
} from "./article-writer.ts";
import { clearAway } from "./clear-away.ts";
import type { Database } from "./database.ts";
import { findPublished, readContents, type Generation } from "./generation.ts";
import { migrate } from "./migrate.ts";
import { publishGeneration } from "./publish-generation.ts";
import { createRememberedVectors } from "./remembered-vectors.ts";
import { createVectorIndex } from "./vector-column.ts";
import { takeWriterLease } from "./writer-lease.ts";

export interface UpdateOptions {
  readonly embedderFingerprint: string;
  readonly dimensions: number;
  /** How long a killed update keeps the next one waiting, in milliseconds. @default 15000 */
  readonly leaseMs?: number;
}

/**
 * Begins an update. An index made by another encoder is left serving until the switch; the update starts from nothing.
 * @throws {IndexError} `locked` when another process updates this index, `unreachable` or `incompatible`.
 */
export async function beginPostgresUpdate(
  database: Database,
  { leaseMs, ...options }: UpdateOptions,
): Promise<StoreUpdate> {
  await migrate(database);
  const lease = await takeWriterLease(database, leaseMs);
  try {
    await clearAway(database);
    const published = await findPublished(database.query, database.schema);
    const fitting =
      published?.summary.embedderFingerprint === options.embedderFingerprint ? published : null;
    const contents = fitting
      ? await readContents(database.query, database.schema, fitting)
      : new Map<ArticleId, string>();
    const writing = { ...options, database, lease };
    const articles = createArticleWriter(writing);
    return createUpdate({ writing, articles, published: fitting, contents });
  } catch (error) {
    await lease.release();
    throw error;
  }
}

interface UpdateState {
  readonly writing: ArticleWriterOptions;
  readonly articles: ArticleWriter;
  readonly published: Generation | null;
  readonly contents: ReadonlyMap<ArticleId, string>;
}

const indexTimeoutMs = 6 * 3_600_000;

function createUpdate({ writing, articles, published, contents }: UpdateState): StoreUpdate {
  const { database, lease, dimensions } = writing;
  const known = createRememberedVectors(database, writing);
  const put = new Set<ArticleId>();
  const dropped = new Set<ArticleId>();
  let hasEnded = false;
  const end = async (): Promise<void> => {
    if (hasEnded) return;
    hasEnded = true;
    await lease.release();
  };
  return {
    contents,
    knownVectors: known.find,
    remember: known.remember,
    async put(indexed) {
      assertUsable(indexed, dimensions);
      const { articleId } = indexed.article;
      if (put.has(articleId)) throw new RangeError(`The article ${articleId} was already put`);
      put.add(articleId);
      if (contents.has(articleId)) dropped.add(articleId);
      await articles.put(indexed);
    },
    remove(articleId) {
      if (contents.has(articleId)) dropped.add(articleId);
      return Promise.resolve();
    },
    async publish(how) {
      try {
        if (published && put.size === 0 && dropped.size === 0) return published.summary;
        await database.transaction(
          (query) => createVectorIndex(query, database.schema, dimensions),
          {
            timeoutMs: indexTimeoutMs,
          },
        );
        return await publishGeneration({
          ...writing,
          published,
          dropped,
          articles,
          linkEncounters: how?.linkEncounters ?? ((all) => all),
        });
      } finally {
        await end();
      }
    },
    discard: end,
  };
}
