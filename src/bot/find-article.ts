import type { Article } from "../clean/article.ts";
import { shortKey, type ShortKey } from "../reply/button-reference.ts";
import type { CorpusAccess } from "./bot-dependencies.ts";

/** The article a button or a deep link names; null when it is no longer there. */
export async function findArticle(corpus: CorpusAccess, key: ShortKey): Promise<Article | null> {
  const articles = await corpus.articles();
  const found = articles.find(({ articleId }) => shortKey(articleId) === key);
  return found === undefined ? null : corpus.article(found.articleId);
}
