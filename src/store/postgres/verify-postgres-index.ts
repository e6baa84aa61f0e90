/** Counts a published index in PostgreSQL through and tells what is there, or what is wrong and what to do. */
import type { ArticleId } from "../../corpus/raw-article.ts";
import { IndexError } from "../../errors.ts";
import { recordBytes } from "../quantized-vector.ts";
import type { StoreSummary } from "../store.ts";
import type { Database, RunQuery } from "./database.ts";
import { findPublished, readContents, readSums, shownIn, type Generation } from "./generation.ts";
import { createLiveRows, readLengthBlocks } from "./live-rows.ts";
import { migrate } from "./migrate.ts";

export type PostgresVerification =
  | {
      readonly outcome: "sound";
      readonly summary: StoreSummary;
      /** contentHash of every article, to be compared with the corpus. */
      readonly contents: ReadonlyMap<ArticleId, string>;
    }
  | {
      readonly outcome: "unusable";
      readonly reason: IndexError["reason"];
      readonly message: string;
    };

const timeoutMs = 600_000;

/** Reads the sizes of everything, changes nothing. PostgreSQL itself vouches for the bytes (initdb --data-checksums). */
export async function verifyPostgresIndex(database: Database): Promise<PostgresVerification> {
  try {
    await migrate(database);
    return await database.transaction((query) => verify(query, database), { timeoutMs });
  } catch (error) {
    if (!(error instanceof IndexError)) throw error;
    return { outcome: "unusable", reason: error.reason, message: error.message };
  }
}

async function verify(query: RunQuery, { name, schema }: Database): Promise<PostgresVerification> {
  await query("set transaction isolation level repeatable read, read only");
  const generation = await findPublished(query, schema);
  if (!generation)
    return {
      outcome: "unusable",
      reason: "missing",
      message: `There is no index in ${name} yet. Run "npm run sourcier -- ingest"`,
    };
  const { summary } = generation;
  const found = await countAll(query, schema, generation);
  const faults = Object.entries(found).flatMap(([what, { is, should }]) =>
    is === should ? [] : [`${what}: ${is} instead of ${should}`],
  );
  if (faults.length > 0)
    return {
      outcome: "unusable",
      reason: "damaged",
      message: `The index in ${name} is damaged (${faults.join(", ")}). Run "npm run sourcier -- ingest" to build it again`,
    };
  return { outcome: "sound", summary, contents: await readContents(query, schema, generation) };
}

interface Count {
  readonly is: number;
  readonly should: number;
}

async function countAll(
  query: RunQuery,
  schema: string,
  generation: Generation,
): Promise<Readonly<Record<string, Count>>> {
  const { summary, dimensions, number } = generation;
  const live = createLiveRows(await readLengthBlocks(query, schema, number));
  const sums = await readSums(query, schema, generation);
  const [articles] = await query<{ count: number; passages: number }>(
    `select count(*)::int as count, coalesce(sum(passages), 0)::int as passages
     from ${schema}.articles where ${shownIn("$1")}`,
    [number],
  );
  const [passages] = await query<{ count: number; records: number }>(
    `select count(*)::int as count, coalesce(sum(octet_length(records)), 0)::float8 as records
     from ${schema}.passages p join ${schema}.articles a
       on p.row >= a.first_row and p.row < a.first_row + a.passages
     where ${shownIn("$1")}`,
    [number],
  );
  const [encounters] = await query<{ count: number }>(
    `select count(*)::int as count from ${schema}.linked_encounters where ${shownIn("$1")}`,
    [number],
  );
  const vectors = summary.passages + summary.sentences;
  return {
    articles: { is: articles?.count ?? 0, should: summary.articles },
    "passages of articles": { is: articles?.passages ?? 0, should: summary.passages },
    passages: { is: passages?.count ?? 0, should: summary.passages },
    "bytes of vectors": { is: passages?.records ?? 0, should: vectors * recordBytes(dimensions) },
    "passage lengths": { is: live.rows.length, should: summary.passages },
    "summed passages": { is: sums.passages.numbers[0] ?? 0, should: summary.passages },
    "summed sentences": { is: sums.sentences.numbers[0] ?? 0, should: summary.sentences },
    encounters: { is: encounters?.count ?? 0, should: summary.encounters },
  };
}
