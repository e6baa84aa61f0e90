/**
 * A question's vector and its terms -> the passages worth a second look, with their scores. Candidates come from
 * the graph and from BM25; each is compared exactly.
 */
import type { ExactSimilarity, Moments, Row, SimilarityMoments, Store } from "../store/store.ts";
import type { QuestionMatches } from "./match-question.ts";
import type { ReciprocalRanks, StandardScores } from "./passage-features.ts";
import { fusionWeights } from "./ranking-weights.ts";
import { standardScore, thinCorpusPriors } from "./standard-score.ts";

export const candidatesPerSide = 40;
/** Twenty find the same first five (PIAF, and 1,424 titles of 3,000 articles), twelve lose four in a thousand of them. */
export const lookedAtTwice = 16;

/** A passage that may answer, with its scores. */
export interface Candidate {
  readonly row: Row;
  /** Cosines, as measured. */
  readonly similarity: { readonly passage: number; readonly sentence: number };
  readonly ranks: ReciprocalRanks;
  readonly scores: StandardScores;
  readonly fused: number;
}

interface CorpusMoments {
  readonly terms: Moments;
  readonly similarity: SimilarityMoments;
  readonly passages: number;
}

function standardize(
  exact: ExactSimilarity,
  termScore: number,
  { terms, similarity, passages }: CorpusMoments,
): StandardScores {
  const priors = thinCorpusPriors;
  return {
    passage: standardScore(exact.passage, similarity.passage, priors.passage, passages),
    sentences: Array.from(exact.sentences, (sentence) =>
      standardScore(sentence, similarity.sentence, priors.sentence, passages),
    ),
    terms: standardScore(termScore, terms, priors.terms, passages),
  };
}

function fuse({ passage, sentences, terms }: StandardScores): number {
  return (
    fusionWeights.passage * passage +
    fusionWeights.sentence * Math.max(...sentences) +
    fusionWeights.terms * terms
  );
}

/** The nearest passages and those that share the rarest words, best by the plain sum of their scores first. */
export async function findCandidates(
  store: Store,
  vector: Float32Array,
  { matches }: QuestionMatches,
): Promise<readonly Candidate[]> {
  const near = await store.nearest(vector, candidatesPerSide);
  const termScores = new Map(matches.hits.map(({ row, score }) => [row, score]));
  const rows = [...new Set([...near.map(({ row }) => row), ...termScores.keys()])];
  const [exact, similarity] = await Promise.all([
    store.compare(vector, rows),
    store.moments(vector),
  ]);
  const moments = { terms: matches, similarity, passages: store.summary.passages };
  const scored = exact.map((found) => {
    const scores = standardize(found, termScores.get(found.row) ?? 0, moments);
    const similarity = { passage: found.passage, sentence: Math.max(...found.sentences) };
    return { row: found.row, similarity, scores, fused: fuse(scores) };
  });
  return withRanks(scored)
    .sort((a, b) => b.fused - a.fused)
    .slice(0, lookedAtTwice);
}

/** 1 for the greatest, 1/2 for the second, and so on. */
function reciprocalRanks(values: readonly number[]): readonly number[] {
  const order = values.map((_, i) => i).sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0));
  const ranks = new Array<number>(values.length).fill(0);
  order.forEach((i, rank) => (ranks[i] = 1 / (rank + 1)));
  return ranks;
}

function withRanks(scored: readonly Omit<Candidate, "ranks">[]): Candidate[] {
  const passage = reciprocalRanks(scored.map(({ scores }) => scores.passage));
  const sentence = reciprocalRanks(scored.map(({ scores }) => Math.max(...scores.sentences)));
  const terms = reciprocalRanks(scored.map(({ scores }) => scores.terms));
  return scored.map(({ row, similarity, scores, fused }, i) => {
    const ranks = {
      passageRank: passage[i] ?? 0,
      sentenceRank: sentence[i] ?? 0,
      termsRank: terms[i] ?? 0,
    };
    return { row, similarity, ranks, scores, fused };
  });
}
