/**
 * Feedback in PostgreSQL, for processes that share it. The database sees whose records belong together, but neither
 * whose they are nor what is in them: users are named by a keyed hash, records are encrypted.
 */
import { createHmac } from "node:crypto";
import type { Database, RunQuery } from "../../store/postgres/database.ts";
import { migrate } from "../../store/postgres/migrate.ts";
import type { FeedbackConsent, FeedbackStore } from "../bot-dependencies.ts";
import {
  assertConsented,
  entryRecord,
  feedbackKey,
  isReplacedBy,
  sealRecord,
  unsealRecord,
  type FeedbackRecord,
} from "./feedback-record.ts";

export interface FeedbackTableOptions {
  /** Something secret and lasting, such as the bot's token; another one cannot read the table. */
  readonly secret: string;
}

/** @throws {IndexError} when the database cannot be reached or its schema does not fit */
export async function openFeedbackTable(
  database: Database,
  { secret }: FeedbackTableOptions,
): Promise<FeedbackStore> {
  await migrate(database);
  const { table, personOf, unseal, insert, recordsOf } = sealedRows(database, secret);
  const readConsent = async (query: RunQuery, userId: number): Promise<FeedbackConsent> => {
    const [row] = await recordsOf(query, userId, "consent");
    return row?.record.kind === "consent" ? row.record.consent : "unknown";
  };
  const change = <T>(userId: number, work: (query: RunQuery) => Promise<T>): Promise<T> =>
    changeInTurn(database, personOf(userId), work);
  return {
    consent: (userId) => readConsent(database.query, userId),
    setConsent: (userId, consent) =>
      change(userId, async (query) => {
        await query(`delete from ${table} where person = $1 and kind = 'consent'`, [
          personOf(userId),
        ]);
        await insert(query, { kind: "consent", userId, consent });
      }),
    add: (userId, entry) =>
      change(userId, async (query) => {
        assertConsented(await readConsent(query, userId));
        const record = entryRecord(userId, entry);
        const theirs = await recordsOf(query, userId, "entry");
        const replaced = theirs.filter((row) => isReplacedBy(row.record, record));
        await query(`delete from ${table} where number = any($1::bigint[])`, [
          replaced.map(({ number }) => number),
        ]);
        await insert(query, record);
      }),
    async forget(userId) {
      const gone = await change(userId, (query) =>
        query<{ kind: string }>(`delete from ${table} where person = $1 returning kind`, [
          personOf(userId),
        ]),
      );
      return gone.filter(({ kind }) => kind === "entry").length;
    },
    async entries() {
      const rows = await database.query<{ record: Buffer }>(
        `select record from ${table} where kind = 'entry' order by number`,
      );
      const records = rows.map(({ record }) => unseal(record));
      return records.flatMap((record) => (record.kind === "entry" ? [record.entry] : []));
    },
  };
}

/** The table's rows, as what they mean to those who have the secret. */
function sealedRows({ name, schema }: Database, secret: string) {
  const table = `${schema}.feedback`;
  const key = feedbackKey(secret);
  const personOf = (userId: number) => createHmac("sha256", key).update(`${userId}`).digest();
  const unseal = (bytes: Buffer) =>
    unsealRecord(bytes, key, { kind: "table", name: `${name} ${table}` });
  const insert = async (query: RunQuery, record: FeedbackRecord): Promise<void> => {
    await query(`insert into ${table} (person, kind, record) values ($1, $2, $3)`, [
      personOf(record.userId),
      record.kind,
      sealRecord(record, key),
    ]);
  };
  const recordsOf = async (query: RunQuery, userId: number, kind: FeedbackRecord["kind"]) => {
    const rows = await query<{ number: string; record: Buffer }>(
      `select number, record from ${table} where person = $1 and kind = $2`,
      [personOf(userId), kind],
    );
    return rows.map(({ number, record }) => ({ number, record: unseal(record) }));
  };
  return { table, personOf, unseal, insert, recordsOf };
}

/** One change of a person's records at a time, whichever process asks: the consent read in it still stands at its end. */
function changeInTurn<T>(
  database: Database,
  person: Buffer,
  work: (query: RunQuery) => Promise<T>,
): Promise<T> {
  return database.transaction(async (query) => {
    await query("select pg_advisory_xact_lock($1)", [`${person.readBigInt64BE()}`]);
    return await work(query);
  });
}
