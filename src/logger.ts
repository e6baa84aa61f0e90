/**
 * The one log: JSON lines with facts first. Every line passes a filter that blanks out the secrets, and
 * an error is written as its name, message, stack and a few harmless facts, never whole: errors of an HTTP client
 * may carry the address with the token, those of a Bot API call the text of somebody's message.
 */
import { pino, type DestinationStream } from "pino";

/** Structured logging: facts first, then a constant message. Facts never hold a question. */
export interface Logger {
  trace(facts: object, message: string): void;
  debug(facts: object, message: string): void;
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
  fatal(facts: object, message: string): void;
}

export const logLevels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

export interface LoggerOptions {
  readonly level: LogLevel;
  /** Texts that never appear in the log, such as the bot's token. Empty ones are ignored. */
  readonly secrets: readonly string[];
  /** Where the lines go. @default standard error, written synchronously so that a dying process says why */
  readonly destination?: DestinationStream;
}

export function createLogger(options: LoggerOptions): Logger {
  const destination = options.destination ?? pino.destination({ fd: 2, sync: true });
  const secrets = options.secrets.filter((secret) => secret !== "");
  return pino(
    {
      level: options.level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: describeError },
    },
    {
      write: (line) => {
        destination.write(withoutSecrets(line, secrets));
      },
    },
  );
}

/** The text with every secret replaced. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets.reduce(
    (result, secret) => (secret === "" ? result : result.replaceAll(secret, "[secret]")),
    text,
  );
}

/** Facts of an error that say what happened without saying what anybody wrote. */
const harmlessFacts = ["code", "syscall", "method", "outcome", "error_code", "reason", "path"];

/** How deep `error` and `cause` are followed: a cycle or a tower of wrappers ends there. */
const maxDepth = 4;

/** An error as plain data that is safe to log. */
function describeError(error: unknown, depth = 0): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const facts: Record<string, unknown> = { type: error.name };
  const { message, stack } = error;
  // A Bot API client's own message may quote what it was about to send; its name and facts suffice.
  facts["message"] = message;
  if (stack !== undefined) facts["stack"] = stack.split("\n").slice(1, 12).join("\n");
  for (const [name, value] of Object.entries(error)) {
    if (harmlessFacts.includes(name) && (typeof value === "string" || typeof value === "number")) {
      facts[name] = value;
    }
  }
  const inner = "error" in error ? error.error : error.cause;
  if (inner instanceof Error && depth < maxDepth) facts["cause"] = describeError(inner, depth + 1);
  return facts;
}
