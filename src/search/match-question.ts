/**
 * Question terms -> BM25 over the index, with what the index knows of each term. Typing errors and other
 * spellings are forgiven only where the index does not know the word: known words never pay for them.
 */
import type { Store, TermMatches, WeightedTerm } from "../store/store.ts";
import { isWordTerm } from "../terms/passage-terms.ts";
import type { QuestionTerm } from "../terms/question-terms.ts";
import { termWeights } from "./term-weights.ts";

/** A question term as the index knows it. */
export interface KnownTerm extends QuestionTerm {
  /** Document frequency of its rarest own word; 0 when the index does not know it. */
  readonly frequency: number;
  /** Index terms that stand for a misspelt word; empty when the word is known. */
  readonly corrections: readonly string[];
  /** 0 (in every passage) .. 1 (in none): how much the term tells passages apart. */
  readonly rarity: number;
  /** Whether the index knows the term itself, one of its spellings, corrections or equivalents. */
  readonly found: boolean;
}

export interface QuestionMatches {
  readonly terms: readonly KnownTerm[];
  readonly matches: TermMatches;
}

export interface AskedTerms {
  readonly terms: readonly QuestionTerm[];
  /** Index terms to look for that are no part of the question's subject. */
  readonly extra: readonly WeightedTerm[];
}

/** Shorter words have too many neighbours to guess from. */
const shortestCorrected = 5;
const mostCorrected = 6;
const correctionsPerWord = 2;
/** Bounds the postings that are read for one question. */
const mostTerms = 64;

class TermList {
  readonly #weights = new Map<string, number>();

  add(term: string, weight: number): void {
    this.#weights.set(term, Math.max(weight, this.#weights.get(term) ?? 0));
  }

  /** The heaviest, in the order they came in among equals. */
  toWeighted(): WeightedTerm[] {
    return [...this.#weights]
      .map(([term, weight]) => ({ term, weight }))
      .sort((a, b) => b.weight - a.weight)
      .slice(0, mostTerms);
  }
}

function addTerm(list: TermList, term: QuestionTerm, nameKeyWeight: number): void {
  for (const word of term.words) list.add(word, 1);
  for (const key of term.nameKeys) list.add(key, nameKeyWeight);
  for (const { terms, weight } of term.equivalents) {
    const each = terms.length > 1 ? weight * termWeights.phraseWord : weight;
    for (const word of terms) list.add(word, each);
  }
}

/** Inverse document frequency, divided by that of a word found nowhere. */
function rarityOf(frequency: number, passages: number): number {
  const idf = (count: number) => Math.log(1 + (passages - count + 0.5) / (count + 0.5));
  return idf(frequency) / idf(0);
}

function frequencyReader(terms: readonly WeightedTerm[], matches: TermMatches) {
  const frequencies = new Map(terms.map(({ term }, i) => [term, matches.frequencies[i] ?? 0]));
  return (term: string) => frequencies.get(term) ?? 0;
}

async function findCorrections(
  store: Store,
  terms: readonly QuestionTerm[],
  frequencyOf: (term: string) => number,
): Promise<ReadonlyMap<QuestionTerm, readonly string[]>> {
  const corrections = new Map<QuestionTerm, readonly string[]>();
  for (const term of terms) {
    const [word] = term.words;
    if (word === undefined || term.words.length > 1 || word.length < shortestCorrected) continue;
    if (/\d/u.test(word) || frequencyOf(word) > 0 || term.equivalents.length > 0) continue;
    if (term.nameKeys.some((key) => frequencyOf(key) > 0)) continue;
    if (corrections.size >= mostCorrected) break;
    const similar = await store.similarTerms(word, correctionsPerWord + 2);
    const words = similar.filter(isWordTerm);
    if (words.length > 0) corrections.set(term, words.slice(0, correctionsPerWord));
  }
  return corrections;
}

/** Written with a capital in half of the passages that have it, or spelt otherwise there. */
function isMostlyName(named: number, frequency: number): boolean {
  return named > 0 && 2 * named >= frequency;
}

/** Finds the passages that share terms with a question, spelling forgiven where the index does not know a word. */
export async function matchQuestion(
  store: Store,
  { terms, extra }: AskedTerms,
  k: number,
): Promise<QuestionMatches> {
  const list = new TermList();
  for (const { term, weight } of extra) list.add(term, weight);
  for (const term of terms) addTerm(list, term, termWeights.nameKey);
  const first = list.toWeighted();
  let matches = await store.matching(first, k);
  const frequencyOf = frequencyReader(first, matches);
  const respelt = terms.filter(
    ({ words, nameKeys }) =>
      words.every((word) => frequencyOf(word) === 0) &&
      nameKeys.some((key) => frequencyOf(key) > 0),
  );
  const corrections = await findCorrections(store, terms, frequencyOf);
  if (respelt.length > 0 || corrections.size > 0) {
    for (const term of respelt) addTerm(list, term, termWeights.nameKeyOfUnknown);
    for (const words of corrections.values()) {
      for (const word of words) list.add(word, termWeights.correction);
    }
    matches = await store.matching(list.toWeighted(), k);
  }
  const known = terms.map((term): KnownTerm => {
    const frequency = Math.min(...term.words.map(frequencyOf));
    const named = Math.max(0, ...term.nameKeys.map(frequencyOf));
    const spelt = Math.max(frequency, named);
    const corrected = corrections.get(term) ?? [];
    const equivalents = term.equivalents.filter(({ terms: all }) =>
      all.every((word) => frequencyOf(word) > 0),
    );
    return {
      ...term,
      marked: term.marked && (!term.opens || isMostlyName(named, frequency)),
      equivalents,
      frequency,
      corrections: corrected,
      rarity: rarityOf(spelt, store.summary.passages),
      found: spelt > 0 || corrected.length > 0 || equivalents.length > 0,
    };
  });
  return { terms: known, matches };
}
