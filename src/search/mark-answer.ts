/** The sentence of a found passage that answers: the likeliest by what each says and how near it is in meaning. */
import type { Span } from "../clean/article.ts";
import type { RankedPassage } from "./create-search.ts";
import type { QuestionView } from "./passage-features.ts";
import { sentenceFeatures, type SentenceFeatures } from "./sentence-features.ts";
import { sentenceWeights } from "./sentence-weights.ts";

type Weights = typeof sentenceWeights;

const weighedFeatures = Object.keys(sentenceWeights) as (keyof SentenceFeatures)[];

function scoreOf(features: SentenceFeatures, weights: Weights): number {
  let score = 0;
  for (const name of weighedFeatures) score += weights[name] * features[name];
  return score;
}

/** Index of the sentence that answers, the first among equals; -1 when there is none. */
export function likeliestSentence(features: readonly SentenceFeatures[], weights: Weights): number {
  const scores = features.map((one) => scoreOf(one, weights));
  return scores.indexOf(Math.max(...scores));
}

/** A subheading before the text announces the answer, it does not give it. */
const longestSubheading = 90;
const sentenceEnd = /[.!?…»”")]$/u;

function countSubheadings(sentences: RankedPassage["sentences"]): number {
  const text = sentences.findIndex(
    (one) => one.text.length > longestSubheading || sentenceEnd.test(one.text),
  );
  return Math.max(0, text);
}

/** The sentence to mark in a passage, in offsets into the article's text. */
export function markAnswer(
  found: Pick<RankedPassage, "passage" | "analyzed" | "sentences">,
  question: QuestionView,
): Span {
  const above = countSubheadings(found.sentences);
  const features = sentenceFeatures(found, question).slice(above);
  const best = above + likeliestSentence(features, sentenceWeights);
  const { start, end } = found.sentences[best] ?? found.passage;
  return { start, end };
}
