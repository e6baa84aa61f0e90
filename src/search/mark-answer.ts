/**
 * The part of a found passage that answers: one sentence where it is believed enough, else two neighbours.
 * A sentence that answers often leans on the one beside it ("Il y restera jusqu'à sa mort en 1883"); two
 * are marked when that adds enough to the belief that the answer is among them, and never a whole passage.
 */
import type { Span } from "../clean/article.ts";
import type { RankedPassage } from "./create-search.ts";
import type { QuestionView } from "./passage-features.ts";
import { sentenceFeatures, type SentenceFeatures } from "./sentence-features.ts";
import { secondSentenceGain, sentenceWeights } from "./sentence-weights.ts";

/** What is marked, in offsets into the article's text. */
export interface MarkedAnswer extends Span {
  /** The likeliest sentence alone. */
  readonly best: Span;
  readonly sentences: 1 | 2;
}

type Weights = typeof sentenceWeights;

function scoreOf(features: SentenceFeatures, weights: Weights): number {
  let score = 0;
  for (const name of Object.keys(weights) as (keyof SentenceFeatures)[]) {
    score += weights[name] * features[name];
  }
  return score;
}

/** How likely each sentence answers, given that one of them does: they add up to 1. */
export function answerShares(
  features: readonly SentenceFeatures[],
  weights: Weights,
): readonly number[] {
  const scores = features.map((one) => scoreOf(one, weights));
  const most = Math.max(...scores);
  const shares = scores.map((score) => Math.exp(score - most));
  const total = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => share / total);
}

interface Run {
  readonly first: number;
  readonly sentences: 1 | 2;
  readonly share: number;
}

function likeliestRun(shares: readonly number[], sentences: 1 | 2): Run {
  let best: Run = { first: 0, sentences, share: 0 };
  for (let first = 0; first + sentences <= shares.length; first++) {
    const share = (shares[first] ?? 0) + (sentences === 2 ? (shares[first + 1] ?? 0) : 0);
    if (share > best.share) best = { first, sentences, share };
  }
  return best;
}

/** The sentence to mark, or two when the second adds at least `gain`; two of two would mark nothing. */
export function chooseRun(shares: readonly number[], gain: number): Run {
  const one = likeliestRun(shares, 1);
  const two = likeliestRun(shares, 2);
  return shares.length > 2 && two.share - one.share >= gain ? two : one;
}

/** Marks what answers in a passage. */
export function markAnswer(
  found: Pick<RankedPassage, "passage" | "analyzed" | "sentences">,
  question: QuestionView,
): MarkedAnswer {
  const { passage, sentences } = found;
  const shares = answerShares(sentenceFeatures(found, question), sentenceWeights);
  const { first, sentences: count } = chooseRun(shares, secondSentenceGain);
  const alone = sentences[likeliestRun(shares, 1).first] ?? passage;
  const from = sentences[first] ?? passage;
  const to = sentences[first + count - 1] ?? passage;
  const best = { start: alone.start, end: alone.end };
  return { start: from.start, end: to.end, best, sentences: count };
}
