import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  createPostingDecoder,
  createPostingEncoder,
  quantizeFrequency,
} from "../../src/store/postings.ts";

const ascendingRows = fc
  .uniqueArray(fc.integer({ min: 0, max: 2 ** 31 - 2 }), { maxLength: 200 })
  .map((rows) => rows.sort((a, b) => a - b));

describe("posting lists", () => {
  it("decode to what was encoded, rows of 31 bits included", () => {
    fc.assert(
      fc.property(ascendingRows, fc.integer({ min: 1, max: 255 }), (rows, frequency) => {
        const encoder = createPostingEncoder();
        for (const row of rows) encoder.add(row, frequency);
        const { bytes, count } = encoder.finish();
        const decoded = createPostingDecoder()(bytes);
        expect([...decoded.rows.subarray(0, decoded.count)]).toEqual(rows);
        const frequencies = decoded.frequencies.subarray(0, decoded.count);
        expect(frequencies.every((found) => found === frequency)).toBe(true);
        expect(count).toBe(rows.length);
      }),
    );
  });

  it("keep frequencies in sixteenths, from 1/16 to 255/16", () => {
    expect([0.001, 0.25, 1, 1.03, 3, 900].map(quantizeFrequency)).toEqual([1, 4, 16, 16, 48, 255]);
  });
});
