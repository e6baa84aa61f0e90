/**
 * The conditions somebody catches. Messages say what was wanted, what was found, and what to do;
 * no full stop at the end; facts are fields. Below them, what is read of any error.
 */

/** One or more settings are wrong. All problems are reported at once. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
  constructor(readonly problems: readonly string[]) {
    super(problems.join("\n"));
  }
}

/** The corpus cannot be read at all (a single bad article is a Rejection, not an error). */
export class CorpusError extends Error {
  override readonly name = "CorpusError";
  constructor(
    readonly path: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The encoder is missing, damaged or failed. */
export class EmbedderError extends Error {
  override readonly name = "EmbedderError";
  constructor(
    readonly model: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** The index is missing, damaged, of another format, made by another encoder, or its database does not answer. */
export class IndexError extends Error {
  override readonly name = "IndexError";
  constructor(
    readonly path: string,
    readonly reason:
      "missing" | "damaged" | "incompatible" | "locked" | "unwritable" | "unreachable",
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Wrong use of the command line: exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** Telegram does not let this process in: it refuses the token, or serves another process of the same bot. */
export class TelegramAccessError extends Error {
  override readonly name = "TelegramAccessError";
  constructor(
    readonly reason: "refused-token" | "other-process",
    message: string,
  ) {
    super(message);
  }
}

/** What there is to say of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The system's or a library's code of an error, such as ENOENT; undefined where it has none. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string"
    ? error.code
    : undefined;
}

/** The system's word for an error (`EACCES`), which says less of this machine than its message does. */
export function errorWord(error: unknown): string {
  return errorCode(error) ?? String(error);
}

/** The class of an error, for logs: its message may hold what nobody is to read there, such as a token. */
export function errorName(error: unknown): string {
  return error instanceof Error ? error.name : typeof error;
}
