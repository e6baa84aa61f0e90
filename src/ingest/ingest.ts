/**
 * Brings an index up to date with a corpus: reads its articles one by one, leaves alone those that did not change,
 * derives and embeds the others, removes those that are gone, and publishes once at the end. Memory does not grow
 * with the corpus. An interrupted run publishes nothing and loses nothing: its vectors are in the update's journal.
 */
import { setImmediate as nextTurn } from "node:timers/promises";
import type { ArticleId, RawArticle, Rejection } from "../corpus/raw-article.ts";
import type { CorpusItem } from "../corpus/read-corpus.ts";
import type { Embedder } from "../embed/embedder.ts";
import { linkEncounters } from "../encounters/link-encounters.ts";
import { CorpusError } from "../errors.ts";
import type { IndexedArticle, StoreSummary, StoreUpdate } from "../store/store.ts";
import { deriveOrReject, hashContent, type DerivedArticle } from "./derive-article.ts";
import { embedTexts, type EmbedTextsInput } from "./embed-texts.ts";

export interface IngestInput {
  readonly items: AsyncIterable<CorpusItem>;
  readonly embedder: Embedder;
  /** It is published or discarded when `ingest` returns or throws. */
  readonly update: StoreUpdate;
  /** Articles in `items`, if known; only for the expected end. */
  readonly total?: number;
  /** Whether articles of the index that are not among `items` are removed. @default true */
  readonly removesMissing?: boolean;
  readonly onProgress?: (progress: IngestProgress) => void;
  /** Aborting ends the work at the next batch; a later run goes on where it stopped. */
  readonly signal?: AbortSignal;
}

export interface IngestProgress {
  /** Articles that are done, unchanged ones included. */
  readonly done: number;
  readonly total: number | null;
  /** Passages and sentences embedded per second so far; 0 before the first. */
  readonly textsPerSecond: number;
  /** Milliseconds to the expected end; null while nobody can tell. */
  readonly etaMs: number | null;
}

export interface IngestReport {
  readonly added: readonly ArticleId[];
  readonly changed: readonly ArticleId[];
  readonly unchanged: readonly ArticleId[];
  readonly removed: readonly ArticleId[];
  readonly rejected: readonly Rejection[];
  /** Passages and sentences that had to be embedded. */
  readonly embeddedTexts: number;
  readonly summary: StoreSummary;
}

/**
 * @throws {CorpusError} when not one article could be used: the index then stays as it is.
 * @throws {EmbedderError} @throws {IndexError}
 */
export async function ingest(input: IngestInput): Promise<IngestReport> {
  const { update, signal, removesMissing = true } = input;
  const run = createRun(input);
  try {
    for await (const item of input.items) {
      signal?.throwIfAborted();
      if (item.kind === "rejected") run.reject(item.rejection);
      else await run.take(item.article);
      await nextTurn();
    }
    const report = await run.finish();
    signal?.throwIfAborted();
    assertNotEmpty(report);
    const removed = removesMissing ? await removeMissing(update, report) : [];
    const summary = await update.publish({ linkEncounters });
    return { ...report, removed, summary };
  } catch (error) {
    await run.settle();
    await update.discard();
    throw error;
  }
}

type OpenReport = Omit<IngestReport, "removed" | "summary">;

function assertNotEmpty({ added, changed, unchanged, rejected }: OpenReport): void {
  if (added.length + changed.length + unchanged.length > 0) return;
  const first = rejected[0];
  const found = first
    ? `all ${rejected.length} were refused, the first (${first.origin}) because ${first.reason}`
    : "there was none";
  throw new CorpusError(
    first?.origin ?? "",
    `No article of the corpus can be used: ${found}. The index stays as it is`,
  );
}

async function removeMissing(update: StoreUpdate, report: OpenReport): Promise<ArticleId[]> {
  const present = new Set([...report.added, ...report.changed, ...report.unchanged]);
  const removed = [...update.contents.keys()].filter((articleId) => !present.has(articleId));
  for (const articleId of removed) await update.remove(articleId);
  return removed;
}

/** Texts collected before they are embedded together, so that short ones find company of their length. */
const groupTexts = 512;

interface Run {
  take(raw: RawArticle): Promise<void>;
  reject(rejection: Rejection): void;
  finish(): Promise<OpenReport>;
  /** Lets the batch in hand be remembered before the update is given up. */
  settle(): Promise<void>;
}

function createRun(input: IngestInput): Run {
  const report = {
    added: [] as ArticleId[],
    changed: [] as ArticleId[],
    unchanged: [] as ArticleId[],
    rejected: [] as Rejection[],
    embeddedTexts: 0,
  };
  const seen = new Set<ArticleId>();
  const progress = createProgress(input);
  const groups = createGroupQueue({
    ...input,
    onEmbedded: (texts) => {
      report.embeddedTexts += texts;
      progress.embedded(texts);
    },
    onPut: () => progress.done(),
  });
  return {
    reject: (rejection) => void report.rejected.push(rejection),
    async take(raw) {
      const { articleId } = raw;
      if (seen.has(articleId)) {
        const reason = `another article is already named ${articleId}`;
        report.rejected.push({ origin: raw.origin, articleId, reason });
        return;
      }
      seen.add(articleId);
      const published = input.update.contents.get(articleId);
      if (published === hashContent(raw)) {
        report.unchanged.push(articleId);
        progress.done();
        return;
      }
      const derivation = deriveOrReject(raw);
      if (derivation.kind === "rejected") {
        report.rejected.push(derivation.rejection);
        return;
      }
      report[published === undefined ? "added" : "changed"].push(articleId);
      await groups.add(derivation.derived);
    },
    async finish() {
      await groups.finish();
      return report;
    },
    settle: () => groups.settle(),
  };
}

interface GroupQueue {
  /** Waits while a whole group is ahead of the encoder. */
  add(article: DerivedArticle): Promise<void>;
  finish(): Promise<void>;
  /** Waits for the work in hand, whatever comes of it. */
  settle(): Promise<void>;
}

/** Embeds and puts articles in groups, in order, while the next group is being derived. */
function createGroupQueue(input: EmbedTextsInput & { readonly onPut: () => void }): GroupQueue {
  let group: DerivedArticle[] = [];
  let texts = 0;
  let working = Promise.resolve();
  const startNext = async (): Promise<void> => {
    await working;
    working = embedAndPut(input, group);
    void working.catch(() => undefined); // whoever awaits it next hears of it
    group = [];
    texts = 0;
  };
  return {
    async add(article) {
      group.push(article);
      for (const passage of article.passages) texts += passage.texts.length;
      if (texts >= groupTexts) await startNext();
    },
    async finish() {
      await startNext();
      await working;
    },
    async settle() {
      await Promise.allSettled([working]);
    },
  };
}

async function embedAndPut(
  input: EmbedTextsInput & { readonly onPut: () => void },
  articles: readonly DerivedArticle[],
): Promise<void> {
  const texts = articles.flatMap(({ passages }) => passages.flatMap((passage) => passage.texts));
  const vectors = await embedTexts(input, texts);
  for (const article of articles) {
    await input.update.put(withVectors(article, vectors));
    input.onPut();
    await nextTurn();
  }
}

function withVectors(
  { article, contentHash, passages, encounters }: DerivedArticle,
  vectors: ReadonlyMap<string, Float32Array>,
): IndexedArticle {
  return {
    article,
    contentHash,
    encounters,
    passages: passages.map(({ passage, terms, texts }) => {
      const [vector = new Float32Array(), ...sentenceVectors] = texts.map(
        (text) => vectors.get(text) ?? new Float32Array(), // refused by `put`
      );
      return { passage, terms, vector, sentenceVectors, embedded: texts };
    }),
  };
}

function createProgress({ total, onProgress }: IngestInput) {
  const start = performance.now();
  let [done, texts] = [0, 0];
  return {
    embedded(count: number): void {
      texts += count;
    },
    done(): void {
      done++;
      const elapsedMs = performance.now() - start;
      onProgress?.({
        done,
        total: total ?? null,
        textsPerSecond: texts === 0 ? 0 : (1000 * texts) / elapsedMs,
        etaMs: total === undefined ? null : ((total - done) * elapsedMs) / done,
      });
    },
  };
}
