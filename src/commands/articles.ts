// `sourcier articles`: every article as the cleaner leaves it, with what it dropped and why.

import { cleanArticle } from "../clean/clean-article.ts";
import type { CorpusItem } from "../corpus/read-corpus.ts";
import { textTable } from "./text-table.ts";

export interface ListContext {
  readonly print: (line: string) => void;
  /** For rejected articles: one sentence each. */
  readonly warn: (line: string) => void;
}

export async function listArticles(
  { print, warn }: ListContext,
  items: AsyncIterable<CorpusItem>,
  options: { readonly json: boolean },
): Promise<void> {
  const articles = [];
  for await (const item of items) {
    if (item.kind === "article") articles.push(cleanArticle(item.article));
    else warn(`rejected ${item.rejection.origin}: ${item.rejection.reason}`);
  }
  if (options.json) {
    const rows = articles.map(({ articleId, title, outlet, url, published, text, dropped }) =>
      JSON.stringify({ articleId, title, outlet, url, published, text, dropped }, null, 2),
    );
    print(rows.length === 0 ? "[]" : `[\n${rows.join(",\n")}\n]`);
  } else {
    const rows = articles.map(({ articleId, outlet, published, title, url }) => [
      articleId,
      outlet ?? "",
      published ?? "",
      title,
      url === null ? "no known address" : new URL(url).host,
    ]);
    print(
      textTable(["article", "outlet", "published", "title", "source"], rows, [24, 20, 10, 60, 30]),
    );
  }
}
