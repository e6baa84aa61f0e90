import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findAxes, project } from "../../src/store/axes.ts";
import { addToSums, createMomentsReader, createVectorSums } from "../../src/store/moments.ts";
import {
  checkVector,
  decodeRecord,
  dequantizeVector,
  encodeRecord,
  quantizeVector,
  similarity,
} from "../../src/store/quantized-vector.ts";
import { createTopRows } from "../../src/store/top-rows.ts";
import { createRandom } from "../support/random.ts";
import { createSyntheticCorpus } from "../support/synthetic-corpus.ts";

const unitVector = fc
  .array(fc.float({ min: -1, max: 1, noNaN: true }), { minLength: 8, maxLength: 8 })
  .filter((numbers) => Math.hypot(...numbers) > 1e-3)
  .map((numbers) => Float32Array.from(numbers, (number) => number / Math.hypot(...numbers)));

describe("quantizeVector()", () => {
  it("keeps unit length and cosines, and gives the same numbers again (10,000 vectors)", () => {
    fc.assert(
      fc.property(unitVector, (vector) => {
        const quantized = quantizeVector(vector);
        const back = dequantizeVector(quantized);
        checkVector(back, 8);
        expect(similarity(vector, quantized)).toBeCloseTo(1, 6);
        expect(quantizeVector(back).values).toEqual(quantized.values);
        const record = new Uint8Array(encodeRecord(quantized));
        expect(decodeRecord(record, 0, 8)).toEqual(quantized);
      }),
      { numRuns: 10_000 },
    );
  });
});

describe("checkVector()", () => {
  it("refuses numbers that are not finite, other lengths and other dimensions (10,000 vectors)", () => {
    const spoil = fc.constantFrom(Number.NaN, Infinity, -Infinity, 1e20, 3);
    fc.assert(
      fc.property(unitVector, fc.nat(7), spoil, (vector, at, value) => {
        const spoilt = vector.slice();
        spoilt[at] = value;
        expect(() => checkVector(spoilt, 8)).toThrow(/cannot be used/);
        expect(() => checkVector(vector, 9)).toThrow(/numbers/);
        expect(() => checkVector(new Float32Array(8), 8)).toThrow(/length/);
      }),
      { numRuns: 10_000 },
    );
  });
});

describe("createMomentsReader()", () => {
  it("is what a walk over all vectors gives, after additions and removals", () => {
    const corpus = createSyntheticCorpus(300, 5);
    const sums = createVectorSums(384);
    const vectors = Array.from({ length: 300 }, (_, i) => corpus.passageVector(i));
    for (const vector of vectors) addToSums(sums, quantizeVector(vector), 1);
    for (const vector of vectors.slice(0, 50)) addToSums(sums, quantizeVector(vector), -1);
    const question = corpus.question(7);
    const cosines = vectors.slice(50).map((vector) => similarity(question, quantizeVector(vector)));
    const mean = cosines.reduce((a, b) => a + b, 0) / 250;
    const variance = cosines.reduce((sum, one) => sum + (one - mean) ** 2, 0) / 250;
    const { passage: moments, sentence: none } = createMomentsReader(
      sums,
      createVectorSums(384),
    )(question);
    expect(none).toEqual({ mean: 0, deviation: 0 });
    expect(moments.mean).toBeCloseTo(mean, 6);
    expect(moments.deviation).toBeCloseTo(Math.sqrt(variance), 3);
  });
});

describe("findAxes()", () => {
  it("finds orthonormal axes that keep the order of the nearest vectors", async () => {
    const corpus = createSyntheticCorpus(800, 9);
    const vectors = Array.from({ length: 800 }, (_, i) => corpus.passageVector(i));
    const sums = createVectorSums(384);
    for (const vector of vectors) addToSums(sums, quantizeVector(vector), 1);
    const axes = await findAxes(sums, 96);
    const rows = Array.from({ length: 96 }, (_, i) =>
      axes.numbers.subarray(i * 384, (i + 1) * 384),
    );
    expect(dot(rows[3]!, rows[3]!)).toBeCloseTo(1, 4);
    expect(dot(rows[3]!, rows[90]!)).toBeCloseTo(0, 4);
    const question = corpus.question(11);
    const nearest = (all: readonly Float32Array[], asked: Float32Array, count: number) =>
      all
        .map((vector, i) => [dot(vector, asked), i] as const)
        .sort((a, b) => b[0] - a[0])
        .slice(0, count)
        .map(([, i]) => i);
    const candidates = new Set(
      nearest(
        vectors.map((one) => project(one, axes)),
        project(question, axes),
        100,
      ),
    );
    expect(
      nearest(vectors, question, 10).filter((one) => candidates.has(one)).length,
    ).toBeGreaterThan(8);
  });
});

describe("createTopRows()", () => {
  it("keeps the best like a sort of everything, equal scores by row", () => {
    const random = createRandom(4);
    for (let round = 0; round < 50; round++) {
      const scores = Array.from({ length: 200 }, () => Math.floor(random() * 40));
      const k = Math.floor(random() * 30);
      const top = createTopRows(k);
      scores.forEach((score, row) => top.offer(row, score));
      const sorted = scores
        .map((score, row) => ({ row, score }))
        .sort((a, b) => b.score - a.score || a.row - b.row);
      expect(top.ranked()).toEqual(sorted.slice(0, k));
    }
  });
});

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}
