import type { ConfidenceFeatures } from "./confidence-features.ts";

/** A logistic model over the features. */
export interface LogisticModel {
  readonly bias: number;
  readonly weights: Readonly<Partial<Record<keyof ConfidenceFeatures, number>>>;
}

/**
 * Does the corpus speak of this at all? Fitted by test/long/fit-confidence.ts on PIAF questions with
 * and without the article that answers, and on strangers' questions to small corpora: AUROC 0.950 over
 * unseen folds, 0.97 where the right passage is among the first three.
 */
export const answerableModel: LogisticModel = {
  bias: -0.23,
  weights: {
    passage: 1.97,
    sentence: 1.33,
    terms: 5.23,
    passageCosine: 1.71,
    sentenceCosine: 1.14,
    nameCoverage: 1.79,
    proximity: 1.02,
    rarest: 0.29,
    title: 1.47,
    lead: 0.19,
    leadOverTenth: 0.58,
    sentenceLead: 1.04,
    unknown: -0.06,
    brevity: 0.2,
    size: -9.09,
  },
};

/**
 * Is what is asked stated, or only its surroundings? Fitted on the near misses of the graded questions
 * (development part) and on PIAF questions whose passage was taken out while its neighbours stayed.
 */
export const statedModel: LogisticModel = {
  bias: -0.61,
  weights: {
    sentenceCosine: 1.85,
    passageCosine: 0.73,
    sentence: 3.46,
    coverage: 0.29,
    wordCoverage: 0.17,
    nameCoverage: 1.98,
    namesOnly: -1.25,
    focusMissing: -0.54,
    kindMissing: -1.61,
    unknown: -0.1,
    agreement: 0.08,
    brevity: 0.62,
    size: -2.82,
  },
};

/** Thresholds of the levels, chosen on the development part. */
export const confidenceThresholds = { highAnswerable: 0.5, highStated: 0.65, lowAnswerable: 0.1 };
