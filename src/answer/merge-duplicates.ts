/**
 * One dispatch in two outlets is shown once, with the other articles named beside it.
 */
import type { ArticleId } from "../corpus/raw-article.ts";
import type { RankedPassage } from "../search/create-search.ts";

/** A passage and the other articles that carry the same words. */
export interface DistinctPassage extends RankedPassage {
  readonly alsoIn: readonly ArticleId[];
}

/** Share of common terms (Jaccard) from which two passages are the same dispatch. */
const sameFrom = 0.8;

/** Keeps the first of passages that say the same in nearly the same words. */
export function mergeDuplicates(ranked: readonly RankedPassage[]): readonly DistinctPassage[] {
  const kept: { found: RankedPassage; alsoIn: Set<ArticleId> }[] = [];
  for (const found of ranked) {
    const same = kept.find((other) => overlap(termsOf(other.found), termsOf(found)) >= sameFrom);
    if (same === undefined) kept.push({ found, alsoIn: new Set() });
    else if (same.found.passage.articleId !== found.passage.articleId) {
      same.alsoIn.add(found.passage.articleId);
    }
  }
  return kept.map(({ found, alsoIn }) => ({ ...found, alsoIn: [...alsoIn] }));
}

type Terms = ReadonlyMap<string, unknown>;

function termsOf({ analyzed }: RankedPassage): Terms {
  return analyzed.whole.positions;
}

/** Jaccard's coefficient, or 0 as soon as it cannot reach `sameFrom`. */
function overlap(left: Terms, right: Terms): number {
  const both = left.size + right.size;
  if (both === 0) return 1;
  const fewestCommon = (sameFrom / (1 + sameFrom)) * both;
  if (Math.min(left.size, right.size) < fewestCommon) return 0;
  let missing = 0;
  for (const term of left.keys()) {
    if (!right.has(term)) missing++;
    if (left.size - missing < fewestCommon) return 0;
  }
  const common = left.size - missing;
  return common / (both - common);
}
