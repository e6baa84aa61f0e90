import { describe, expect, it } from "vitest";
import { likeliestSentence } from "../../src/search/mark-answer.ts";
import { sentenceWeights } from "../../src/search/sentence-weights.ts";

const plain = { similarity: 2, kind: 0, context: 0.5, focus: 0, leansOn: 0, length: 3 };

describe("likeliestSentence()", () => {
  it("finds what fits the question in every way", () => {
    const better = { ...plain, similarity: 4, kind: 1, context: 1 };
    expect(likeliestSentence([plain, better, plain], sentenceWeights)).toBe(1);
  });

  it("prefers the wanted kind of answer to a little more similarity", () => {
    const similar = { ...plain, similarity: 2.5 };
    const ofTheKind = { ...plain, kind: 1 };
    expect(likeliestSentence([similar, ofTheKind], sentenceWeights)).toBe(1);
  });

  it("takes the first among equals, and none where there is none", () => {
    expect(likeliestSentence([plain, plain], sentenceWeights)).toBe(0);
    expect(likeliestSentence([], sentenceWeights)).toBe(-1);
  });
});
