import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PersonBox } from "../../src/pictures/place-group.ts";
import { placePeople } from "../../src/pictures/place-people.ts";

const width = 680;

/** People with labels of any size, and links between any of them. */
const graphs = fc.integer({ min: 1, max: 24 }).chain((count) =>
  fc.record({
    boxes: fc.array(
      fc.record({
        halfWidth: fc.integer({ min: 15, max: 70 }),
        above: fc.integer({ min: 15, max: 40 }),
        below: fc.integer({ min: 30, max: 80 }),
      }),
      { minLength: count, maxLength: count },
    ),
    pairs: fc.array(fc.tuple(fc.nat(count - 1), fc.nat(count - 1)), { maxLength: 40 }),
  }),
);

function named({ boxes, pairs }: { boxes: Omit<PersonBox, "id">[]; pairs: [number, number][] }) {
  return {
    boxes: boxes.map((box, index): PersonBox => ({ id: `p${index}`, ...box })),
    pairs: pairs.filter(([a, b]) => a !== b).map(([a, b]) => [`p${a}`, `p${b}`] as const),
  };
}

describe("placePeople()", () => {
  it("never lets two people or their labels overlap", () => {
    fc.assert(
      fc.property(graphs.map(named), ({ boxes, pairs }) => {
        const { positions } = placePeople(boxes, pairs, width);
        const placed = boxes.map((box) => ({ ...box, ...positions.get(box.id)! }));
        for (const [index, one] of placed.entries()) {
          for (const other of placed.slice(index + 1)) {
            const apartX = Math.abs(one.x - other.x) - one.halfWidth - other.halfWidth;
            const [upper, lower] = one.y < other.y ? [one, other] : [other, one];
            const apartY = lower.y - lower.above - (upper.y + upper.below);
            expect(Math.max(apartX, apartY)).toBeGreaterThan(0);
          }
        }
      }),
      { numRuns: 15 },
    );
  });

  it("keeps everybody inside the picture", () => {
    fc.assert(
      fc.property(graphs.map(named), ({ boxes, pairs }) => {
        const { positions, height } = placePeople(boxes, pairs, width);
        for (const { id, halfWidth, above, below } of boxes) {
          const { x, y } = positions.get(id)!;
          expect(x - halfWidth).toBeGreaterThan(-0.6);
          expect(x + halfWidth).toBeLessThan(width + 0.6);
          expect(y - above).toBeGreaterThan(-0.6);
          expect(y + below).toBeLessThan(height + 0.6);
        }
      }),
      { numRuns: 15 },
    );
  });

  it("gives the same picture for the same people", () => {
    const { boxes, pairs } = named({
      boxes: Array.from({ length: 12 }, () => ({ halfWidth: 40, above: 20, below: 50 })),
      pairs: Array.from({ length: 15 }, (_, index): [number, number] => [
        index % 12,
        (index * 5) % 12,
      ]),
    });
    expect(placePeople(boxes, pairs, width)).toEqual(placePeople(boxes, pairs, width));
  });

  it("lays two people side by side", () => {
    const box = { halfWidth: 40, above: 20, below: 50 };
    const boxes = [
      { id: "a", ...box },
      { id: "b", ...box },
    ];
    const { positions } = placePeople(boxes, [["a", "b"]], width);
    expect(positions.get("a")!.y).toBeCloseTo(positions.get("b")!.y, 3);
  });
});
