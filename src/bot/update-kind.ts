import type { Update } from "grammy/types";

/** The field an update carries besides its id: "message", "callback_query", … */
export function updateKind(update: Update): string {
  return Object.keys(update).find((key) => key !== "update_id") ?? "nothing";
}
