/** How well a score tells questions that the corpus answers from those it does not. */
export interface Separation {
  /** Chance that an answerable question scores above an unanswerable one. */
  readonly auroc: number;
  /** For a bound on false answers (unanswerable ones answered), the share of answerable ones refused. */
  readonly tradeOff: readonly { readonly falseAnswers: number; readonly falseRefusals: number }[];
}

const bounds = [0.05, 0.1, 0.2];

/** Mann-Whitney: ties count half. */
function aurocOf(answerable: readonly number[], unanswerable: readonly number[]): number {
  const sorted = [...unanswerable].sort((a, b) => a - b);
  const below = (value: number, orEqual: boolean) => {
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const at = sorted[middle] ?? Infinity;
      if (at < value || (orEqual && at === value)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  let wins = 0;
  for (const value of answerable) wins += (below(value, false) + below(value, true)) / 2;
  return wins / (answerable.length * sorted.length);
}

/** @returns null when one side has no question. */
export function separationOf(
  answerable: readonly number[],
  unanswerable: readonly number[],
): Separation | null {
  if (answerable.length === 0 || unanswerable.length === 0) return null;
  const descending = [...unanswerable].sort((a, b) => b - a);
  const tradeOff = bounds.map((falseAnswers) => {
    // Answer above the score of the first unanswerable question that may no longer be answered.
    const threshold = descending[Math.floor(falseAnswers * descending.length)] ?? -Infinity;
    const refused = answerable.filter((score) => score <= threshold).length;
    return { falseAnswers, falseRefusals: refused / answerable.length };
  });
  return { auroc: aurocOf(answerable, unanswerable), tradeOff };
}
