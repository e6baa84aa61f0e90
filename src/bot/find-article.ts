import type { Article } from "../clean/article.ts";
import type { ArticleId } from "../corpus/raw-article.ts";
import { shortKey, type ShortKey } from "../reply/button-reference.ts";
import type { ArticleSummary } from "../store/store.ts";
import type { CorpusAccess } from "./bot-dependencies.ts";
import { oncePerList } from "../terms/once-per-list.ts";

const idsByKey = oncePerList(
  (articles: readonly ArticleSummary[]): ReadonlyMap<ShortKey, ArticleId> =>
    new Map(articles.map(({ articleId }) => [shortKey(articleId), articleId])),
);

/** The article a button or a deep link names; null when it is no longer there. */
export async function findArticle(corpus: CorpusAccess, key: ShortKey): Promise<Article | null> {
  const articleId = idsByKey(await corpus.articles()).get(key);
  return articleId === undefined ? null : corpus.article(articleId);
}
