import type { PassageFeatures } from "./passage-features.ts";

/** Fusion that chooses the candidates worth a second look. */
export const fusionWeights = { passage: 0.3, sentence: 0.4, terms: 0.3 } as const;

/** Second look: a linear score over the features. */
export const rankingWeights: Readonly<Record<keyof PassageFeatures, number>> = {
  passage: 0.3,
  sentence: 0.4,
  terms: 0.3,
  coverage: 0,
  bestSentenceCoverage: 0,
  proximity: 0,
  kind: 0,
  kindAnywhere: 0,
  coverageWithTitle: 0,
  missingNames: 0,
};
