/*
 * Two texts in, how much their words agree out: the harmonic mean of precision and recall over the bag of
 * words, the usual score of article extraction. Case, accents and punctuation count; white space does not.
 */

/** Word-level F1 of `found` against `gold`, 0..1. Two empty texts agree fully. */
export function wordF1(found: string, gold: string): number {
  const foundWords = bagOfWords(found);
  const goldWords = bagOfWords(gold);
  const [foundCount, goldCount] = [total(foundWords), total(goldWords)];
  if (foundCount === 0 && goldCount === 0) return 1;
  let common = 0;
  for (const [word, count] of foundWords) common += Math.min(count, goldWords.get(word) ?? 0);
  return (2 * common) / (foundCount + goldCount);
}

function bagOfWords(text: string): ReadonlyMap<string, number> {
  const bag = new Map<string, number>();
  for (const word of text.match(/[\p{L}\p{N}]+/gu) ?? []) bag.set(word, (bag.get(word) ?? 0) + 1);
  return bag;
}

function total(bag: ReadonlyMap<string, number>): number {
  return [...bag.values()].reduce((sum, count) => sum + count, 0);
}
