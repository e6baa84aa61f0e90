/** Asks Telegram who the bot is, for as long as it takes: a bot started without a network waits for it. */
import type { Api } from "grammy";
import type { UserFromGetMe } from "grammy/types";
import type { Logger } from "../logger.ts";
import { backoffMs, type Clock } from "./clock.ts";
import { throwIfFinal } from "./poll-updates.ts";

const firstRetryMs = 500;
const longestRetryMs = 15_000;

/** Null when the signal aborted first. @throws {TelegramAccessError} when the token is refused */
export async function connectBot(
  api: Api,
  options: { readonly clock: Clock; readonly logger: Logger; readonly signal: AbortSignal },
): Promise<UserFromGetMe | null> {
  for (let failures = 0; !options.signal.aborted; failures += 1) {
    try {
      return await api.getMe();
    } catch (error) {
      throwIfFinal(error);
      options.logger.warn({ err: error, failures: failures + 1 }, "cannot reach Telegram");
      await options.clock.sleep(backoffMs(failures, firstRetryMs, longestRetryMs), options.signal);
    }
  }
  return null;
}
