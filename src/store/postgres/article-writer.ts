/**
 * The articles that an update puts: written under the update's generation number, which no reader shows before it is
 * published. Only postings, lengths and sums are kept in memory until then, and postings only up to a size.
 */
import { addToSums, createVectorSums } from "../moments.ts";
import { encodeRecord, quantizeVector } from "../quantized-vector.ts";
import type { ArticleSummary, IndexedArticle, IndexedPassage } from "../store.ts";
import { textKey } from "../text-key.ts";
import type { Database, RunQuery } from "./database.ts";
import type { GenerationSums } from "./generation.ts";
import type { PassageRecord } from "./postgres-store.ts";
import { createPostingBuffer } from "./posting-blocks.ts";
import { halfvecLiteral } from "./vector-column.ts";
import type { WriterLease } from "./writer-lease.ts";

export interface ArticleWriter {
  put(indexed: IndexedArticle): Promise<void>;
  /** Writes what is still in memory, within the publishing transaction. */
  finish(query: RunQuery): Promise<Written>;
}

export interface Written {
  /** New rows and the lengths of their passages in sixteenths of a term. */
  readonly lengths: ReadonlyMap<number, number>;
  readonly sums: GenerationSums;
  readonly articles: number;
  readonly passages: number;
  readonly sentences: number;
}

export interface ArticleWriterOptions {
  readonly database: Database;
  readonly lease: WriterLease;
  readonly dimensions: number;
  readonly embedderFingerprint: string;
}

/** Articles are written together until they have as many passages: about a megabyte a transaction. */
const passagesPerWrite = 256;
/** Postings are held until they take as much: fewer rewritten lists for more memory. */
const postingBytesPerWrite = 24_000_000;
const timeoutMs = 120_000;

export function createArticleWriter(options: ArticleWriterOptions): ArticleWriter {
  const { database, lease, dimensions } = options;
  const postings = createPostingBuffer();
  const written = {
    lengths: new Map<number, number>(),
    sums: { passages: createVectorSums(dimensions), sentences: createVectorSums(dimensions) },
    articles: 0,
    passages: 0,
    sentences: 0,
  };
  let waiting: IndexedArticle[] = [];
  let waitingPassages = 0;
  const write = async (query: RunQuery): Promise<void> => {
    const first = await lease.takeRows(query, waitingPassages);
    await insertAll(query, options, placeRows(waiting, first));
    let row = first;
    for (const passage of waiting.flatMap(({ passages }) => passages)) {
      written.lengths.set(row, postings.add(row, passage.terms));
      row++;
    }
    waiting = [];
    waitingPassages = 0;
    if (postings.size >= postingBytesPerWrite) await postings.write(query, database.schema);
  };
  return {
    async put(indexed) {
      addVectors(written.sums, indexed.passages);
      waiting.push(indexed);
      written.articles++;
      written.passages += indexed.passages.length;
      for (const { passage } of indexed.passages) written.sentences += passage.sentences.length;
      waitingPassages += indexed.passages.length;
      if (waitingPassages >= passagesPerWrite) await database.transaction(write, { timeoutMs });
    },
    async finish(query) {
      await write(query);
      await postings.write(query, database.schema);
      return written;
    },
  };
}

function addVectors(sums: GenerationSums, passages: readonly IndexedPassage[]): void {
  for (const { vector, sentenceVectors } of passages) {
    addToSums(sums.passages, quantizeVector(vector), 1);
    for (const one of sentenceVectors) addToSums(sums.sentences, quantizeVector(one), 1);
  }
}

interface PlacedArticle extends IndexedArticle {
  readonly firstRow: number;
}

function placeRows(articles: readonly IndexedArticle[], first: number): readonly PlacedArticle[] {
  let row = first;
  return articles.map((article) => {
    const firstRow = row;
    row += article.passages.length;
    return { ...article, firstRow };
  });
}

async function insertAll(
  query: RunQuery,
  { database: { schema }, lease, dimensions, embedderFingerprint }: ArticleWriterOptions,
  articles: readonly PlacedArticle[],
): Promise<void> {
  if (articles.length === 0) return;
  const numbers = await query<{ number: string; article_id: string }>(
    `insert into ${schema}.articles (article_id, content_hash, summary, document, first_row, passages, added_in)
     select *, $7::int from unnest($1::text[], $2::text[], $3::json[], $4::json[], $5::int[], $6::int[])
     returning number, article_id`,
    [
      articles.map(({ article }) => article.articleId),
      articles.map(({ contentHash }) => contentHash),
      articles.map((one) => JSON.stringify(summaryOf(one))),
      articles.map(({ article }) => JSON.stringify(article)),
      articles.map(({ firstRow }) => firstRow),
      articles.map(({ passages }) => passages.length),
      lease.generation,
    ],
  );
  const numberOf = new Map(numbers.map((row) => [row.article_id, row.number]));
  const encounters = articles.flatMap(({ article, encounters: found }) =>
    found.map((encounter, ordinal) => ({
      article: numberOf.get(article.articleId) ?? "",
      ordinal,
      encounter,
    })),
  );
  await query(
    `insert into ${schema}.found_encounters (article, ordinal, record)
     select * from unnest($1::bigint[], $2::int[], $3::json[])`,
    [
      encounters.map(({ article }) => article),
      encounters.map(({ ordinal }) => ordinal),
      encounters.map(({ encounter }) => JSON.stringify(encounter)),
    ],
  );
  const passages = articles.flatMap((one) =>
    one.passages.map((passage, i) =>
      passageRow(one, passage, one.firstRow + i, embedderFingerprint),
    ),
  );
  await insertPassages(query, schema, passages, dimensions);
}

function summaryOf({ article }: IndexedArticle): ArticleSummary {
  const { articleId, title, outlet, url, published } = article;
  return { articleId, title, outlet, url, published };
}

interface PassageRow {
  readonly row: number;
  readonly passage: string;
  readonly records: Uint8Array;
  /** The keys of the embedded texts, as PostgreSQL writes an array of bytea. */
  readonly keys: string;
  readonly vector: string;
}

function passageRow(
  { article }: IndexedArticle,
  { passage, vector, sentenceVectors, embedded }: IndexedPassage,
  row: number,
  embedderFingerprint: string,
): PassageRow {
  const { start, end, sentences } = passage;
  const { articleId } = article;
  const text = article.text.slice(start, end);
  const record: PassageRecord = { start, end, sentences, text, articleId };
  const texts =
    embedded ?? [passage, ...sentences].map((span) => article.text.slice(span.start, span.end));
  const keys = texts.map((one) => Buffer.from(textKey(embedderFingerprint, one)).toString("hex"));
  return {
    row,
    passage: JSON.stringify(record),
    records: Buffer.concat(
      [vector, ...sentenceVectors].map((one) => encodeRecord(quantizeVector(one))),
    ),
    keys: `{${keys.map((key) => `"\\\\x${key}"`).join(",")}}`,
    vector: halfvecLiteral(vector),
  };
}

async function insertPassages(
  query: RunQuery,
  schema: string,
  rows: readonly PassageRow[],
  dimensions: number,
): Promise<void> {
  await query(
    `insert into ${schema}.passages (row, passage, records, keys, dimensions, vector)
     select row, passage, records, keys::bytea[], $6::int, vector::halfvec
     from unnest($1::int[], $2::json[], $3::bytea[], $4::text[], $5::text[]) as new (row, passage, records, keys, vector)`,
    [
      rows.map(({ row }) => row),
      rows.map(({ passage }) => passage),
      rows.map(({ records }) => records),
      rows.map(({ keys }) => keys),
      rows.map(({ vector }) => vector),
      dimensions,
    ],
  );
}
