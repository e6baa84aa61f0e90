// `sourcier verify`: is the index whole, and does it hold what the corpus holds? Changes nothing.

import type { ArticleId } from "../corpus/raw-article.ts";
import { readCorpus } from "../corpus/read-corpus.ts";
import { corpusPathsOf } from "../ingest/corpus-paths.ts";
import { deriveOrReject, hashContent } from "../ingest/derive-article.ts";
import type { IndexPlace } from "../store/index-place.ts";

export interface Verification {
  readonly ok: boolean;
  /** What was found, and what to do when something is wrong. */
  readonly message: string;
  readonly articles: number;
  readonly passages: number;
  /** In the corpus, not in the index. */
  readonly missing: readonly ArticleId[];
  /** In both, but the article or the rules applied to it have changed since. */
  readonly changed: readonly ArticleId[];
  /** In the index, no longer in the corpus. */
  readonly gone: readonly ArticleId[];
}

export async function verifyIndex(
  place: IndexPlace,
  folders: { readonly seedsDir: string | null; readonly indexDir: string },
): Promise<Verification> {
  const index = await place.verify();
  const nothing = { articles: 0, passages: 0, missing: [], changed: [], gone: [] };
  if (index.outcome === "unusable") return { ok: false, message: index.message, ...nothing };
  const { articles, passages } = "manifest" in index ? index.manifest : index.summary;
  const difference = await compareWithCorpus(index.contents, await corpusPathsOf(folders));
  const { missing, changed, gone } = difference;
  const ok = missing.length + changed.length + gone.length === 0;
  const found = `The index is whole: ${articles} articles, ${passages} passages`;
  const message = ok
    ? `${found}, all as in the corpus`
    : `${found}, but ${missing.length} articles are missing, ${changed.length} changed and ${gone.length} gone ` +
      'from the corpus: run "npm run sourcier -- ingest"';
  return { ok, message, articles, passages, ...difference };
}

/** What an ingest would do: it takes the first of a name, and refuses what nothing can be quoted from. */
async function compareWithCorpus(
  indexed: ReadonlyMap<ArticleId, string>,
  paths: readonly string[],
) {
  const missing: ArticleId[] = [];
  const changed: ArticleId[] = [];
  const gone = new Set(indexed.keys());
  const seen = new Set<ArticleId>();
  for await (const item of readCorpus(paths)) {
    if (item.kind === "rejected" || seen.has(item.article.articleId)) continue;
    const { articleId } = item.article;
    seen.add(articleId);
    const hash = indexed.get(articleId);
    const isSame = hash === hashContent(item.article);
    if (!isSame && deriveOrReject(item.article).kind === "rejected") continue;
    gone.delete(articleId);
    if (hash === undefined) missing.push(articleId);
    else if (!isSame) changed.push(articleId);
  }
  return { missing, changed, gone: [...gone] };
}
