/**
 * The connections to one PostgreSQL database: a small pool that forgets broken connections and opens new ones, and
 * statements that end in time. A read that a lost connection cut off is asked once more; a transaction never is.
 */
import pg from "pg";
import { errorCode } from "../../errors.ts";
import { asIndexError, isConnectionError, nameDatabase } from "./database-error.ts";

export type SqlValue =
  | string
  | number
  | boolean
  | Date
  | Uint8Array
  | null
  | readonly (string | number | Uint8Array | null)[];

/** Runs one statement and returns its rows; `Result` is the row's shape, known from the statement. */
export type RunQuery = <Result extends object>(
  text: string,
  values?: readonly SqlValue[],
) => Promise<readonly Result[]>;

export interface Database {
  /** As messages name it. */
  readonly name: string;
  /** The schema that holds all of Sourcier's tables, safe to be put into a statement. */
  readonly schema: string;
  /** One statement that may be repeated without harm: a read, or a write that is the same twice. */
  readonly query: RunQuery;
  /** All or nothing. @param timeoutMs of each statement; default the database's own */
  transaction<T>(
    work: (query: RunQuery) => Promise<T>,
    options?: { readonly timeoutMs?: number },
  ): Promise<T>;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** @default "sourcier" */
  readonly schema?: string;
  /** Connections held at most. @default 8 */
  readonly connections?: number;
  /** A statement is given up after this time. @default 15000 */
  readonly timeoutMs?: number;
  /** Told of a connection that broke while nobody used it; the next query opens another one. */
  readonly onLostConnection?: (error: Error) => void;
}

/** For a new connection; a server that is up answers within milliseconds. */
const connectTimeoutMs = 5_000;
const idleTimeoutMs = 60_000;
/**
 * Candidates that pgvector's HNSW looks at per search (docs/scale.md has the recall this gives), and that it goes on
 * when more rows are asked for than these hold.
 */
const sessionSettings = "set hnsw.ef_search = 200; set hnsw.iterative_scan = strict_order";
/** The client gives up later than the server, so that the server's own message is the one told. */
const graceMs = 2_000;

/** Prepares the connections; nothing is contacted yet. */
export function openDatabase(databaseUrl: string, options: DatabaseOptions = {}): Database {
  const { schema = "sourcier", connections = 8, timeoutMs = 15_000 } = options;
  const onLostConnection = options.onLostConnection ?? (() => undefined);
  if (!/^[a-z][a-z0-9_]{0,40}$/.test(schema))
    throw new RangeError(`${JSON.stringify(schema)} cannot name a schema`);
  const name = nameDatabase(databaseUrl);
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: connections,
    connectionTimeoutMillis: connectTimeoutMs,
    idleTimeoutMillis: idleTimeoutMs,
    // Settings of an extension are accepted even before it is loaded. The pool waits for what is returned here,
    // which its types do not tell.
    // eslint-disable-next-line @typescript-eslint/no-misused-promises
    onConnect: (client) => client.query(`${sessionSettings}; set statement_timeout = ${timeoutMs}`),
    query_timeout: timeoutMs + graceMs,
    application_name: "sourcier",
    keepAlive: true,
    allowExitOnIdle: true,
  });
  // Without a listener the event of an idle connection that breaks would end the process.
  pool.on("error", onLostConnection);
  return {
    name,
    schema,
    query: (text, values) => asking(name, () => readTwice(pool, text, values)),
    transaction: (work, how = {}) => asking(name, () => transact(pool, work, how.timeoutMs)),
    close: () => pool.end(),
  };
}

async function asking<T>(name: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asIndexError(error, name);
  }
}

async function readTwice<Result extends object>(
  pool: pg.Pool,
  text: string,
  values: readonly SqlValue[] = [],
): Promise<readonly Result[]> {
  try {
    return (await pool.query<Result>(text, asParameters(values))).rows;
  } catch (error) {
    if (!isConnectionError(error) || isTimeout(error)) throw error;
    return (await pool.query<Result>(text, asParameters(values))).rows;
  }
}

/** A statement that took too long would take too long again. */
function isTimeout(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return error.message.includes("timeout") || errorCode(error) === "57014";
}

async function transact<T>(
  pool: pg.Pool,
  work: (query: RunQuery) => Promise<T>,
  timeoutMs: number | undefined,
): Promise<T> {
  const client = await pool.connect();
  let broken = false;
  const query: RunQuery = async <Result extends object>(
    text: string,
    values: readonly SqlValue[] = [],
  ) => {
    const limit = timeoutMs === undefined ? {} : { query_timeout: timeoutMs + graceMs };
    const parameters = asParameters(values);
    return (await client.query<Result>({ text, values: parameters, ...limit })).rows;
  };
  try {
    await query("begin");
    if (timeoutMs !== undefined)
      await query(`set local statement_timeout = ${Math.ceil(timeoutMs)}`);
    const result = await work(query);
    await query("commit");
    return result;
  } catch (error) {
    broken = isConnectionError(error) || !(await rollBack(client));
    throw error;
  } finally {
    client.release(broken);
  }
}

/** @returns whether the connection can be used again */
async function rollBack(client: pg.PoolClient): Promise<boolean> {
  try {
    await client.query("rollback");
    return true;
  } catch (error) {
    if (error instanceof Error) return false;
    throw error;
  }
}

function asParameters(values: readonly SqlValue[]): unknown[] {
  return values.map(asParameter);
}

function asParameter(value: SqlValue): unknown {
  if (value instanceof Uint8Array) return asBuffer(value);
  return Array.isArray(value)
    ? value.map((one: unknown) => (one instanceof Uint8Array ? asBuffer(one) : one))
    : value;
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
