import type { ArticleId } from "../corpus/raw-article.ts";

/** A half-open range of a text, in UTF-16 units: `text.slice(start, end)`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Text that cleaning took out, word for word, and the name of the rule that took it. */
export interface DroppedText {
  readonly text: string;
  readonly rule: string;
}

/** A cleaned article. Every offset anywhere in Sourcier points into its `text`. */
export interface Article {
  readonly articleId: ArticleId;
  readonly title: string;
  readonly outlet: string | null;
  readonly url: string | null;
  /** Day of publication, ISO 8601, or null when nobody stated it. */
  readonly published: string | null;
  /** The body: paragraphs joined by a blank line. The title is not part of it. */
  readonly text: string;
  /** The paragraphs of `text`, in order. A subheading is a paragraph. */
  readonly paragraphs: readonly Span[];
  readonly dropped: readonly DroppedText[];
}
