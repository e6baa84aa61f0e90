/**
 * A reply in words, ready for any front end: plain text with entities, and buttons as plain data.
 * Nothing here knows how Telegram, the page or a terminal shows it.
 */
import type { FormattedString } from "./formatted-text.ts";

export type ButtonAction =
  | { readonly kind: "url"; readonly url: string }
  /** `data` is at most 64 bytes of UTF-8 and never holds words of a user. */
  | { readonly kind: "callback"; readonly data: string }
  /** Opens an inline query of the bot with this text in the same chat. */
  | { readonly kind: "inline"; readonly query: string }
  /** Opens the page inside Telegram; https only. */
  | { readonly kind: "web-app"; readonly url: string };

export interface ReplyButton {
  readonly text: string;
  readonly action: ButtonAction;
}

export type ButtonRows = readonly (readonly ReplyButton[])[];

/** One message: at most 4,096 UTF-16 units. */
export interface RenderedPage {
  readonly text: string;
  readonly entities: FormattedString["entities"];
  readonly buttons: ButtonRows;
}

/** `pages[0]` is the answer; the others show further passages and take its place when paged to. */
export interface RenderedReply {
  readonly pages: readonly [RenderedPage, ...RenderedPage[]];
}
