/**
 * Long polling, at least once: an update is confirmed to Telegram (by the offset of a later poll) only
 * when it and everything before it is recorded as handled. A slow answer does not hold up others:
 * meanwhile polling goes on and the updates in hand, which Telegram repeats, are known.
 *
 * Telegram gives at most 100 updates after the oldest unfinished one, so no more are ever in hand.
 */
import { GrammyError, type Api } from "grammy";
import type { Update } from "grammy/types";
import { TelegramAccessError } from "../errors.ts";
import type { Logger } from "../logger.ts";
import { backoffMs, type Clock } from "./clock.ts";
import type { DeliverUpdate } from "./deliver-update.ts";
import { forGrammy, linkAbort } from "./link-abort.ts";

type AllowedUpdates = NonNullable<NonNullable<Parameters<Api["getUpdates"]>[0]>["allowed_updates"]>;

export interface PollOptions {
  readonly api: Api;
  readonly deliver: DeliverUpdate;
  /** Kinds of update that the bot answers. */
  readonly allowedUpdates: AllowedUpdates;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Aborts to stop: the poll ends, answers in hand are finished by whoever waits for them. */
  readonly signal: AbortSignal;
}

/** The most that Telegram gives at once. */
const batchSize = 100;
/** How long Telegram may hold a poll open. */
const pollSeconds = 30;
/** A poll without any end is given up and begun anew, whatever the HTTP client makes of it. */
const silentPollMs = 90_000;
const firstRetryMs = 500;
const longestRetryMs = 15_000;
/** A server that does not hold empty polls open is not stormed with them. */
const emptyPollMs = 250;
/** Polls while answers are in hand: soon enough for others, not a storm of requests. */
const firstRefetchMs = 100;
const longestRefetchMs = 1_000;
/** After a full batch there is more: the next is fetched as soon as a little is finished. */
const hasMoreMs = 10;
/** How long a stop waits for Telegram to take the last confirmation. */
const confirmMs = 1_500;

export interface Poller {
  /** Polls until the signal aborts. @throws {TelegramAccessError} */
  run(): Promise<void>;
  /** Tells Telegram what is finished, so that the next start does not get it again. */
  confirm(): Promise<void>;
  /** Resolves when nothing is in hand. */
  idle(): Promise<void>;
  /** Since Telegram last answered a poll; null before the first. */
  msSincePoll(): number | null;
}

export function createPoller(options: PollOptions): Poller {
  const { api, clock, logger, signal } = options;
  const position = createPosition();
  const inHand = new Map<number, Promise<void>>();
  let polledAt: number | null = null;

  function accept(update: Update): boolean {
    const updateId = update.update_id;
    if (inHand.has(updateId)) return false;
    position.begin(updateId);
    const delivery = options.deliver(update).then((outcome) => {
      inHand.delete(updateId);
      if (outcome !== "postponed") position.finish(updateId);
    });
    inHand.set(updateId, delivery);
    return true;
  }

  async function idle(): Promise<void> {
    while (inHand.size > 0) await Promise.all(inHand.values());
  }

  async function run(): Promise<void> {
    let quietPolls = 0;
    while (!signal.aborted) {
      const startedAt = clock.now();
      const updates = await fetchPatiently(options, position.offset());
      const accepted = updates.filter(accept).length;
      position.seen(updates.at(-1)?.update_id);
      polledAt = clock.now();
      if (inHand.size === 0) {
        const restMs = emptyPollMs - (clock.now() - startedAt);
        if (updates.length === 0 && restMs > 0) await clock.sleep(restMs, signal);
        continue;
      }
      quietPolls = accepted > 0 ? 0 : quietPolls + 1;
      const refetchMs = backoffMs(quietPolls, firstRefetchMs, longestRefetchMs);
      const hasMore = updates.length === batchSize && accepted > 0;
      await waitFor(idle(), hasMore ? hasMoreMs : refetchMs, options);
    }
  }

  async function confirm(): Promise<void> {
    const offset = position.offset();
    if (offset === undefined) return;
    try {
      await api.getUpdates(
        { offset, limit: 1, timeout: 0 },
        forGrammy(AbortSignal.timeout(confirmMs)),
      );
    } catch (error) {
      logger.warn({ err: error }, "cannot confirm the last updates; the next start knows them");
    }
  }

  return {
    run,
    confirm,
    idle,
    msSincePoll: () => (polledAt === null ? null : clock.now() - polledAt),
  };
}

/** Where polling stands: the lowest number that is not finished, or the one after the last. */
function createPosition() {
  const unfinished = new Set<number>();
  let next: number | undefined;
  return {
    begin: (updateId: number) => void unfinished.add(updateId),
    finish: (updateId: number) => void unfinished.delete(updateId),
    /** Of the newest batch only: after a quiet week Telegram may number from anywhere. */
    seen: (lastId: number | undefined) => {
      if (lastId !== undefined) next = lastId + 1;
    },
    offset: () => (unfinished.size === 0 ? next : Math.min(...unfinished)),
  };
}

/** Waits until nothing is in hand, or for a time; whatever comes first calls the other off. */
async function waitFor(idle: Promise<void>, ms: number, { clock, signal }: PollOptions) {
  const wait = linkAbort(signal);
  try {
    await Promise.race([idle, clock.sleep(ms, wait.signal)]);
  } finally {
    wait.end();
  }
}

/** Polls until Telegram answers. Nothing when the signal aborts. @throws {TelegramAccessError} */
async function fetchPatiently(
  options: PollOptions,
  offset: number | undefined,
): Promise<readonly Update[]> {
  const { clock, logger, signal } = options;
  const isStopping = () => signal.aborted;
  for (let failures = 0; !isStopping(); failures += 1) {
    try {
      const updates = await fetchOnce(options, offset);
      if (failures > 0) logger.info({ failures }, "Telegram answers again");
      return updates;
    } catch (error) {
      if (isStopping()) break;
      throwIfFinal(error);
      const waitMs = waitAfter(error, failures);
      logger.warn({ err: error, failures: failures + 1, waitMs }, "cannot poll Telegram");
      await clock.sleep(waitMs, signal);
    }
  }
  return [];
}

/** One getUpdates, ended by its answer, by a stop, or by the watchdog. */
async function fetchOnce(
  { api, allowedUpdates, clock, signal }: PollOptions,
  offset: number | undefined,
): Promise<readonly Update[]> {
  const request = linkAbort(signal);
  const watchdog = clock.sleep(silentPollMs, request.signal).then(() => "silent" as const);
  const polled = api.getUpdates(
    {
      ...(offset === undefined ? {} : { offset }),
      limit: batchSize,
      timeout: pollSeconds,
      allowed_updates: allowedUpdates,
    },
    forGrammy(request.signal),
  );
  try {
    const updates = await Promise.race([polled, watchdog]);
    if (updates === "silent") throw new Error(`no end of a poll within ${silentPollMs} ms`);
    return updates;
  } finally {
    polled.catch(() => "given up"); // it may still fail when it is ended below
    request.end();
  }
}

/** @throws {TelegramAccessError} when no later poll can succeed */
export function throwIfFinal(error: unknown): void {
  if (!(error instanceof GrammyError)) return;
  if (error.error_code === 401 || error.error_code === 404) {
    throw new TelegramAccessError(
      "refused-token",
      "Telegram refuses the bot token: check BOT_TOKEN, or ask @BotFather for a new one",
    );
  }
  if (error.error_code === 409) {
    throw new TelegramAccessError(
      "other-process",
      "Telegram serves another process with this bot token: stop that one, then start again",
    );
  }
}

function waitAfter(error: unknown, failures: number): number {
  const retryAfter = error instanceof GrammyError ? error.parameters.retry_after : undefined;
  return retryAfter === undefined
    ? backoffMs(failures, firstRetryMs, longestRetryMs)
    : retryAfter * 1_000;
}
