import type { SearchResult } from "../search/create-search.ts";
import type { QuestionView } from "../search/passage-features.ts";
import type { Confidence } from "./answer.ts";
import { confidenceFeatures, type ConfidenceFeatures } from "./confidence-features.ts";
import {
  answerableModel,
  confidenceThresholds,
  statedModel,
  type LogisticModel,
} from "./confidence-weights.ts";
import { statedDoubt } from "./stated-doubt.ts";
import { namesUnknown, thingUnknown } from "./unknown-subject.ts";

/** What is believed of the best passage found. */
export interface Assessment {
  /** How likely the corpus speaks of what is asked, 0..1. */
  readonly answerable: number;
  /** How likely the passage states the very fact asked for, given that it is about it, 0..1. */
  readonly stated: number;
}

function probability({ bias, weights }: LogisticModel, features: ConfidenceFeatures): number {
  let evidence = bias;
  for (const name of Object.keys(weights) as (keyof ConfidenceFeatures)[]) {
    evidence += (weights[name] ?? 0) * features[name];
  }
  return 1 / (1 + Math.exp(-evidence));
}

/** From here on the encoder has found the same by another word: "ticket" for "billet". */
const surelyMeant = 0.8;

/** Whether what is asked about does not occur at all. */
function isUnknown(question: QuestionView, likely: number): boolean {
  return namesUnknown(question) || (likely < surelyMeant && thingUnknown(question));
}

/** Judges what a search found. */
export function assess(found: SearchResult): Assessment {
  const features = confidenceFeatures(found);
  const [best] = found.ranked;
  if (features === null || best === undefined) return { answerable: 0, stated: 0 };
  const likely = probability(answerableModel, features);
  const doubt = statedDoubt(best, found.question);
  return {
    answerable: isUnknown(found.question, likely) ? 0 : likely,
    stated: probability(statedModel, features) * (1 - doubt),
  };
}

/** The level an assessment is told as. */
export function confidenceLevel({ answerable, stated }: Assessment): Confidence {
  const { highAnswerable, highStated, lowAnswerable } = confidenceThresholds;
  if (answerable >= highAnswerable && stated >= highStated) return "high";
  return answerable >= lowAnswerable ? "low" : "none";
}
