import type { StoredPassage } from "../store/store.ts";
import { nameKey } from "../terms/name-key.ts";
import { nameKeyPrefix } from "../terms/passage-terms.ts";
import { splitWords } from "../terms/split-words.ts";
import { stemWord } from "../terms/stem-word.ts";
import { frenchStopWords } from "../terms/stop-words.ts";

/** Where the index terms of a text stand, so that it can be compared with a question again and again. */
export interface AnalyzedText {
  /** Term (or name key) -> word positions, ascending. */
  readonly positions: ReadonlyMap<string, readonly number[]>;
  readonly words: number;
}

/** Positions count every word, stop words too. */
export function analyzeText(text: string): AnalyzedText {
  const positions = new Map<string, number[]>();
  const put = (term: string, position: number) => {
    const known = positions.get(term);
    if (known === undefined) positions.set(term, [position]);
    else known.push(position);
  };
  const words = splitWords(text);
  words.forEach(({ folded, marked }, position) => {
    if (frenchStopWords.has(folded)) return;
    put(stemWord(folded), position);
    const key = marked ? nameKey(folded) : null;
    if (key !== null) put(nameKeyPrefix + key, position);
  });
  return { positions, words: words.length };
}

/** A passage's sentences as text. */
export function sentenceTexts(passage: StoredPassage): readonly string[] {
  return passage.sentences.map(({ start, end }) =>
    passage.text.slice(start - passage.start, end - passage.start),
  );
}
