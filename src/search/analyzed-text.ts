import type { Row, Store, StoredPassage } from "../store/store.ts";
import { nameKey } from "../terms/name-key.ts";
import { nameKeyPrefix } from "../terms/passage-terms.ts";
import { splitWords } from "../terms/split-words.ts";
import { stemWord } from "../terms/stem-word.ts";
import { frenchStopWords } from "../terms/stop-words.ts";

/** Where the index terms of a text stand, so that it can be compared with a question again and again. */
export interface AnalyzedText {
  /** Term (or name key) -> word positions, ascending. */
  readonly positions: ReadonlyMap<string, readonly number[]>;
  /** All words, stop words too. */
  readonly words: number;
}

/** A passage and its sentences, analysed once. */
export interface AnalyzedPassage {
  readonly passage: StoredPassage;
  readonly whole: AnalyzedText;
  readonly sentences: readonly AnalyzedSentence[];
}

export interface AnalyzedSentence {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly analyzed: AnalyzedText;
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

/** The analysis of texts that follow one another. */
export function joinTexts(parts: readonly AnalyzedText[]): AnalyzedText {
  const positions = new Map<string, number[]>();
  let words = 0;
  for (const part of parts) {
    for (const [term, own] of part.positions) {
      const known = positions.get(term) ?? [];
      for (const position of own) known.push(position + words);
      positions.set(term, known);
    }
    words += part.words;
  }
  return { positions, words };
}

function analyzePassage(passage: StoredPassage): AnalyzedPassage {
  const { text, start: passageStart, sentences } = passage;
  const analyzed = sentences.map(({ start, end }): AnalyzedSentence => {
    const sentence = text.slice(start - passageStart, end - passageStart);
    return { start, end, text: sentence, analyzed: analyzeText(sentence) };
  });
  const whole = joinTexts(analyzed.map((sentence) => sentence.analyzed));
  return { passage, whole, sentences: analyzed };
}

/** About 10 KB each. */
const mostRemembered = 400;

const remembered = new WeakMap<Store, Map<Row, AnalyzedPassage>>();

/** Reads and analyses passages of a published index; of the last few hundred first read it is remembered. */
export async function analyzedPassages(
  store: Store,
  rows: readonly Row[],
): Promise<readonly AnalyzedPassage[]> {
  const cache = remembered.get(store) ?? new Map<Row, AnalyzedPassage>();
  remembered.set(store, cache);
  const known = new Map(rows.map((row) => [row, cache.get(row)]));
  const unknown = rows.filter((row) => known.get(row) === undefined);
  for (const passage of unknown.length > 0 ? await store.passages(unknown) : []) {
    const analyzed = analyzePassage(passage);
    known.set(passage.row, analyzed);
    cache.set(passage.row, analyzed);
    const [oldest] = cache.keys();
    if (cache.size > mostRemembered && oldest !== undefined) cache.delete(oldest);
  }
  return rows.flatMap((row) => known.get(row) ?? []);
}
