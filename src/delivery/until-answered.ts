/** Asks Telegram for as long as it takes: a bot started without a network waits for it. */
import { GrammyError } from "grammy";
import type { Logger } from "../logger.ts";
import { backoffMs, type Clock } from "./clock.ts";
import { throwIfFinal } from "./poll-updates.ts";

const firstRetryMs = 500;
const longestRetryMs = 15_000;

/**
 * The result of a call that everything else depends on, or null when the signal aborted first.
 *
 * @throws {TelegramAccessError} when the token is refused
 * @throws {GrammyError} when Telegram refuses the call itself
 */
export async function untilAnswered<Result>(
  call: () => Promise<Result>,
  options: { readonly clock: Clock; readonly logger: Logger; readonly signal: AbortSignal },
): Promise<Result | null> {
  for (let failures = 0; !options.signal.aborted; failures += 1) {
    try {
      return await call();
    } catch (error) {
      throwIfFinal(error);
      if (isRefusal(error)) throw error;
      options.logger.warn({ err: error, failures: failures + 1 }, "cannot reach Telegram");
      await options.clock.sleep(backoffMs(failures, firstRetryMs, longestRetryMs), options.signal);
    }
  }
  return null;
}

/** Asking again would be refused again. */
function isRefusal(error: unknown): boolean {
  if (!(error instanceof GrammyError)) return false;
  return error.error_code < 500 && error.error_code !== 429;
}
