/** A few polite words in the place of an answer, and the chat that an update belongs to. */
import type { Update } from "grammy/types";

/**
 * failed: it could not be answered; uncertain: the answer may not have arrived; flooded: too many
 * messages at once, the later ones are left out.
 */
export type NoteReason = "failed" | "uncertain" | "flooded";

export type SendNote = (update: Update, reason: NoteReason) => Promise<void>;

/** Updates with the same key are handled one after the other. */
export function chatKeyOf(update: Update): string {
  const message =
    update.message ??
    update.edited_message ??
    update.channel_post ??
    update.edited_channel_post ??
    update.callback_query?.message ??
    update.my_chat_member ??
    update.chat_member;
  if (message !== undefined) return `chat ${message.chat.id}`;
  const user =
    update.inline_query?.from ?? update.chosen_inline_result?.from ?? update.callback_query?.from;
  return user === undefined ? `update ${update.update_id}` : `user ${user.id}`;
}

/** Who is behind an update; a chat, where somebody speaks in its name. */
export function askerOf(update: Update): string {
  const message = update.message ?? update.edited_message;
  if (message?.sender_chat !== undefined) return `chat ${message.sender_chat.id}`;
  const from = message?.from ?? update.callback_query?.from;
  return from === undefined ? chatKeyOf(update) : `user ${from.id}`;
}

/** When somebody wrote, in milliseconds since 1970; null for what carries no date, such as a pressed button. */
export function askedAtOf(update: Update): number | null {
  const seconds = update.message?.date ?? update.edited_message?.edit_date;
  return seconds === undefined ? null : seconds * 1_000;
}
