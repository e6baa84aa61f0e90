import type { ArticleId } from "../corpus/raw-article.ts";
import type { Row, Store } from "../store/store.ts";
import { passageTerms } from "../terms/passage-terms.ts";

/** How many of the passages hold each term. */
async function countTerms(
  store: Store,
  rows: readonly Row[],
): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const passage of await store.passages(rows)) {
    const article = await store.article(passage.articleId);
    if (article === null) continue;
    for (const term of passageTerms(article, passage).keys()) {
      counts.set(term, (counts.get(term) ?? 0) + 1);
    }
  }
  return counts;
}

/**
 * A published index as it would be without some of its articles, for asking questions that it then
 * cannot answer. Terms that only they hold become unknown; mean and deviation of scores stay those of
 * the whole index, which a few passages hardly change. Do not close it.
 */
export async function withoutArticles(
  store: Store,
  articleIds: readonly ArticleId[],
): Promise<Store> {
  const gone = new Set(articleIds);
  const rows = await Promise.all(articleIds.map((articleId) => store.rowsOf(articleId)));
  const goneRows = new Set<Row>(rows.flat());
  const goneTerms = await countTerms(store, [...goneRows]);
  const stays = ({ row }: { readonly row: Row }) => !goneRows.has(row);
  return {
    summary: store.summary,
    nearest: async (vector, k) =>
      (await store.nearest(vector, k + goneRows.size)).filter(stays).slice(0, k),
    matching: async (terms, k) => {
      const found = await store.matching(terms, k + goneRows.size);
      const frequencies = found.frequencies.map(
        (frequency, i) => frequency - (goneTerms.get(terms[i]?.term ?? "") ?? 0),
      );
      return { ...found, frequencies, hits: found.hits.filter(stays).slice(0, k) };
    },
    compare: (vector, chosen) => store.compare(vector, chosen),
    moments: (vector) => store.moments(vector),
    passages: (chosen) => store.passages(chosen),
    similarTerms: (term, limit) => store.similarTerms(term, limit),
    articles: async () => (await store.articles()).filter(({ articleId }) => !gone.has(articleId)),
    article: async (articleId) => (gone.has(articleId) ? null : await store.article(articleId)),
    rowsOf: async (articleId) => (gone.has(articleId) ? [] : await store.rowsOf(articleId)),
    encounters: async () =>
      (await store.encounters()).filter(({ articleId }) => !gone.has(articleId)),
    close: () => Promise.resolve(),
  };
}
