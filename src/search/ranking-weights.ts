import type { PassageFeatures } from "./passage-features.ts";

/** Fusion that chooses the candidates worth a second look: sums of deviations from the mean. */
export const fusionWeights = { passage: 0.35, sentence: 0.4, terms: 0.25 } as const;

/**
 * Second look: a linear score over the features, fitted by test/long/fit-ranking.ts (listwise softmax) on PIAF,
 * on corpora of a few dozen passages cut out of it, on questions written for the same passages and for five news
 * articles at a time, and on the development part of the graded ones. Over folds that the fit did not see, MRR@10
 * with the plain sum 0.3 / 0.4 / 0.3, with the weights fitted before on PIAF alone, and with these: PIAF 0.843,
 * 0.862, 0.865; five articles 0.942, 0.940, 0.946; their strong paraphrases 0.698, 0.732, 0.743. BM25 itself
 * (`terms`) and its rank then weigh nothing: coverage and proximity say it better. `support` was fitted to 0.34;
 * it stays at what the titles of 700 news articles asked for (MRR@10 0.757 without, 0.790 with it).
 */
export const rankingWeights: Readonly<Partial<Record<keyof PassageFeatures, number>>> = {
  passage: 0.78,
  sentence: 0.68,
  coverageWithTitle: 3.9,
  proximity: 0.68,
  joint: 1,
  missingNames: -0.77,
  passageRank: 0.32,
  kindStrict: 1,
  support: 0.6,
};
