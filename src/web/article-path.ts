import type { Span } from "../clean/article.ts";
import type { ArticleId } from "../corpus/raw-article.ts";

/** Path of an article in the reader, opened at a passage of it. */
export function articlePath(articleId: ArticleId, passage: Span | null): string {
  const path = `/articles/${encodeURIComponent(articleId)}`;
  return passage === null ? path : `${path}?start=${passage.start}&end=${passage.end}#passage`;
}
