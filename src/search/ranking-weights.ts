import type { PassageFeatures } from "./passage-features.ts";

/** Fusion that chooses the candidates worth a second look: sums of deviations from the mean. */
export const fusionWeights = { passage: 0.35, sentence: 0.4, terms: 0.25 } as const;

/**
 * Second look: a linear score over the features, fitted by test/long/fit-ranking.ts (listwise softmax)
 * on PIAF, on corpora of a few dozen passages cut out of it, and on the development part of the graded
 * questions. On a third of PIAF that it did not see: MRR@10 0.872, R@5 0.935, where the plain sum
 * 0.3 / 0.4 / 0.3 has 0.846 and 0.917 over all of it. `kindStrict` is drawn back from the fitted 2.4,
 * which rests on few questions. `support` cannot be fitted there, where an article is one passage: on
 * titles of 700 news articles a fit gave 0.65 and lifted MRR@10 from 0.757 to 0.790 on unseen folds, and of 39 strong paraphrases 27 came first instead of 25.
 */
export const rankingWeights: Readonly<Partial<Record<keyof PassageFeatures, number>>> = {
  passage: 0.89,
  sentence: 0.62,
  terms: 0.04,
  coverageWithTitle: 4.56,
  proximity: 0.64,
  joint: 0.5,
  missingNames: -1.87,
  passageRank: 0.41,
  termsRank: 0.13,
  kindStrict: 1.6,
  support: 0.6,
};
