/**
 * Which terms of a question a text meets, how strongly, and how near to one another. Pure.
 */
import type { AnalyzedText } from "./analyzed-text.ts";
import type { KnownTerm } from "./match-question.ts";

/** How a term of the question is met by a text. */
export interface TermMatch {
  /** 1 in the reader's own words, less by another spelling or an equivalent, 0 when absent. */
  readonly strength: number;
  /** Word positions in the text. */
  readonly positions: readonly number[];
}

const absent: TermMatch = { strength: 0, positions: [] };
const spelling = 0.9;
const correction = 0.85;
/** An equivalent counts for more here than in BM25: 0.35 there is 0.69 here. */
const equivalentExponent = 0.35;

/** A way in which a text may meet a term: all of these words, and how much that counts. */
interface Way {
  readonly words: readonly string[];
  readonly strength: number;
}

const ways = new WeakMap<KnownTerm, readonly Way[]>();

/** Strongest first; worked out once per term, for it is compared with hundreds of texts. */
function waysOf(term: KnownTerm): readonly Way[] {
  const known = ways.get(term);
  if (known !== undefined) return known;
  const all = [
    { words: term.words, strength: 1 },
    ...term.nameKeys.map((key) => ({ words: [key], strength: spelling })),
    ...term.corrections.map((word) => ({ words: [word], strength: correction })),
    ...term.equivalents.map(({ terms, weight }) => ({
      words: terms,
      strength: weight ** equivalentExponent,
    })),
  ].sort((a, b) => b.strength - a.strength);
  ways.set(term, all);
  return all;
}

function presentShare(words: readonly string[], text: AnalyzedText): number {
  let present = 0;
  for (const word of words) if (text.positions.has(word)) present++;
  return present / words.length;
}

function positionsOf(words: readonly string[], text: AnalyzedText): readonly number[] {
  const [only] = words;
  if (words.length === 1 && only !== undefined) return text.positions.get(only) ?? [];
  return words.flatMap((word) => text.positions.get(word) ?? []);
}

/** Finds the strongest way in which a text meets a term. */
export function matchTerm(term: KnownTerm, text: AnalyzedText): TermMatch {
  let best: Way | null = null;
  let strength = 0;
  for (const way of waysOf(term)) {
    if (way.strength <= strength) break;
    const reached = way.strength * presentShare(way.words, text) ** 2;
    if (reached <= strength) continue;
    strength = reached;
    best = way;
  }
  return best === null ? absent : { strength, positions: positionsOf(best.words, text) };
}

/** Half of a phrase is worth less than this, all of any other way more. */
const metFrom = 0.5;

/** Whether a text has a term, if only by an equivalent, but no mere part of a phrase. */
export function meets(term: KnownTerm, text: AnalyzedText): boolean {
  return matchTerm(term, text).strength >= metFrom;
}

/** Share of the question, weighted by rarity, that a text meets: 0..1. @param strengths one per term */
export function coverageOf(terms: readonly KnownTerm[], strengths: readonly number[]): number {
  let met = 0;
  let total = 0;
  for (let i = 0; i < terms.length; i++) {
    const rarity = terms[i]?.rarity ?? 0;
    met += rarity * (strengths[i] ?? 0);
    total += rarity;
  }
  return total === 0 ? 0 : met / total;
}

const nearWords = 6;

/** Share of neighbouring terms of the question that also stand near one another in the text: 0..1. */
export function proximityOf(terms: readonly KnownTerm[], matches: readonly TermMatch[]): number {
  let near = 0;
  let total = 0;
  for (let i = 1; i < terms.length; i++) {
    const weight = (terms[i - 1]?.rarity ?? 0) + (terms[i]?.rarity ?? 0);
    total += weight;
    const gap = smallestGap(matches[i - 1]?.positions ?? [], matches[i]?.positions ?? []);
    if (gap <= nearWords) near += weight / (1 + Math.max(0, gap - 2) / 2);
  }
  return total === 0 ? 0 : near / total;
}

/** Words between the nearest two; a passage has a term a few times at most. */
function smallestGap(left: readonly number[], right: readonly number[]): number {
  let smallest = Infinity;
  for (const a of left) for (const b of right) smallest = Math.min(smallest, Math.abs(a - b));
  return smallest;
}
