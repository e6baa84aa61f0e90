/**
 * One writer at a time: a lease in the database that its holder renews and everybody can read. Each write checks it in
 * the same transaction, so a writer that lost it (a paused process, a cut network) can no longer change anything,
 * which a lock that silently ends with its connection would not prevent.
 */
import { randomUUID } from "node:crypto";
import { IndexError } from "../../errors.ts";
import type { Database, RunQuery } from "./database.ts";

export interface WriterLease {
  /** The number that this writer's generation will have. */
  readonly generation: number;
  /**
   * In a transaction that writes: holds the lease until its end and takes as many new rows.
   * @returns the first of them @throws {IndexError} `locked` when another writer has taken over
   */
  takeRows(query: RunQuery, rows: number): Promise<number>;
  release(): Promise<void>;
}

/** How long a killed writer keeps others waiting. */
const defaultLeaseMs = 15_000;

/** @throws {IndexError} `locked` when another process updates this index */
export async function takeWriterLease(
  database: Database,
  leaseMs = defaultLeaseMs,
): Promise<WriterLease> {
  const { schema } = database;
  const writer = randomUUID();
  const generation = await database.transaction(async (query) => {
    const [taken] = await query<{ last_generation: number }>(
      `update ${schema}.index_state
       set writer = $1, writer_until = ${leaseEnd("$2")}, last_generation = last_generation + 1
       where writer is null or writer_until < clock_timestamp() returning last_generation`,
      [writer, leaseMs],
    );
    if (!taken) throw locked(database, "Another process is updating the index");
    return taken.last_generation;
  });
  const renewal = setInterval(() => {
    // A failed renewal is no news: the next write finds out.
    database.query(renew(schema), [writer, leaseMs]).catch(() => undefined);
  }, leaseMs / 3);
  renewal.unref();
  return {
    generation,
    async takeRows(query, rows) {
      const [state] = await query<{ next_row: number }>(
        `update ${schema}.index_state set next_row = next_row + $3, writer_until = ${leaseEnd("$2")}
         where writer = $1 returning next_row`,
        [writer, leaseMs, rows],
      );
      if (!state) throw locked(database, "Another process has taken over the update of the index");
      return state.next_row - rows;
    },
    async release() {
      clearInterval(renewal);
      await database.query(
        `update ${schema}.index_state set writer = null, writer_until = null where writer = $1`,
        [writer],
      );
    },
  };
}

function leaseEnd(milliseconds: string): string {
  return `clock_timestamp() + ${milliseconds} * interval '1 millisecond'`;
}

function renew(schema: string): string {
  return `update ${schema}.index_state set writer_until = ${leaseEnd("$2")} where writer = $1`;
}

function locked(database: Database, what: string): IndexError {
  return new IndexError(
    database.name,
    "locked",
    `${what} in ${database.name}. Wait until it has finished, then run this again`,
  );
}
