/** Makes an update's generation the published one, in one transaction: readers have the old one or the new one. */
import type { ArticleId } from "../../corpus/raw-article.ts";
import type { Encounter } from "../../encounters/encounter.ts";
import { addToSums, createVectorSums, type VectorSums } from "../moments.ts";
import { decodeRecord, recordBytes } from "../quantized-vector.ts";
import type { PublishOptions, StoreSummary } from "../store.ts";
import type { ArticleWriter, ArticleWriterOptions, Written } from "./article-writer.ts";
import type { RunQuery } from "./database.ts";
import { encodeSums, readSums, type Generation, type GenerationSums } from "./generation.ts";
import { encodeLengths, readLengthBlocks, rowsPerBlock } from "./live-rows.ts";

export interface Publication extends ArticleWriterOptions {
  /** What the update started from; null when there was nothing that could be used. */
  readonly published: Generation | null;
  /** Articles of it that are not carried over: removed or put again. Everything, when `published` is null. */
  readonly dropped: ReadonlySet<ArticleId>;
  readonly articles: ArticleWriter;
  readonly linkEncounters: NonNullable<PublishOptions["linkEncounters"]>;
}

const timeoutMs = 600_000;

export async function publishGeneration(publication: Publication): Promise<StoreSummary> {
  const { database } = publication;
  return await database.transaction((query) => publish(query, publication), { timeoutMs });
}

async function publish(query: RunQuery, publication: Publication): Promise<StoreSummary> {
  const { published, articles, lease, database } = publication;
  const { schema } = database;
  const written = await articles.finish(query); // checks the lease and holds it to the end
  const gone = await removeArticles(query, publication);
  await writeLengths(query, publication, written, gone.rows);
  const sums = await sumUp(query, publication, written, gone);
  const encounters = await linkAll(query, publication);
  const before = published?.summary ?? { articles: 0, passages: 0, sentences: 0 };
  const summary: StoreSummary = {
    articles: before.articles - gone.articles + written.articles,
    passages: before.passages - gone.rows.length + written.passages,
    sentences: before.sentences - gone.sentences + written.sentences,
    encounters,
    embedderFingerprint: publication.embedderFingerprint,
  };
  await query(
    `insert into ${schema}.generations (generation, embedder_fingerprint, dimensions,
       articles, passages, sentences, encounters, passage_sums, sentence_sums)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      lease.generation,
      summary.embedderFingerprint,
      publication.dimensions,
      summary.articles,
      summary.passages,
      summary.sentences,
      summary.encounters,
      encodeSums(sums.passages),
      encodeSums(sums.sentences),
    ],
  );
  await query(`update ${schema}.index_state set published = $1`, [lease.generation]);
  await query(`delete from ${schema}.remembered_vectors`);
  return summary;
}

interface Gone {
  readonly articles: number;
  readonly rows: readonly number[];
  readonly sentences: number;
  readonly sums: GenerationSums;
}

async function removeArticles(
  query: RunQuery,
  { published, dropped, lease, database: { schema }, dimensions }: Publication,
): Promise<Gone> {
  const which = published ? "and article_id = any($2::text[])" : "";
  const removed = await query<{ first_row: number; passages: number }>(
    `update ${schema}.articles set removed_in = $1
     where removed_in is null and added_in < $1 ${which} returning first_row, passages`,
    published ? [lease.generation, [...dropped]] : [lease.generation],
  );
  const rows = removed.flatMap(({ first_row: first, passages }) =>
    Array.from({ length: passages }, (_, i) => first + i),
  );
  const sums = { passages: createVectorSums(dimensions), sentences: createVectorSums(dimensions) };
  // What starts from nothing takes nothing away: neither counts nor sums of the old generation are used.
  if (!published) return { articles: 0, rows, sentences: 0, sums };
  const sentences = await addSums(query, schema, rows, sums);
  return { articles: removed.length, rows, sentences, sums };
}

const rowsPerRead = 1_000;

/** @returns how many sentences the rows have */
async function addSums(
  query: RunQuery,
  schema: string,
  rows: readonly number[],
  sums: GenerationSums,
): Promise<number> {
  const { dimensions } = sums.passages;
  let sentences = 0;
  for (let first = 0; first < rows.length; first += rowsPerRead) {
    const found = await query<{ records: Buffer }>(
      `select records from ${schema}.passages where row = any($1::int[])`,
      [rows.slice(first, first + rowsPerRead)],
    );
    for (const { records } of found)
      for (let i = 0; i < records.length / recordBytes(dimensions); i++) {
        addToSums(
          i === 0 ? sums.passages : sums.sentences,
          decodeRecord(records, i, dimensions),
          1,
        );
        if (i > 0) sentences++;
      }
  }
  return sentences;
}

async function sumUp(
  query: RunQuery,
  { published, database, dimensions }: Publication,
  written: Written,
  gone: Gone,
): Promise<GenerationSums> {
  const before = published && (await readSums(query, database.schema, published));
  const total = (kind: "passages" | "sentences"): VectorSums => {
    const sums = createVectorSums(dimensions);
    for (let i = 0; i < sums.numbers.length; i++)
      sums.numbers[i] =
        (before?.[kind].numbers[i] ?? 0) +
        (written.sums[kind].numbers[i] ?? 0) -
        (gone.sums[kind].numbers[i] ?? 0);
    return sums;
  };
  return { passages: total("passages"), sentences: total("sentences") };
}

/** Writes the blocks in which something changes; the others stay as they are for the new generation too. */
async function writeLengths(
  query: RunQuery,
  { published, lease, database: { schema } }: Publication,
  { lengths }: Written,
  gone: readonly number[],
): Promise<void> {
  const blocks = await readLengthBlocks(query, schema, published?.number ?? lease.generation);
  const touched = new Set<number>();
  const set = (row: number, stored: number): void => {
    const number = Math.floor(row / rowsPerBlock);
    const block = blocks.get(number) ?? new Uint32Array(rowsPerBlock);
    blocks.set(number, block);
    block[row % rowsPerBlock] = stored;
    touched.add(number);
  };
  for (const row of gone) set(row, 0);
  for (const [row, length] of lengths) set(row, length + 1);
  for (const number of touched)
    await query(
      `insert into ${schema}.length_blocks (block, added_in, lengths) values ($1, $2, $3)`,
      [number, lease.generation, encodeLengths(blocks.get(number) ?? new Uint32Array())],
    );
}

/** Links the encounters of all articles and writes those that came out otherwise than before. */
async function linkAll(
  query: RunQuery,
  { lease, linkEncounters, database: { schema } }: Publication,
): Promise<number> {
  const found = await query<{ record: Encounter }>(
    `select record from ${schema}.found_encounters e join ${schema}.articles a on a.number = e.article
     where a.removed_in is null and a.added_in <= $1 order by e.article, e.ordinal`,
    [lease.generation],
  );
  const linked = linkEncounters(found.map(({ record }) => record));
  const ordinals = new Map<ArticleId, number>();
  const wanted = new Map(
    linked.map((encounter) => {
      const { articleId } = encounter;
      const ordinal = ordinals.get(articleId) ?? 0;
      ordinals.set(articleId, ordinal + 1);
      return [placeOf(articleId, ordinal), { articleId, ordinal, text: JSON.stringify(encounter) }];
    }),
  );
  const shown = await query<{ article_id: ArticleId; ordinal: number; text: string }>(
    `select article_id, ordinal, record::text as text from ${schema}.linked_encounters where removed_in is null`,
  );
  const stale = shown.filter(
    (one) => wanted.get(placeOf(one.article_id, one.ordinal))?.text !== one.text,
  );
  const isStale = new Set(stale.map((one) => placeOf(one.article_id, one.ordinal)));
  const kept = new Set(
    shown.map((one) => placeOf(one.article_id, one.ordinal)).filter((place) => !isStale.has(place)),
  );
  const fresh = [...wanted].filter(([place]) => !kept.has(place)).map(([, one]) => one);
  await query(
    `update ${schema}.linked_encounters e set removed_in = $1
     from unnest($2::text[], $3::int[]) as old (article_id, ordinal)
     where e.article_id = old.article_id and e.ordinal = old.ordinal and e.removed_in is null`,
    [lease.generation, stale.map((one) => one.article_id), stale.map((one) => one.ordinal)],
  );
  await query(
    `insert into ${schema}.linked_encounters (article_id, ordinal, record, added_in)
     select *, $4::int from unnest($1::text[], $2::int[], $3::json[])`,
    [
      fresh.map((one) => one.articleId),
      fresh.map((one) => one.ordinal),
      fresh.map((one) => one.text),
      lease.generation,
    ],
  );
  return linked.length;
}

function placeOf(articleId: ArticleId, ordinal: number): string {
  return `${ordinal}:${articleId}`;
}
