import { assess, confidenceLevel, type Assessment } from "../answer/confidence.ts";
import type { Confidence } from "../answer/answer.ts";
import type { ArticleId } from "../corpus/raw-article.ts";
import type { Embedder } from "../embed/embedder.ts";
import { CorpusError } from "../errors.ts";
import { ingest } from "../ingest/ingest.ts";
import { articleCatalogue } from "../search/article-catalogue.ts";
import { createSearch } from "../search/create-search.ts";
import { beginFilesUpdate } from "../store/files-update.ts";
import { openFilesStore } from "../store/open-files-store.ts";
import type { Row, Store } from "../store/store.ts";
import { questionTerms } from "../terms/question-terms.ts";
import { countHighlights, judgeHighlight, type HighlightFigures } from "./judge-highlight.ts";
import {
  countLines,
  readBeirCorpus,
  readBeirQueries,
  readQrels,
  type EvalQuery,
  type Judgements,
} from "./read-beir.ts";
import { judgeRanking, meanFigures, type RetrievalFigures } from "./retrieval-metrics.ts";
import { separationOf, type Separation } from "./separation.ts";
import { withoutArticles } from "./without-articles.ts";

/**
 * BEIR files -> how well their questions are answered. The documents take the way of every article
 * (clean, split, embed, store); a document is as good as its best passage. BM25 alone and passage
 * vectors alone are measured in the same run.
 */
export interface EvalInput {
  readonly corpus: string;
  readonly queries: string;
  readonly qrels: string;
  readonly embedder: Embedder;
  /** An empty folder for the index; the caller removes it. */
  readonly workDir: string;
  readonly onProgress?: (progress: EvalProgress) => void;
  readonly signal?: AbortSignal;
}

export interface EvalProgress {
  readonly stage: "indexing" | "asking";
  readonly done: number;
  readonly total: number | null;
  readonly etaMs: number | null;
}

export type EvalSystem = "sourcier" | "bm25" | "vectors";

export interface EvalReport {
  readonly documents: number;
  readonly passages: number;
  readonly queries: number;
  readonly figures: Readonly<Record<EvalSystem, RetrievalFigures>>;
  /** Questions whose right document came first and holds the exact answer: how often the highlight holds it. */
  readonly highlights: HighlightFigures | null;
  /** Each question asked with and without its relevant documents and those of the same title. */
  readonly separation: Separation | null;
  readonly confidence: {
    readonly answerable: Readonly<Record<Confidence, number>>;
    readonly unanswerable: Readonly<Record<Confidence, number>>;
  };
  readonly speed: {
    readonly textsPerSecond: number;
    readonly questionP50Ms: number;
    readonly questionP95Ms: number;
    readonly embedP50Ms: number;
  };
}

interface Asked {
  readonly figures: Readonly<Record<EvalSystem, RetrievalFigures>>;
  readonly highlighted: boolean | null;
  readonly answerable: Assessment;
  readonly unanswerable: Assessment;
  readonly totalMs: number;
  readonly embedMs: number;
}

const depth = 40;

async function documentsOf(store: Store, rows: readonly Row[]): Promise<readonly string[]> {
  const passages = await store.passages(rows);
  return [...new Set(passages.map(({ articleId }) => articleId))];
}

async function rankByTerms(store: Store, question: string): Promise<readonly string[]> {
  const words = questionTerms(question).flatMap((term) => term.words);
  const terms = [...new Set(words)].map((term) => ({ term, weight: 1 }));
  const { hits } = await store.matching(terms, depth);
  return await documentsOf(
    store,
    hits.map(({ row }) => row),
  );
}

async function rankByVectors(store: Store, vector: Float32Array): Promise<readonly string[]> {
  const hits = await store.nearest(vector, depth);
  return await documentsOf(
    store,
    hits.map(({ row }) => row),
  );
}

/** The relevant documents, and those of the same title: data sets cut one article into several. */
async function sameArticles(
  store: Store,
  relevant: ReadonlyMap<string, number>,
): Promise<readonly ArticleId[]> {
  const { summaries } = await articleCatalogue(store);
  const titles = new Set(
    summaries.filter(({ articleId }) => relevant.has(articleId)).map(({ title }) => title),
  );
  return summaries
    .filter(
      ({ articleId, title }) => relevant.has(articleId) || (title !== "" && titles.has(title)),
    )
    .map(({ articleId }) => articleId);
}

/** The same encoder, for a question whose vector is known. */
function remembering(embedder: Embedder, vector: Float32Array): Embedder {
  return {
    fingerprint: embedder.fingerprint,
    dimensions: embedder.dimensions,
    embedQuestion: () => Promise.resolve(vector),
    embedPassages: (texts) => embedder.embedPassages(texts),
    close: () => Promise.resolve(),
  };
}

/** One question: every system, and once more without the relevant documents. */
async function askOnce(
  store: Store,
  embedder: Embedder,
  query: EvalQuery,
  relevant: ReadonlyMap<string, number>,
): Promise<Asked> {
  const started = performance.now();
  const found = await createSearch(store, embedder)(query.text);
  const totalMs = performance.now() - started;
  const vector = await embedder.embedQuestion(query.text);
  const remembered = remembering(embedder, vector);
  const rest = await withoutArticles(store, await sameArticles(store, relevant));
  const unanswered = await createSearch(rest, remembered)(query.text);
  const documents = [...new Set(found.ranked.map(({ passage }) => passage.articleId as string))];
  return {
    figures: {
      sourcier: judgeRanking(documents, relevant),
      bm25: judgeRanking(await rankByTerms(store, query.text), relevant),
      vectors: judgeRanking(await rankByVectors(store, vector), relevant),
    },
    highlighted: await judgeHighlight(store, query, found, relevant),
    answerable: assess(found),
    unanswerable: assess(unanswered),
    totalMs,
    embedMs: found.embedMs,
  };
}

async function askAll(
  store: Store,
  queries: readonly EvalQuery[],
  judgements: Judgements,
  { embedder, onProgress, signal }: EvalInput,
): Promise<readonly Asked[]> {
  const started = performance.now();
  const asked: Asked[] = [];
  for (const query of queries) {
    signal?.throwIfAborted();
    asked.push(await askOnce(store, embedder, query, judgements.get(query.id) ?? new Map()));
    const perQuestionMs = (performance.now() - started) / asked.length;
    onProgress?.({
      stage: "asking",
      done: asked.length,
      total: queries.length,
      etaMs: perQuestionMs * (queries.length - asked.length),
    });
  }
  return asked;
}

/** The questions that can be judged. @throws {CorpusError} when there is none: means over nothing would read as zeros. */
function judgedOf(
  queries: readonly EvalQuery[],
  judgements: Judgements,
  files: Pick<EvalInput, "queries" | "qrels">,
): readonly EvalQuery[] {
  const judged = queries.filter(({ id }) => judgements.has(id));
  if (judged.length > 0) return judged;
  const count = [...judgements.values()].reduce((sum, grades) => sum + grades.size, 0);
  throw new CorpusError(
    files.qrels,
    `No question of ${files.queries} has a judgement above 0 in ${files.qrels}: ` +
      `${queries.length} questions, ${count} such judgements`,
  );
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

function countLevels(assessments: readonly Assessment[]): Readonly<Record<Confidence, number>> {
  const counts = { high: 0, low: 0, none: 0 };
  for (const assessment of assessments) counts[confidenceLevel(assessment)]++;
  return counts;
}

function reportOn(store: Store, asked: readonly Asked[], textsPerSecond: number): EvalReport {
  const answerable = asked.map((one) => one.answerable);
  const unanswerable = asked.map((one) => one.unanswerable);
  const mean = (system: EvalSystem) => meanFigures(asked.map(({ figures }) => figures[system]));
  const times = asked.map(({ totalMs }) => totalMs);
  return {
    documents: store.summary.articles,
    passages: store.summary.passages,
    queries: asked.length,
    figures: { sourcier: mean("sourcier"), bm25: mean("bm25"), vectors: mean("vectors") },
    highlights: countHighlights(asked.flatMap((one) => one.highlighted ?? [])),
    separation: separationOf(
      answerable.map((one) => one.answerable),
      unanswerable.map((one) => one.answerable),
    ),
    confidence: { answerable: countLevels(answerable), unanswerable: countLevels(unanswerable) },
    speed: {
      textsPerSecond,
      questionP50Ms: percentile(times, 0.5),
      questionP95Ms: percentile(times, 0.95),
      embedP50Ms: percentile(
        asked.map(({ embedMs }) => embedMs),
        0.5,
      ),
    },
  };
}

/** @throws {CorpusError} when a file cannot be read, or judges no question. @throws {EmbedderError} @throws {IndexError} */
export async function runEval(input: EvalInput): Promise<EvalReport> {
  const { corpus, embedder, workDir, onProgress, signal } = input;
  const [queries, judgements, total] = await Promise.all([
    readBeirQueries(input.queries),
    readQrels(input.qrels),
    countLines(corpus),
  ]);
  const judged = judgedOf(queries, judgements, input);
  const { fingerprint: embedderFingerprint, dimensions } = embedder;
  const started = performance.now();
  const { embeddedTexts } = await ingest({
    items: readBeirCorpus(corpus),
    embedder,
    update: await beginFilesUpdate(workDir, { embedderFingerprint, dimensions }),
    total,
    onProgress: (progress) => onProgress?.({ stage: "indexing", ...progress }),
    ...(signal === undefined ? {} : { signal }),
  });
  const textsPerSecond = (embeddedTexts * 1_000) / (performance.now() - started);
  const store = await openFilesStore(workDir, { embedderFingerprint });
  try {
    return reportOn(store, await askAll(store, judged, judgements, input), textsPerSecond);
  } finally {
    await store.close();
  }
}
