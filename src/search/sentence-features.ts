import type { RankedPassage } from "./create-search.ts";
import type { QuestionView } from "./passage-features.ts";
import { coverageOf } from "./term-coverage.ts";

/** What speaks for a sentence being the one that answers, against the others of its passage. */
export interface SentenceFeatures {
  /** Similarity to the question, in deviations from the mean of all sentences. */
  readonly similarity: number;
  /** Evidence of the wanted kind of answer, 0..1. */
  readonly kind: number;
  /** Share of the question met here or, at less, in the sentences before: 0..1. */
  readonly context: number;
  /** How strongly it has the noun asked for: "quel hôtel", 0..1. */
  readonly focus: number;
  /** Similarity of the sentence before, where this one begins by pointing back to it; else 0. */
  readonly leansOn: number;
  /** Logarithm of its words: a longer one says more. */
  readonly length: number;
}

/** What was said before is still spoken of, less surely. */
const carriedOver = 0.8;

/** A first word that stands for something in the sentence before. French only. */
const pointsBack =
  /^(?:(?:ils?|elles?|ce(?:tte|t|s|lui|lle|ux)?|s(?:on|a|es)|leurs?|on)(?!\p{L})|c['’])/iu;

/** Judges the sentences of a found passage, in their order. */
export function sentenceFeatures(
  { analyzed, sentences }: Pick<RankedPassage, "analyzed" | "sentences">,
  { terms, focus }: QuestionView,
): readonly SentenceFeatures[] {
  let before = terms.map(() => 0);
  return sentences.map(({ similarity, kind, text, strengths: own }, i): SentenceFeatures => {
    const met = own.map((strength, t) => Math.max(strength, before[t] ?? 0));
    before = before.map((strength, t) => Math.max(strength, carriedOver * (own[t] ?? 0)));
    return {
      similarity,
      kind,
      context: coverageOf(terms, met),
      focus: focus === null ? 0 : (own[terms.indexOf(focus)] ?? 0),
      leansOn: pointsBack.test(text) ? (sentences[i - 1]?.similarity ?? 0) : 0,
      length: Math.log1p(analyzed.sentences[i]?.analyzed.words ?? 0),
    };
  });
}
