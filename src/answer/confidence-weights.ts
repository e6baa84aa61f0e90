import type { ConfidenceFeatures } from "./confidence-features.ts";

/** A logistic model over the features. */
export interface LogisticModel {
  readonly bias: number;
  readonly weights: Readonly<Partial<Record<keyof ConfidenceFeatures, number>>>;
}

/**
 * Does the corpus speak of this at all? Fitted by test/long/fit-confidence.ts on PIAF questions with
 * and without the article that answers, and on strangers' questions to small corpora: AUROC 0.953 over
 * unseen folds, 12.5 % false refusals at 10 % false answers. Sixty features and a small network reached
 * 0.954; what is left are questions that name nothing ("Que proposent-ils ?").
 */
export const answerableModel: LogisticModel = {
  bias: 0.15,
  weights: {
    terms: 2.86,
    mostTerms: 6.22,
    passageCosine: 2.27,
    sentenceCosine: 1.51,
    nameCoverage: 1.71,
    proximity: 1.72,
    articleSimilarity: 4.03,
    leadOverOthers: 0.92,
    leadOverTenth: 0.35,
    missing: -0.74,
    size: -11.86,
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
