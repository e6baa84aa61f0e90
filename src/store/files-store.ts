/** The Store contract over an open build. Every reading method first makes sure that the store is still open. */
import type { Article, Span } from "../clean/article.ts";
import type { ArticleId } from "../corpus/raw-article.ts";
import type { Encounter } from "../encounters/encounter.ts";
import { createBm25, type TermList } from "./bm25.ts";
import { readJsonLines, type ContentEntry, type OpenBuild } from "./build-files.ts";
import { readNow } from "./checked-file.ts";
import { createReadBytes } from "./held-file.ts";
import type { Graph } from "./graph.ts";
import { createMomentsReader } from "./moments.ts";
import type { PassageLayout } from "./passage-columns.ts";
import { createPassageSearch } from "./passage-search.ts";
import { checkVector } from "./quantized-vector.ts";
import { readOnce } from "./read-once.ts";
import { createReadSimilarities, type ReadSimilarities } from "./read-similarities.ts";
import { createSimilarTerms } from "./similar-terms.ts";
import type { ArticleSummary, ExactSimilarity, Row, Store, StoredPassage } from "./store.ts";
import { createTermDictionary } from "./term-dictionary.ts";
import { summaryOf } from "./summary.ts";

/** @param graph null when the index has no passage */
export async function createFilesStore(build: OpenBuild, graph: Graph | null): Promise<Store> {
  const { layout, vectors, records } = build;
  const { manifest } = build.published;
  const articleIds = await readArticleIds(build);
  const numbers = new Map(articleIds.map((articleId, number) => [articleId, number]));
  const lexicon = createLexicon(build);
  const passages = createPassageReader(build, articleIds);
  const similarities = createReadSimilarities(vectors, manifest.dimensions, records);
  const readMoments = createMomentsReader(build.passageSums, build.sentenceSums);
  return {
    summary: summaryOf(manifest),
    nearest: createNearest(build, graph, similarities),
    matching: lexicon.matching,
    similarTerms: lexicon.similarTerms,
    compare: (vector, rows) =>
      Promise.resolve().then(() => {
        for (const row of rows) checkRow(layout.passages, row);
        return compareRows(layout, rows, (records) => similarities(vector, records));
      }),
    moments: (vector) => Promise.resolve(readMoments(vector)),
    passages: (rows) => Promise.resolve().then(() => passages.read(rows)),
    articles: readOnce(() => readSummaries(build)),
    article: (articleId) =>
      Promise.resolve().then(() => {
        const number = numbers.get(articleId);
        return number === undefined ? null : passages.article(number);
      }),
    rowsOf: (articleId) => {
      const number = numbers.get(articleId);
      const { start, end } = number === undefined ? { start: 0, end: 0 } : layout.rows(number);
      return Promise.resolve(Array.from({ length: end - start }, (_, i) => (start + i) as Row));
    },
    encounters: readOnce(() => readEncounters(build)),
    close: () => build.close(),
  };
}

async function readArticleIds(build: OpenBuild): Promise<readonly ArticleId[]> {
  const ids: ArticleId[] = [];
  for await (const entry of readJsonLines(build.contents))
    ids.push((entry as ContentEntry).articleId);
  return ids;
}

async function readSummaries(build: OpenBuild): Promise<readonly ArticleSummary[]> {
  const summaries: ArticleSummary[] = [];
  for await (const entry of readJsonLines(build.contents)) {
    const { articleId, title, outlet, url, published } = entry as ContentEntry;
    summaries.push({ articleId, title, outlet, url, published });
  }
  return summaries;
}

async function readEncounters(build: OpenBuild): Promise<readonly Encounter[]> {
  const encounters: Encounter[] = [];
  for await (const encounter of readJsonLines(build.encounters))
    encounters.push(encounter as Encounter);
  return encounters;
}

function createNearest(
  build: OpenBuild,
  graph: Graph | null,
  similarities: ReadSimilarities,
): Store["nearest"] {
  const { layout, graphRows: rows, graphAxes: axes } = build;
  const { dimensions, graph: facts } = build.published.manifest;
  const search = graph && createPassageSearch({ graph, rows, axes, similarities, layout });
  return (vector, k) =>
    Promise.resolve().then(() => {
      checkVector(vector, dimensions);
      if (!search || !facts) return [];
      const hits = search(vector, Math.max(0, Math.floor(k)), facts.ef);
      return hits.map(({ row, score }) => ({ row: row as Row, similarity: score }));
    });
}

/** Passages that lie together on the disk are read together: a question's candidates often are neighbours. */
function compareRows(
  layout: PassageLayout,
  rows: readonly Row[],
  similarities: (records: Span) => Float32Array,
): readonly ExactSimilarity[] {
  const found = new Map<Row, ExactSimilarity>();
  for (const run of neighbours(rows)) {
    const first = layout.records(run.start).start;
    const cosines = similarities({ start: first, end: layout.records(run.end - 1).end });
    for (let row = run.start as Row; row < run.end; row++) {
      const { start, end } = layout.records(row);
      const sentences = cosines.subarray(start + 1 - first, end - first);
      found.set(row, { row, passage: cosines[start - first] ?? 0, sentences });
    }
  }
  return rows.flatMap((row) => found.get(row) ?? []);
}

/** Bounds what one read brings into memory, at a few kilobytes a passage. */
const longestRun = 64;

/** Runs of rows that follow one another. */
function neighbours(rows: readonly Row[]): readonly Span[] {
  const runs: { start: number; end: number }[] = [];
  for (const row of [...rows].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && row <= last.end && row - last.start < longestRun) last.end = row + 1;
    else runs.push({ start: row, end: row + 1 });
  }
  return runs;
}

function checkRow(passages: number, row: Row): Row {
  if (!Number.isInteger(row) || row < 0 || row >= passages)
    throw new RangeError(`Row ${row} is not in this index of ${passages} passages`);
  return row;
}

function createLexicon(build: OpenBuild): Pick<Store, "matching" | "similarTerms"> {
  const dictionary = createTermDictionary(build.terms);
  const similar = createSimilarTerms(dictionary, build.termFrequencies);
  const score = createBm25(build.passageLengths);
  const readPostings = createReadBytes(build.postings, build.postingEnds.at(-1) ?? 0);
  const readList = (term: string, weight: number): TermList => {
    const number = dictionary.find(term);
    if (number < 0) return { weight, frequency: 0, postings: new Uint8Array() };
    const start = number === 0 ? 0 : (build.postingEnds[number - 1] ?? 0);
    const postings = readPostings({ start, end: build.postingEnds[number] ?? start });
    return { weight, frequency: build.termFrequencies[number] ?? 0, postings };
  };
  return {
    matching: (terms, k) =>
      Promise.resolve().then(() => {
        const lists = terms.map(({ term, weight }) => readList(term, weight));
        const { hits, mean, deviation } = score(lists, k);
        return {
          hits: hits.map((hit) => ({ row: hit.row as Row, score: hit.score })),
          mean,
          deviation,
          frequencies: lists.map((list) => list.frequency),
        };
      }),
    similarTerms: (term, limit) => Promise.resolve(similar.find(term, limit)),
  };
}

interface PassageReader {
  read(rows: readonly Row[]): readonly StoredPassage[];
  article(number: number): Article;
}

function createPassageReader(build: OpenBuild, articleIds: readonly ArticleId[]): PassageReader {
  const { layout, articleEnds } = build;
  const article = (number: number): Article => {
    const start = number === 0 ? 0 : (articleEnds[number - 1] ?? 0);
    const bytes = Buffer.alloc((articleEnds[number] ?? start) - start);
    readNow(build.articles, bytes, start);
    return JSON.parse(bytes.toString("utf8")) as Article; // checked when the index was opened
  };
  return {
    article,
    read: (rows) => {
      const texts = new Map<number, string>();
      return rows.map((row) => {
        const number = layout.article(checkRow(layout.passages, row));
        const text = texts.get(number) ?? article(number).text;
        texts.set(number, text);
        const passage = layout.passage(row);
        const articleId = articleIds[number] ?? ("" as ArticleId);
        return { ...passage, row, articleId, text: text.slice(passage.start, passage.end) };
      });
    },
  };
}
