import type { PassageFeatures } from "./passage-features.ts";

/** Fusion that chooses the candidates worth a second look: sums of deviations from the mean. */
export const fusionWeights = { passage: 0.35, sentence: 0.4, terms: 0.25 } as const;

/**
 * Second look: a linear score over the features, fitted by test/long/fit-ranking.ts (listwise
 * softmax, five folds that share no passage). PIAF MRR@10 over unseen folds 0.864, R@5 0.931, where the
 * plain sum 0.3 / 0.4 / 0.3 has 0.846 and 0.917; on corpora of 6 to 70 passages 0.912 against 0.903.
 */
export const rankingWeights: Readonly<Partial<Record<keyof PassageFeatures, number>>> = {
  passage: 0.86,
  sentence: 0.66,
  terms: 0.06,
  coverageWithTitle: 3.24,
  proximity: 0.46,
  joint: 0.6,
  missingNames: -1.7,
  passageRank: 0.42,
  termsRank: 0.27,
};
