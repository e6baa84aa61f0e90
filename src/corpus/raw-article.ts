/** Identity of an article: its file's name without the extension, stable across rebuilds. */
export type ArticleId = string & { readonly brand: "ArticleId" };

/** What is known of where an article was published. Unknown values are null, never guessed. */
export interface Source {
  readonly outlet: string | null;
  readonly title: string | null;
  /** Absolute http or https address of the article at its outlet. */
  readonly url: string | null;
  /** Day of publication, ISO 8601 (`2020-02-28`). */
  readonly published: string | null;
}

/**
 * An article as it was read, before cleaning.
 *
 * `text` is decoded and has `\n` line ends; it still holds menus, banners and credits. `form` tells
 * the cleaner how much of that to expect: a `scrape` is everything the page showed, `extracted` text
 * went through an article extractor and only has remains.
 */
export interface RawArticle {
  readonly articleId: ArticleId;
  /** Where it was read, for messages: a path relative to the corpus, or an address. */
  readonly origin: string;
  readonly form: "scrape" | "extracted";
  readonly text: string;
  readonly source: Source;
}

/** Something in the corpus that could not become an article, and why, in one sentence. */
export interface Rejection {
  readonly origin: string;
  /** What it would have been called as an article; absent where its name could not be told. */
  readonly articleId?: ArticleId;
  readonly reason: string;
}
