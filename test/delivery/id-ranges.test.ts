import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createIdRanges } from "../../src/delivery/id-ranges.ts";

describe("createIdRanges()", () => {
  it("holds the same numbers as a Set, in any order of adding", () => {
    const ids = fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 80 });
    fc.assert(
      fc.property(ids, (added) => {
        const ranges = createIdRanges();
        const oracle = new Set<number>();
        for (const id of added) {
          ranges.add(id);
          oracle.add(id);
        }
        for (let id = -1; id <= 61; id += 1) expect(ranges.has(id)).toBe(oracle.has(id));
        expect(ranges.size).toBe(oracle.size);
      }),
      { numRuns: 500, seed: 11 },
    );
  });

  it("keeps a million consecutive numbers as one range", () => {
    const ranges = createIdRanges();
    for (let id = 1; id <= 1_000_000; id += 1) ranges.add(id);
    expect(ranges.size).toBe(1_000_000);
    expect(ranges.ranges).toBe(1);
  });

  it("closes the gap between two ranges", () => {
    const ranges = createIdRanges();
    for (const id of [1, 3, 2]) ranges.add(id);
    expect(ranges.ranges).toBe(1);
  });
});
