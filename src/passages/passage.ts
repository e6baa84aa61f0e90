import type { Span } from "../clean/article.ts";

/** A quotable stretch of one article: one or more whole sentences, offsets into `article.text`. */
export interface Passage extends Span {
  /** The sentences of the passage in order; each lies within `start`..`end`. Never empty. */
  readonly sentences: readonly Span[];
}
