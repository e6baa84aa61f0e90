/**
 * One dispatch in two outlets is shown once, with the other articles named beside it.
 */
import type { ArticleId } from "../corpus/raw-article.ts";
import type { RankedPassage } from "../search/create-search.ts";
import { tokenize } from "../terms/tokenize.ts";

/** A passage and the other articles that carry the same words. */
export interface DistinctPassage extends RankedPassage {
  readonly alsoIn: readonly ArticleId[];
}

/** Share of common terms (Jaccard) from which two passages are the same dispatch. */
const sameFrom = 0.8;

function overlap(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  let common = 0;
  for (const term of left) if (right.has(term)) common++;
  const union = left.size + right.size - common;
  return union === 0 ? 1 : common / union;
}

/** Keeps the first of passages that say the same in nearly the same words. */
export function mergeDuplicates(ranked: readonly RankedPassage[]): readonly DistinctPassage[] {
  const kept: { found: RankedPassage; terms: ReadonlySet<string>; alsoIn: Set<ArticleId> }[] = [];
  for (const found of ranked) {
    const terms = new Set(tokenize(found.passage.text));
    const same = kept.find((other) => overlap(other.terms, terms) >= sameFrom);
    if (same === undefined) kept.push({ found, terms, alsoIn: new Set() });
    else if (same.found.passage.articleId !== found.passage.articleId) {
      same.alsoIn.add(found.passage.articleId);
    }
  }
  return kept.map(({ found, alsoIn }) => ({ ...found, alsoIn: [...alsoIn] }));
}
