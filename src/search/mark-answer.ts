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

/** A subheading or a question before the text announces the answer, it does not give it. */
function countAnnouncing({
  passage,
  sentences,
}: Pick<RankedPassage, "passage" | "sentences">): number {
  const between = (i: number) =>
    passage.text.slice(
      (sentences[i - 1]?.end ?? 0) - passage.start,
      (sentences[i]?.start ?? 0) - passage.start,
    );
  // Of several paragraphs only the last is text.
  let first = Math.max(
    0,
    sentences.findLastIndex((_, i) => i > 0 && between(i).includes("\n\n")),
  );
  while (first < sentences.length - 1 && sentences[first]?.text.endsWith("?")) first++;
  return first;
}

/** The sentence to mark in a passage, in offsets into the article's text. */
export function markAnswer(
  found: Pick<RankedPassage, "passage" | "analyzed" | "sentences">,
  question: QuestionView,
): Span {
  const above = countAnnouncing(found);
  const features = sentenceFeatures(found, question).slice(above);
  const best = above + likeliestSentence(features, sentenceWeights);
  const { start, end } = found.sentences[best] ?? found.passage;
  return { start, end };
}
