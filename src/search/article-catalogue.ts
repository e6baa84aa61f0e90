import type { ArticleId } from "../corpus/raw-article.ts";
import { readOnceFor } from "../store/read-once.ts";
import type { ArticleSummary, Store } from "../store/store.ts";
import { analyzeText, type AnalyzedText } from "./analyzed-text.ts";

/** What search needs to know of an article without opening it. */
export interface CatalogueEntry {
  readonly summary: ArticleSummary;
  readonly title: AnalyzedText;
}

/** Entries of one index; titles are analysed when first asked for. */
export class ArticleCatalogue {
  readonly #summaries: ReadonlyMap<ArticleId, ArticleSummary>;
  readonly #titles = new Map<ArticleId, AnalyzedText>();

  /** Every outlet of the index, once. */
  readonly outlets: readonly string[];

  constructor(readonly summaries: readonly ArticleSummary[]) {
    this.outlets = [...new Set(summaries.flatMap(({ outlet }) => outlet ?? []))];
    this.#summaries = new Map(summaries.map((summary) => [summary.articleId, summary]));
  }

  get(articleId: ArticleId): CatalogueEntry | undefined {
    const summary = this.#summaries.get(articleId);
    return summary === undefined ? undefined : { summary, title: this.#title(summary) };
  }

  #title({ articleId, title }: ArticleSummary): AnalyzedText {
    const known = this.#titles.get(articleId) ?? analyzeText(title);
    this.#titles.set(articleId, known);
    return known;
  }
}

/** The articles of a published index, read once per index. */
export const articleCatalogue = readOnceFor(
  async (store: Store) => new ArticleCatalogue(await store.articles()),
);
