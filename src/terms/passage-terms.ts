import type { Article } from "../clean/article.ts";
import type { Passage } from "../passages/passage.ts";
import { foldText } from "./fold-text.ts";
import { nameKey } from "./name-key.ts";
import { splitWords } from "./split-words.ts";
import { stemWord } from "./stem-word.ts";
import { frenchStopWords } from "./stop-words.ts";

/**
 * The weighted bag of index terms of a passage: term -> frequency. Frequencies may be fractional
 * (a term that only stands in the title counts for less); the store keeps them to 1/16.
 */
export type PassageTerms = ReadonlyMap<string, number>;

/** Changes whenever the same text would give other terms; part of the content hash. */
export const termsVersion = "3";

/** Before the key of a name, so that keys and words never mix. */
export const nameKeyPrefix = "@";

const titleWeight = 0.25;

function addTerms(terms: Map<string, number>, text: string, weight: number): void {
  const add = (term: string) => terms.set(term, (terms.get(term) ?? 0) + weight);
  for (const { folded, marked } of splitWords(text)) {
    if (frenchStopWords.has(folded)) continue;
    add(stemWord(folded));
    const key = marked ? nameKey(folded) : null;
    if (key !== null) add(nameKeyPrefix + key);
  }
}

const outletPrefix = "#";

/** The term that every passage of an outlet has. */
export function outletTerm(outlet: string): string {
  return outletPrefix + foldText(outlet);
}

/** Whether an index term is a word of the text, neither the key of a name nor an outlet. */
export function isWordTerm(term: string): boolean {
  return !term.startsWith(nameKeyPrefix) && !term.startsWith(outletPrefix);
}

/** The terms of a passage: those of its text, at a quarter of the weight those of the title, and its outlet. */
export function passageTerms(article: Article, passage: Passage): PassageTerms {
  const terms = new Map<string, number>();
  addTerms(terms, article.text.slice(passage.start, passage.end), 1);
  addTerms(terms, article.title, titleWeight);
  if (article.outlet !== null) terms.set(outletTerm(article.outlet), 1);
  return terms;
}
