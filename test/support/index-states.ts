/**
 * A corpus that goes through numbered states, so that whoever finds an index can tell which state it should be in
 * and whether it is that state whole: state n changes one article, adds one and removes one.
 */
import type { ArticleId } from "../../src/corpus/raw-article.ts";
import { beginFilesUpdate } from "../../src/store/files-update.ts";
import type { IndexedArticle, Store, StoreUpdate } from "../../src/store/store.ts";
import { fakeVector } from "./fake-embedder.ts";
import { sampleArticle } from "./sample-articles.ts";

export const stateOptions = { embedderFingerprint: "fake-1", dimensions: 32 };

const lasting = 12;
const firstExtra = 1000;
const extras = 3;

/** Revision by article number. */
function revisions(state: number): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (let number = 0; number < lasting; number++) found.set(number, 0);
  for (let n = 1; n <= state; n++) found.set(n % lasting, n);
  for (let n = Math.max(1, state - extras + 1); n <= state; n++) found.set(firstExtra + n, 0);
  return found;
}

export function articlesOf(state: number): IndexedArticle[] {
  return [...revisions(state)].map(([number, revision]) => sampleArticle(number, revision));
}

/** The state that an update starts from: -1 for an empty index. */
export function stateOf(contents: ReadonlyMap<ArticleId, string>): number {
  if (contents.size === 0) return -1;
  const numbers = [...contents.keys()].map((id) => Number(id.slice("article-".length)));
  return Math.max(0, ...numbers.filter((n) => n > firstExtra).map((n) => n - firstExtra));
}

/** Puts and removes what leads to the next state, which is returned. */
export async function advance(update: StoreUpdate): Promise<number> {
  const next = stateOf(update.contents) + 1;
  const wanted = revisions(next);
  for (const [number, revision] of wanted) {
    const { contentHash, article } = sampleArticle(number, revision);
    if (update.contents.get(article.articleId) !== contentHash)
      await update.put(sampleArticle(number, revision));
  }
  for (const articleId of update.contents.keys())
    if (!wanted.has(Number(articleId.slice("article-".length)))) await update.remove(articleId);
  return next;
}

const question = fakeVector("réunion de presse sur le projet d'énergie");
const terms = [{ term: "réunion", weight: 1 }];

/** What a reader sees of an index: everything that the golden questions need, and every article. */
export async function observe(store: Store): Promise<string> {
  const articles = [];
  for (const { articleId } of await store.articles()) articles.push(await store.article(articleId));
  articles.sort((a, b) => String(a?.articleId).localeCompare(String(b?.articleId)));
  const near = await store.nearest(question, 5);
  const nearTexts = (await store.passages(near.map((hit) => hit.row))).map((one) => one.text);
  const found = await store.matching(terms, 5);
  const moments = await store.moments(question);
  return JSON.stringify({
    articles,
    near: near.map((hit, i) => [nearTexts[i], hit.similarity.toFixed(3)]),
    best: found.hits.map((hit) => hit.score.toFixed(4)),
    mean: moments.passage.mean.toFixed(6),
    encounters: (await store.encounters()).map((one) => one.id).sort(),
  });
}

/** Publishes a state in a fresh folder. */
export async function publishState(indexDir: string, state: number): Promise<void> {
  const update = await beginFilesUpdate(indexDir, stateOptions);
  for (const article of articlesOf(state)) await update.put(article);
  await update.publish();
}
