import type { Update } from "grammy/types";

/** The kinds of update the bot asks Telegram for; each has an answer, or a stated silence. */
export const allowedUpdates = [
  "message",
  "edited_message",
  "callback_query",
  "inline_query",
  "my_chat_member",
] as const satisfies readonly Exclude<keyof Update, "update_id">[];
