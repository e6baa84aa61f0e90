import type { Update } from "grammy/types";
import { decodeButton } from "../reply/button-reference.ts";
import { commandNames } from "./command-group.ts";

const names: ReadonlySet<string> = new Set([...commandNames("forget"), ...commandNames("privacy")]);

/**
 * Whether somebody asks what is kept of them, or to erase it: refused to nobody, and never left out of a flood.
 * The command may stand behind the bot's name.
 */
export function concernsOwnData({ message, callback_query: pressed }: Update): boolean {
  if (pressed?.data !== undefined) return decodeButton(pressed.data)?.kind === "forget";
  const [, name = ""] = /^\s*(?:@\w+\s+)?\/(\w+)/.exec(message?.text ?? "") ?? [];
  return names.has(name.toLowerCase());
}
