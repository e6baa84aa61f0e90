/**
 * What to do about an update whose handling threw. The rule behind the table: an answer that somebody
 * may have seen is never begun again, and one that nobody can have seen is not given up lightly.
 */
import { BotError, GrammyError } from "grammy";
import { isVisible } from "./api-method.ts";
import { findRequestError, type TelegramRequestError } from "./telegram-request-error.ts";
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
  if (request !== null) return judgeSilence(request, visible);
  if (cause instanceof GrammyError) return judgeRefusal(cause, visible);
  return visible === 0
    ? { kind: "retry" }
    : { kind: "pass", why: "failed-after-answer", note: null };
}

function judgeSilence({ method, outcome }: TelegramRequestError, visible: number): Judgement {
  if (visible > 0) return interrupted(method);
  return outcome === "not-sent" ? { kind: "postpone", counts: false } : { kind: "retry" };
}

function judgeRefusal({ method, error_code: code }: GrammyError, visible: number): Judgement {
  if (code >= 500) return visible === 0 ? { kind: "postpone", counts: true } : interrupted(method);
  // Whoever blocked the bot, left the group or is being throttled cannot be told anything.
  if (code === 403 || code === 429) return { kind: "pass", why: `refused-${code}`, note: null };
  return { kind: "pass", why: `refused-${code}`, note: visible === 0 ? "failed" : null };
}

/** An answer of which a part may be missing. A spinner that went on spinning is not worth a note. */
function interrupted(method: string): Judgement {
  return { kind: "pass", why: "interrupted", note: isVisible(method) ? "uncertain" : null };
}
