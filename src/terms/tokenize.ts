import { splitWords } from "./split-words.ts";
import { stemWord } from "./stem-word.ts";
import { frenchStopWords } from "./stop-words.ts";

/** Text -> its index terms in order, repeated as often as they stand: stems of all words but stop words. */
export function tokenize(text: string): string[] {
  const terms: string[] = [];
  for (const { folded } of splitWords(text)) {
    if (!frenchStopWords.has(folded)) terms.push(stemWord(folded));
  }
  return terms;
}
