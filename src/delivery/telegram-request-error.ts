/**
 * A request to the Bot API that got no answer. It is made from harmless facts only: what an HTTP
 * client throws holds the address, and the address holds the token.
 */
import { HttpError } from "grammy";

/** not-sent: the server cannot have seen it. unknown: it may have done what was asked. */
export type RequestOutcome = "not-sent" | "unknown";

export class TelegramRequestError extends Error {
  override readonly name = "TelegramRequestError";
  constructor(
    readonly method: string,
    readonly outcome: RequestOutcome,
    /** What the system or the HTTP client calls it: `ECONNREFUSED`, `timeout`, `malformed-response`. */
    readonly code: string,
  ) {
    super(`Bot API request ${method} got no answer: ${code} (${outcome})`);
  }
}

/** The request error inside what grammY throws, or null when it is something else. */
export function findRequestError(error: unknown): TelegramRequestError | null {
  const inner = error instanceof HttpError ? error.error : error;
  return inner instanceof TelegramRequestError ? inner : null;
}
