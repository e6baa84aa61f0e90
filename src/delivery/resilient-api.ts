/**
 * Repeats Bot API calls where that cannot show anybody a message twice: after a refusal (429, 5xx) and
 * where the request cannot have arrived. When nobody knows whether a message arrived, it is not sent again.
 */
import { autoRetry } from "@grammyjs/auto-retry";
import type { Transformer } from "grammy";
import type { ApiResponse } from "grammy/types";
import type { Logger } from "../logger.ts";
import { isFleeting, isRepeatable, isVisible } from "./api-method.ts";
import { backoffMs, type Clock } from "./clock.ts";
import { watchDeparture } from "./request-departure.ts";
import { findRequestError } from "./telegram-request-error.ts";
import { beginVisibleSend, noteVisibleSend } from "./visible-sends.ts";

export interface ResilientApiOptions {
  readonly clock: Clock;
  readonly logger: Logger;
  /** Ends the waiting between repetitions, for a quick stop. */
  readonly signal: AbortSignal;
}

/** How long an absent or failing Bot API is waited for with an answer in hand. */
const answerPatienceMs = 12 * 60_000;
/** The same for what nobody waits to read: commands' descriptions, the spinner of a button. */
const otherPatienceMs = 10_000;
const firstWaitMs = 500;
/** An answer in hand leaves at most this long after the network is back. */
const longestWaitMs = 15_000;
/** Repetitions of a repeatable call whose outcome is unknown. */
const unknownRepetitions = 2;
/** A longer `retry_after` is a ban rather than a pause: the answer is given up. */
const longestRetryAfterSeconds = 120;
const retriesAfterTooMany = 3;
/** Telegram answers within a fraction of this; a message it is silent about for longer may hang before it. */
const silenceMs = 2_000;

/** Transformers for `bot.api.config.use(...)`, in this order. */
export function resilientApi(options: ResilientApiOptions): readonly Transformer[] {
  const waitForTooMany = autoRetry({
    maxRetryAttempts: retriesAfterTooMany,
    maxDelaySeconds: longestRetryAfterSeconds,
    rethrowInternalServerErrors: true,
    rethrowHttpErrors: true,
  });
  return [
    asTransformer(assumeArrival),
    asTransformer(waitForTelegram(options)),
    (prev, method, payload, signal) =>
      isFleeting(method)
        ? prev(method, payload, signal)
        : waitForTooMany(prev, method, payload, signal),
    asTransformer(forgiveLateAnswers),
    asTransformer(countVisible),
  ];
}

/** A transformer that looks at no payload, so it is the same for every method. */
type Layer = (
  method: string,
  call: () => Promise<ApiResponse<unknown>>,
) => Promise<ApiResponse<unknown>>;

function asTransformer(layer: Layer): Transformer {
  const transformer = (
    prev: (method: string, payload: object, signal?: AbortSignal) => Promise<ApiResponse<unknown>>,
    method: string,
    payload: object,
    signal?: AbortSignal,
  ) => layer(method, () => prev(method, payload, signal));
  // A layer hands on the result of `call`, or `true` for methods that are declared to return it.
  return transformer as unknown as Transformer;
}

type Attempt =
  | { readonly kind: "result"; readonly result: ApiResponse<unknown> }
  | { readonly kind: "failure"; readonly error: unknown };

/** The result, or the failure again. */
function settle(attempt: Attempt): ApiResponse<unknown> {
  if (attempt.kind === "failure") throw attempt.error;
  return attempt.result;
}

/**
 * A visible message is taken for seen from when it leaves, in case this process dies before it hears of it; not after
 * a refusal, and not while Telegram is silent for too long.
 */
const assumeArrival: Layer = async (method, call) => {
  if (!isVisible(method)) return await call();
  const send = beginVisibleSend();
  let silence: NodeJS.Timeout | undefined;
  const onDeparture = () => {
    send.assumeSeen();
    silence = setTimeout(send.assumeUnseen, silenceMs);
  };
  const attempt = await tryCall(() => watchDeparture(call, onDeparture));
  clearTimeout(silence);
  if (hasArrived(attempt)) send.assumeSeen();
  else if (cannotHaveArrived(attempt)) send.assumeUnseen();
  return settle(attempt);
};

function hasArrived(attempt: Attempt): boolean {
  return attempt.kind === "result" && attempt.result.ok;
}

function cannotHaveArrived(attempt: Attempt): boolean {
  return attempt.kind === "result"
    ? !attempt.result.ok
    : findRequestError(attempt.error)?.outcome === "not-sent";
}

/** Repeats while Telegram is away (nothing sent, or 5xx), and repeatable calls of unknown outcome twice. */
function waitForTelegram(options: ResilientApiOptions): Layer {
  const { clock, logger, signal: stop } = options;
  return async (method, call) => {
    const patienceMs = isVisible(method) ? answerPatienceMs : otherPatienceMs;
    const startedAt = clock.now();
    let unknownOutcomes = 0;
    for (let repetition = 0; ; repetition += 1) {
      const attempt = await tryCall(call);
      const why = isFleeting(method) ? null : reasonToRepeat(attempt, method, unknownOutcomes);
      const waitMs = backoffMs(repetition, firstWaitMs, longestWaitMs);
      const isOver = stop.aborted || clock.now() - startedAt + waitMs > patienceMs;
      if (why === null || isOver) {
        if (attempt.kind === "failure") throw attempt.error;
        return settleRepeatedEdit(method, attempt.result, unknownOutcomes);
      }
      if (why === "unknown") unknownOutcomes += 1;
      logger.debug({ method, why, waitMs }, "Bot API call will be repeated");
      await clock.sleep(waitMs, stop);
    }
  };
}

async function tryCall(call: () => Promise<ApiResponse<unknown>>): Promise<Attempt> {
  try {
    return { kind: "result", result: await call() };
  } catch (error) {
    return { kind: "failure", error };
  }
}

function reasonToRepeat(
  attempt: Attempt,
  method: string,
  unknownOutcomes: number,
): "5xx" | "not-sent" | "unknown" | null {
  if (attempt.kind === "result") {
    return !attempt.result.ok && attempt.result.error_code >= 500 ? "5xx" : null;
  }
  const outcome = findRequestError(attempt.error)?.outcome;
  if (outcome === "not-sent") return "not-sent";
  const mayRepeat = isRepeatable(method) && unknownOutcomes < unknownRepetitions;
  return outcome === "unknown" && mayRepeat ? "unknown" : null;
}

/** A repeated edit that changes nothing says that the first one had arrived. */
function settleRepeatedEdit(
  method: string,
  result: ApiResponse<unknown>,
  unknownOutcomes: number,
): ApiResponse<unknown> {
  const isSettled =
    unknownOutcomes > 0 &&
    method.startsWith("edit") &&
    !result.ok &&
    result.description.includes("message is not modified");
  return isSettled ? { ok: true, result: true } : result;
}

/** A button pressed too long ago spins no more: there is nothing left to answer, and the rest of the reply counts. */
const forgiveLateAnswers: Layer = async (method, call) => {
  const result = await call();
  const isLate =
    method === "answerCallbackQuery" &&
    !result.ok &&
    result.description.includes("query is too old");
  return isLate ? { ok: true, result: true } : result;
};

const countVisible: Layer = async (method, call) => {
  const attempt = await tryCall(call);
  const mayBeSeen =
    attempt.kind === "result"
      ? attempt.result.ok
      : findRequestError(attempt.error)?.outcome === "unknown";
  if (mayBeSeen && isVisible(method)) noteVisibleSend();
  return settle(attempt);
};
