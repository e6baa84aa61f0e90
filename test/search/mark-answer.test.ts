import { describe, expect, it } from "vitest";
import { answerShares, chooseRun } from "../../src/search/mark-answer.ts";
import { sentenceWeights } from "../../src/search/sentence-weights.ts";

const plain = { similarity: 2, kind: 0, context: 0.5, focus: 0, leansOn: 0, length: 3 };

describe("chooseRun()", () => {
  it("marks one sentence where it is believed enough", () => {
    expect(chooseRun([0.05, 0.9, 0.05], 0.1)).toMatchObject({ first: 1, sentences: 1 });
  });

  it("marks two neighbours where the second is worth it", () => {
    expect(chooseRun([0.05, 0.5, 0.4, 0.05], 0.1)).toMatchObject({ first: 1, sentences: 2 });
  });

  it("marks two neighbours that are likelier together than any other alone", () => {
    expect(chooseRun([0.35, 0.05, 0.3, 0.3], 0.1)).toMatchObject({ first: 2, sentences: 2 });
  });

  it("never marks all of a passage of two sentences", () => {
    expect(chooseRun([0.5, 0.5], 0.1)).toMatchObject({ sentences: 1 });
    expect(chooseRun([1], 0.1)).toMatchObject({ first: 0, sentences: 1 });
  });
});

describe("answerShares()", () => {
  it("adds up to one, most for what fits the question in every way", () => {
    const better = { ...plain, similarity: 4, kind: 1, context: 1 };
    const shares = answerShares([plain, better, plain], sentenceWeights);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(shares[1]).toBeGreaterThan(0.8);
    expect(shares[0]).toBe(shares[2]);
  });

  it("stays finite for scores of any size", () => {
    const far = { ...plain, similarity: 5_000 };
    expect(answerShares([far, plain], sentenceWeights)).toEqual([1, 0]);
  });
});
