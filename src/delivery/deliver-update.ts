/**
 * One update in, one answer out: known updates are left alone, those of a chat are handled in order,
 * failures are judged, and what is finished is recorded before anybody tells Telegram so.
 */
import type { Update } from "grammy/types";
import { concernsOwnData } from "../bot/own-data.ts";
import type { Logger } from "../logger.ts";
import type { Clock } from "./clock.ts";
import type { ChatQueue } from "./chat-queue.ts";
import type { HandledUpdates } from "./handled-updates.ts";
import { judgeFailure, unwrapBotError, type Judgement } from "./judge-failure.ts";
import { createRecentKeys } from "./recent-keys.ts";
import { askedAtOf, askerOf, chatKeyOf, type NoteReason, type SendNote } from "./update-note.ts";
import { watchVisibleSends } from "./visible-sends.ts";

/**
 * handled: answered; known: handled before; passed: given up, with a note where possible; shed: left
 * out of a flood; postponed: not finished, it has to come again.
 */
export type DeliveryOutcome = "handled" | "known" | "passed" | "shed" | "postponed";

export type DeliverUpdate = (update: Update) => Promise<DeliveryOutcome>;

export interface DeliverUpdateOptions {
  readonly handle: (update: Update) => Promise<void>;
  readonly handled: HandledUpdates;
  readonly queue: ChatQueue;
  readonly sendNote: SendNote;
  readonly clock: Pick<Clock, "now">;
  readonly logger: Logger;
}

/** Within this time an update that was put off comes again and is no flood; Telegram repeats within minutes. */
const putOffMs = 600_000;
/** Whoever goes on flooding is told so once in this time. */
const tellAgainMs = 60_000;
/**
 * Attempts at one update, cut off by the end of the process, before it is given up. Many, because a
 * crash cuts off everything in hand: the innocent have long been answered when the culprit is given up.
 */
const maxAttempts = 20;
/** Attempts within one claim: a failure that comes twice comes always. */
const maxTries = 2;

/** The promise never rejects. Calling it again with an update in hand joins the first call. */
export function createDeliverUpdate(options: DeliverUpdateOptions): DeliverUpdate {
  const { handled, queue, logger } = options;
  const inHand = new Map<number, Promise<DeliveryOutcome>>();
  const toldToWait = createRecentKeys(tellAgainMs, options.clock);
  const putOff = createRecentKeys(putOffMs, options.clock);

  async function shed(update: Update, key: string): Promise<DeliveryOutcome> {
    await handled.done(update.update_id);
    if (!toldToWait.has(key)) {
      toldToWait.add(key);
      await note(options, update, "flooded");
    }
    return "shed";
  }

  async function deliver(update: Update): Promise<DeliveryOutcome> {
    const key = chatKeyOf(update);
    const askedAt = askedAtOf(update) ?? options.clock.now();
    const isAgain = putOff.has(`${update.update_id}`);
    const isOwed = concernsOwnData(update);
    const request = { key, asker: askerOf(update), askedAt, isAgain, isOwed };
    const running = queue.add(request, () => handleOnce(options, update));
    if (running === null) return await shed(update, key);
    const outcome = await running;
    if (outcome === "postponed") putOff.add(`${update.update_id}`);
    return outcome;
  }

  return async (update) => {
    const updateId = update.update_id;
    if (handled.has(updateId)) return "known";
    const joined = inHand.get(updateId);
    if (joined !== undefined) return await joined;
    const delivery = deliver(update);
    inHand.set(updateId, delivery);
    try {
      return await delivery;
    } catch (error) {
      logger.error({ err: error, updateId }, "cannot deliver an update");
      return "postponed";
    } finally {
      inHand.delete(updateId);
    }
  };
}

async function handleOnce(options: DeliverUpdateOptions, update: Update): Promise<DeliveryOutcome> {
  const { handled, logger } = options;
  const updateId = update.update_id;
  const attempt = await handled.claim(updateId);
  if (attempt === "known") return "known";
  if (attempt === "elsewhere") return "postponed";
  const judgement =
    attempt > maxAttempts
      ? ({ kind: "pass", why: "crashes", note: "failed" } as const)
      : await tryToHandle(options, update);
  if (judgement?.kind === "postpone" && (!judgement.counts || attempt < maxTries)) {
    if (!judgement.counts) await handled.release(updateId);
    return "postponed";
  }
  if (judgement === null) {
    await handled.done(updateId);
    return "handled";
  }
  const { why, reason } =
    judgement.kind === "pass"
      ? { why: judgement.why, reason: judgement.note }
      : { why: judgement.kind, reason: "failed" as const };
  logger.warn({ updateId, attempt, why }, "gave up an update");
  if (reason !== null) await note(options, update, reason);
  await handled.done(updateId);
  return "passed";
}

/** Null: handled. */
async function tryToHandle(
  options: DeliverUpdateOptions,
  update: Update,
): Promise<Judgement | null> {
  let judgement: Judgement | null = null;
  for (let tries = 0; tries < maxTries; tries += 1) {
    const { result, visible } = await watchVisibleSends(
      () => capture(options.handle, update),
      (isSeen) => options.handled.assumeSeen(update.update_id, isSeen),
    );
    if (result === null) return null;
    judgement = judgeFailure(result.error, visible);
    const facts = { err: unwrapBotError(result.error), updateId: update.update_id };
    options.logger.warn({ ...facts, judgement: judgement.kind, visible }, "handling failed");
    if (judgement.kind !== "retry") return judgement;
  }
  return judgement;
}

async function capture(
  handle: (update: Update) => Promise<void>,
  update: Update,
): Promise<{ readonly error: unknown } | null> {
  try {
    await handle(update);
    return null;
  } catch (error) {
    return { error };
  }
}

/** A note that cannot be sent is logged and given up: it is not worth losing other answers for. */
async function note(
  { sendNote, logger }: DeliverUpdateOptions,
  update: Update,
  reason: NoteReason,
): Promise<void> {
  try {
    await sendNote(update, reason);
  } catch (error) {
    logger.warn({ err: error, updateId: update.update_id, reason }, "cannot send a note");
  }
}
