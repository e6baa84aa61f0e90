/** What is published: one generation, and everything a reader needs to know of it from the start. */
import type { ArticleId } from "../../corpus/raw-article.ts";
import { IndexError } from "../../errors.ts";
import { sumsLength, type VectorSums } from "../moments.ts";
import type { StoreSummary } from "../store.ts";
import type { Database, RunQuery } from "./database.ts";

export interface Generation {
  readonly number: number;
  readonly dimensions: number;
  readonly summary: StoreSummary;
}

/** The number of the published generation, null while there is none. Costs next to nothing. */
export async function publishedNumber(query: RunQuery, schema: string): Promise<number | null> {
  const [state] = await query<{ published: number | null }>(
    `select published from ${schema}.index_state`,
  );
  return state?.published ?? null;
}

interface GenerationRow {
  readonly generation: number;
  readonly embedder_fingerprint: string;
  readonly dimensions: number;
  readonly articles: number;
  readonly passages: number;
  readonly sentences: number;
  readonly encounters: number;
}

export async function findPublished(query: RunQuery, schema: string): Promise<Generation | null> {
  const [row] = await query<GenerationRow>(
    `select generation, embedder_fingerprint, dimensions, g.articles, g.passages, sentences, encounters
     from ${schema}.generations g join ${schema}.index_state s on g.generation = s.published`,
  );
  if (!row) return null;
  const { generation, dimensions, articles, passages, sentences, encounters } = row;
  const summary = {
    articles,
    passages,
    sentences,
    encounters,
    embedderFingerprint: row.embedder_fingerprint,
  };
  return { number: generation, dimensions, summary };
}

/** The condition for rows with `added_in` and `removed_in` to be shown in a generation, given as a parameter. */
export function shownIn(parameter: "$1"): string {
  return `added_in <= ${parameter} and (removed_in is null or removed_in > ${parameter})`;
}

/** contentHash of every article of a generation. */
export async function readContents(
  query: RunQuery,
  schema: string,
  { number }: Generation,
): Promise<ReadonlyMap<ArticleId, string>> {
  const rows = await query<{ article_id: ArticleId; content_hash: string }>(
    `select article_id, content_hash from ${schema}.articles where ${shownIn("$1")} order by number`,
    [number],
  );
  return new Map(rows.map((row) => [row.article_id, row.content_hash]));
}

/** @throws {IndexError} `incompatible` when the vectors were made by another encoder */
export function assertSameEmbedder(
  { summary }: Generation,
  database: Database,
  embedderFingerprint: string,
): void {
  if (summary.embedderFingerprint === embedderFingerprint) return;
  throw new IndexError(
    database.name,
    "incompatible",
    `The index in ${database.name} was made by the encoder ${summary.embedderFingerprint}, not by ${embedderFingerprint}. ` +
      'Run "npm run sourcier -- ingest" to build it again',
  );
}

export interface GenerationSums {
  readonly passages: VectorSums;
  readonly sentences: VectorSums;
}

export async function readSums(
  query: RunQuery,
  schema: string,
  generation: Generation,
): Promise<GenerationSums> {
  const [row] = await query<{ passage_sums: Buffer; sentence_sums: Buffer }>(
    `select passage_sums, sentence_sums from ${schema}.generations where generation = $1`,
    [generation.number],
  );
  if (!row) throw superseded(generation);
  const { dimensions } = generation;
  return {
    passages: decodeSums(row.passage_sums, dimensions),
    sentences: decodeSums(row.sentence_sums, dimensions),
  };
}

export function encodeSums({ numbers }: VectorSums): Uint8Array {
  const bytes = Buffer.alloc(numbers.length * 8);
  numbers.forEach((number, i) => bytes.writeDoubleLE(number, i * 8));
  return bytes;
}

function decodeSums(bytes: Buffer, dimensions: number): VectorSums {
  const length = sumsLength(dimensions);
  if (bytes.length !== length * 8)
    throw new IndexError(
      "",
      "damaged",
      `The sums of the vectors have ${bytes.length} bytes, not ${length * 8}. Run "npm run sourcier -- ingest"`,
    );
  return {
    dimensions,
    numbers: Float64Array.from({ length }, (_, i) => bytes.readDoubleLE(i * 8)),
  };
}

/** For a reader that held on to a generation until it was cleared away. */
export function superseded({ number }: Pick<Generation, "number">): IndexError {
  return new IndexError(
    "",
    "missing",
    `Generation ${number} of the index was replaced and is gone. Ask again: the current one answers`,
  );
}
