import type { SearchResult } from "../search/create-search.ts";
import type { Confidence } from "./answer.ts";

/** How likely the best passage answers the question, 0..1. */
export function answerProbability({ ranked }: SearchResult): number {
  const best = ranked[0];
  if (best === undefined) return 0;
  const { sentence, passage, terms, coverage, missingNames } = best.features;
  const evidence =
    0.5 * sentence + 0.4 * passage + 0.15 * terms + 3 * coverage - 1.5 * missingNames - 4.5;
  return 1 / (1 + Math.exp(-evidence));
}

const highFrom = 0.6;
const lowFrom = 0.25;

/** The level a probability is told as. */
export function confidenceLevel(probability: number): Confidence {
  if (probability >= highFrom) return "high";
  return probability >= lowFrom ? "low" : "none";
}
