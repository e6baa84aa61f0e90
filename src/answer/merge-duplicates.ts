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

/** Passages of which neither is this much of the other's length share too few terms to be one. */
const shortestShare = 0.6;
/** Texts that are nearly the same have nearly the same cosine to whatever was asked. */
const furthestApart = 0.03;

interface Kept {
  readonly found: RankedPassage;
  readonly terms: () => ReadonlySet<string>;
  readonly alsoIn: Set<ArticleId>;
}

/** Keeps the first of passages that say the same in nearly the same words. */
export function mergeDuplicates(ranked: readonly RankedPassage[]): readonly DistinctPassage[] {
  const kept: Kept[] = [];
  for (const found of ranked) {
    const one: Kept = { found, terms: termsOnce(found.passage.text), alsoIn: new Set() };
    const same = kept.find((other) => isSame(other, one));
    if (same === undefined) kept.push(one);
    else if (same.found.passage.articleId !== found.passage.articleId) {
      same.alsoIn.add(found.passage.articleId);
    }
  }
  return kept.map(({ found, alsoIn }) => ({ ...found, alsoIn: [...alsoIn] }));
}

/** Reading the terms costs the most, so what cannot be the same is told apart without them. */
function isSame(left: Kept, right: Kept): boolean {
  const lengths = [left.found.passage.text.length, right.found.passage.text.length];
  if (Math.min(...lengths) < shortestShare * Math.max(...lengths)) return false;
  const apart = Math.abs(left.found.similarity.passage - right.found.similarity.passage);
  return apart <= furthestApart && overlap(left.terms(), right.terms()) >= sameFrom;
}

function termsOnce(text: string): () => ReadonlySet<string> {
  let terms: ReadonlySet<string> | undefined;
  return () => (terms ??= new Set(tokenize(text)));
}

function overlap(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  let common = 0;
  for (const term of left) if (right.has(term)) common++;
  const union = left.size + right.size - common;
  return union === 0 ? 1 : common / union;
}
