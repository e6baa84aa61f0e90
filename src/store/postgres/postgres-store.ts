/**
 * The Store contract over one generation of the index in PostgreSQL. Nearest passages are found by pgvector; cosines,
 * BM25 and moments are computed here by the same code as the files store's, so that both give the same numbers.
 */
import type { Article, Span } from "../../clean/article.ts";
import type { ArticleId } from "../../corpus/raw-article.ts";
import type { Encounter } from "../../encounters/encounter.ts";
import { createBm25 } from "../bm25.ts";
import { createMomentsReader } from "../moments.ts";
import { checkVector, decodeRecord, recordBytes, similarity } from "../quantized-vector.ts";
import { readOnce } from "../read-once.ts";
import { createSimilarTerms } from "../similar-terms.ts";
import type { ArticleSummary, ExactSimilarity, Row, Store, VectorHit } from "../store.ts";
import { createTermDictionary, layOutTerms } from "../term-dictionary.ts";
import type { Database } from "./database.ts";
import { shownIn, superseded, type Generation, type GenerationSums } from "./generation.ts";
import { checkRow, type LiveRows } from "./live-rows.ts";
import { readPostings, readTerms } from "./posting-blocks.ts";
import { findNearest } from "./vector-column.ts";

export interface OpenGeneration {
  readonly database: Database;
  readonly generation: Generation;
  readonly live: LiveRows;
  readonly sums: GenerationSums;
}

/** What `passages.passage` holds. */
export interface PassageRecord extends Span {
  readonly sentences: readonly Span[];
  readonly text: string;
  readonly articleId: ArticleId;
}

export interface PostgresStore extends Store {
  /** The number of the generation that this store shows. */
  readonly generation: number;
}

export function createPostgresStore(open: OpenGeneration): PostgresStore {
  const { generation, sums } = open;
  const lexicon = createLexicon(open);
  const articles = createArticleReader(open);
  const readMoments = createMomentsReader(sums.passages, sums.sentences);
  return {
    generation: generation.number,
    summary: generation.summary,
    nearest: async (vector, k) => {
      checkVector(vector, generation.dimensions);
      return await nearestLive(open, vector, Math.max(0, Math.floor(k)));
    },
    matching: lexicon.matching,
    similarTerms: lexicon.similarTerms,
    compare: (vector, rows) => compare(open, vector, rows),
    moments: (vector) => Promise.resolve(readMoments(vector)),
    passages: async (rows) => {
      const found = await readRows<{ row: Row; passage: PassageRecord }>(open, "passage", rows);
      return found.map(({ row, passage }) => ({ row, ...passage }));
    },
    ...articles,
    encounters: readOnce(() => readEncounters(open)),
    close: () => Promise.resolve(), // the connections are the database's
  };
}

/** Rows of other generations are searched too and left out here; where they are many, more is asked for. */
async function nearestLive(
  { database, live }: OpenGeneration,
  vector: Float32Array,
  k: number,
): Promise<readonly VectorHit[]> {
  const wanted = Math.min(k, live.rows.length);
  for (let asked = wanted + 8; wanted > 0; asked *= 4) {
    const found = await findNearest(database.query, database.schema, vector, asked);
    const shown = found.filter(({ row }) => live.dense(row) !== -1).slice(0, wanted);
    if (shown.length === wanted || found.length < asked) return shown;
  }
  return [];
}

async function compare(
  open: OpenGeneration,
  vector: Float32Array,
  rows: readonly Row[],
): Promise<readonly ExactSimilarity[]> {
  const { dimensions } = open.generation;
  const found = await readRows<{ row: Row; records: Buffer }>(open, "records", rows);
  return found.map(({ row, records }) => {
    const similarities = Float32Array.from(
      { length: records.length / recordBytes(dimensions) },
      (_, i) => similarity(vector, decodeRecord(records, i, dimensions)),
    );
    return { row, passage: similarities[0] ?? 0, sentences: similarities.subarray(1) };
  });
}

/** One column of some rows, in the order asked for. */
async function readRows<Result extends { readonly row: Row }>(
  { database, generation, live }: OpenGeneration,
  column: "passage" | "records",
  rows: readonly Row[],
): Promise<readonly Result[]> {
  for (const row of rows) checkRow(live, row);
  if (rows.length === 0) return [];
  const found = await database.query<Result>(
    `select row, ${column} from ${database.schema}.passages where row = any($1::int[])`,
    [rows],
  );
  const byRow = new Map(found.map((one) => [one.row, one]));
  return rows.map((row) => {
    const one = byRow.get(row);
    if (!one) throw superseded(generation);
    return one;
  });
}

function createLexicon({
  database,
  live,
}: OpenGeneration): Pick<Store, "matching" | "similarTerms"> {
  const { query, schema } = database;
  const score = createBm25(live.lengths);
  const readSimilar = readOnce(async () => {
    const { terms, counts } = await readTerms(query, schema);
    return createSimilarTerms(createTermDictionary(layOutTerms(terms)), counts);
  });
  return {
    async matching(terms, k) {
      const words = terms.map(({ term }) => term);
      const postings = await readPostings(query, schema, live, words);
      const lists = terms.map(({ term, weight }) => {
        const list = postings.get(term) ?? { postings: new Uint8Array(), frequency: 0 };
        return { ...list, weight };
      });
      const { hits, mean, deviation } = score(lists, k);
      return {
        hits: hits.map((hit) => ({ row: (live.rows[hit.row] ?? 0) as Row, score: hit.score })),
        mean,
        deviation,
        frequencies: lists.map(({ frequency }) => frequency),
      };
    },
    async similarTerms(term, limit) {
      const found = (await readSimilar()).find(term, limit * spareSuggestions);
      const postings = await readPostings(query, schema, live, found);
      return found.filter((one) => (postings.get(one)?.frequency ?? 0) > 0).slice(0, limit);
    },
  };
}

/** Suggestions looked up for one that is wanted: a term may only stand in rows of other generations. */
const spareSuggestions = 2;

function createArticleReader({
  database,
  generation,
}: OpenGeneration): Pick<Store, "articles" | "article" | "rowsOf"> {
  const { query, schema } = database;
  const shown = shownIn("$1");
  const readSummaries = async (): Promise<readonly ArticleSummary[]> => {
    const rows = await query<{ summary: ArticleSummary }>(
      `select summary from ${schema}.articles where ${shown} order by number`,
      [generation.number],
    );
    return rows.map(({ summary }) => summary);
  };
  return {
    articles: readOnce(readSummaries),
    async article(articleId) {
      const [row] = await query<{ document: Article }>(
        `select document from ${schema}.articles where ${shown} and article_id = $2`,
        [generation.number, articleId],
      );
      return row?.document ?? null;
    },
    async rowsOf(articleId) {
      const [row] = await query<{ first_row: number; passages: number }>(
        `select first_row, passages from ${schema}.articles where ${shown} and article_id = $2`,
        [generation.number, articleId],
      );
      const { first_row: first, passages } = row ?? { first_row: 0, passages: 0 };
      return Array.from({ length: passages }, (_, i) => (first + i) as Row);
    },
  };
}

async function readEncounters({
  database: { query, schema },
  generation,
}: OpenGeneration): Promise<readonly Encounter[]> {
  const rows = await query<{ record: Encounter }>(
    `select record from ${schema}.linked_encounters e
     join (select article_id, number from ${schema}.articles where ${shownIn("$1")}) a using (article_id)
     where ${shownIn("$1")} order by number, ordinal`,
    [generation.number],
  );
  return rows.map(({ record }) => record);
}
