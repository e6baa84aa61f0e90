/**
 * What to do about an update whose handling threw. The rule behind the table: an answer that somebody
 * may have seen is never begun again, and one that nobody can have seen is not given up lightly.
 */
import { BotError, GrammyError } from "grammy";
import { findRequestError } from "./telegram-request-error.ts";
import type { NoteReason } from "./update-note.ts";

export type Judgement =
  /** Telegram is away: not the update's fault, it stays unconfirmed and comes back. */
  | { readonly kind: "postpone"; readonly counts: boolean }
  /** It may be tried once more: nobody has seen anything. */
  | { readonly kind: "retry" }
  /** It is recorded as handled, with a note or without. */
  | { readonly kind: "pass"; readonly why: string; readonly note: NoteReason | null };

/** The error that middleware threw, out of grammY's wrapping. */
export function unwrapBotError(error: unknown): unknown {
  let inner = error;
  while (inner instanceof BotError) inner = inner.error;
  return inner;
}

/** @param visible messages that arrived, or may have, before the error */
export function judgeFailure(error: unknown, visible: number): Judgement {
  const cause = unwrapBotError(error);
  const request = findRequestError(cause);
  if (request?.outcome === "not-sent") {
    return visible === 0
      ? { kind: "postpone", counts: false }
      : { kind: "pass", why: "interrupted", note: "uncertain" };
  }
  if (request?.outcome === "unknown" && visible > 0) {
    return { kind: "pass", why: "unknown-outcome", note: "uncertain" };
  }
  if (cause instanceof GrammyError) return judgeRefusal(cause.error_code, visible);
  if (visible > 0) return { kind: "pass", why: "failed-after-answer", note: null };
  return { kind: "retry" };
}

function judgeRefusal(code: number, visible: number): Judgement {
  if (code >= 500) {
    return visible === 0
      ? { kind: "postpone", counts: true }
      : { kind: "pass", why: "interrupted", note: "uncertain" };
  }
  // Whoever blocked the bot, left the group or is being throttled cannot be told anything.
  if (code === 403 || code === 429) return { kind: "pass", why: `refused-${code}`, note: null };
  return { kind: "pass", why: `refused-${code}`, note: visible === 0 ? "failed" : null };
}
