/** Turns what the driver throws into the condition that somebody catches. No message ever holds the password. */
import { errorCode, IndexError } from "../../errors.ts";

/**
 * SQLSTATE classes and codes, https://www.postgresql.org/docs/current/errcodes-appendix.html: connection exceptions,
 * operator intervention (shutdown, cancelled statement), too many connections, bad login, no such database.
 */
const unreachableStates = /^(?:08|57|53300|28|3D)/;
/** No space, no memory, read-only, no rights. */
const unwritableStates = /^(?:53|25006|42501)/;
const connectionCodes = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ECONNABORTED",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EPIPE",
  "ETIMEDOUT",
]);
/** What `pg` and its pool say where there is no code. */
const connectionMessages =
  /^(?:Connection terminated|timeout expired|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|Client was closed|Cannot use a pool after)/;

/** The database as messages name it: host, port and name, nothing secret. */
export function nameDatabase(databaseUrl: string): string {
  if (!URL.canParse(databaseUrl)) return "the database of DATABASE_URL";
  const { hostname, port, pathname } = new URL(databaseUrl);
  return `${hostname || "localhost"}:${port || "5432"}${pathname}`;
}

export function isConnectionError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = errorCode(error);
  if (code !== undefined) return connectionCodes.has(code) || unreachableStates.test(code);
  return error instanceof AggregateError
    ? error.errors.some(isConnectionError)
    : connectionMessages.test(error.message);
}

/** An IndexError for what concerns the server; anything else is returned as it is. */
export function asIndexError(error: unknown, database: string): unknown {
  if (error instanceof IndexError || !(error instanceof Error)) return error;
  const found = errorCode(error) ?? error.message;
  if (isConnectionError(error))
    return new IndexError(
      database,
      "unreachable",
      `The database ${database} does not answer (${found}). Check that PostgreSQL runs there and that DATABASE_URL is right`,
      { cause: error },
    );
  if (unwritableStates.test(errorCode(error) ?? ""))
    return new IndexError(
      database,
      "unwritable",
      `The database ${database} refuses to be written (${found}: ${error.message}). Check its disk and the rights of its user`,
      { cause: error },
    );
  return error;
}
