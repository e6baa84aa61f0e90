import { describe, expect, it } from "vitest";
import { standardScore } from "../../src/search/standard-score.ts";

const prior = { deviation: 0.03, passages: 10 };

describe("standardScore()", () => {
  it("is the plain standard score in a large corpus", () => {
    const score = standardScore(0.9, { mean: 0.8, deviation: 0.05 }, prior, 1_000_000);
    expect(score).toBeCloseTo(2, 3);
  });

  it("trusts a thin corpus less: equal passages do not make a small lead look large", () => {
    const thin = standardScore(0.81, { mean: 0.8, deviation: 0.001 }, prior, 5);
    expect(thin).toBeLessThan(1);
  });

  it("is finite where nothing varies", () => {
    expect(standardScore(1, { mean: 1, deviation: 0 }, { deviation: 0, passages: 0 }, 1)).toBe(0);
  });
});
