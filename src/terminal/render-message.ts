// A message of the bot -> lines for a terminal: bold and italic as such, quotations with a bar,
// buttons as numbers to type, links with their address. Control characters of the text never reach
// the terminal.

import type { InlineKeyboardButton, MessageEntity } from "grammy/types";
import type { LocalMessage } from "../web/local-chat.ts";

export interface TerminalOptions {
  /** Whether escape sequences are understood. */
  readonly styled: boolean;
}

const STYLES: Partial<Record<MessageEntity["type"], readonly [string, string]>> = {
  bold: ["\x1b[1m", "\x1b[22m"],
  italic: ["\x1b[3m", "\x1b[23m"],
  underline: ["\x1b[4m", "\x1b[24m"],
  code: ["\x1b[36m", "\x1b[39m"],
  bot_command: ["\x1b[36m", "\x1b[39m"],
};

const QUOTATIONS: readonly MessageEntity["type"][] = ["blockquote", "expandable_blockquote"];

/** Buttons of a message that a terminal can press, in the order of their numbers. */
export function pressableButtons(message: LocalMessage): readonly { text: string; data: string }[] {
  return buttonsOf(message).flatMap((button) =>
    "callback_data" in button ? [{ text: button.text, data: button.callback_data }] : [],
  );
}

export function renderMessage(message: LocalMessage, { styled }: TerminalOptions): string {
  const text = renderText(message, styled);
  const links = buttonsOf(message).flatMap((button) =>
    "url" in button ? [`${visible(button.text)}: ${visible(button.url)}`] : [],
  );
  const keys = pressableButtons(message).map(
    ({ text: label }, n) => `[${n + 1}] ${visible(label)}`,
  );
  const photo = message.photo === undefined ? [] : [`(${visible(message.photo.name)})`];
  return [...photo, text, ...links, ...(keys.length > 0 ? [keys.join("  ")] : [])].join("\n");
}

function buttonsOf({ reply_markup: markup }: LocalMessage): readonly InlineKeyboardButton[] {
  return (markup?.inline_keyboard ?? []).flat();
}

interface Insertion {
  readonly at: number;
  readonly sequence: string;
}

/** Text with entities: quotations with a bar, and styles where the terminal understands them. */
export function renderText(
  { text, entities }: Pick<LocalMessage, "text" | "entities">,
  styled: boolean,
): string {
  const insertions = entities
    .flatMap((entity) => [
      ...(QUOTATIONS.includes(entity.type) ? barsOf(text, entity) : []),
      ...(styled ? stylesOf(entity) : []),
    ])
    .toSorted((left, right) => left.at - right.at);
  let written = 0;
  let result = "";
  for (const { at, sequence } of insertions) {
    result += visible(text.slice(written, at)) + sequence;
    written = Math.max(written, at);
  }
  return result + visible(text.slice(written));
}

/** A bar at each line of a quotation. */
function barsOf(text: string, { offset, length }: MessageEntity): Insertion[] {
  const lineStarts = [...text.slice(offset, offset + length).matchAll(/\n(?=.)/gs)];
  return [offset, ...lineStarts.map((match) => offset + match.index + 1)].map((at) => ({
    at,
    sequence: "│ ",
  }));
}

function stylesOf({ type, offset, length }: MessageEntity): Insertion[] {
  const style = STYLES[type];
  if (style === undefined) return [];
  return [
    { at: offset, sequence: style[0] },
    { at: offset + length, sequence: style[1] },
  ];
}

/** The text without anything a terminal would obey. */
function visible(text: string): string {
  return text.replaceAll("\t", " ").replace(/(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, "");
}
