import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  decodeButton,
  encodeButton,
  shortKey,
  type ButtonReference,
} from "../../src/reply/button-reference.ts";

const number = fc.nat({ max: 999_999_999 });
const key = fc.string({ unit: "binary", maxLength: 400 }).map(shortKey);

const references: fc.Arbitrary<ButtonReference> = fc.oneof(
  fc.record({ kind: fc.constant("page" as const), page: number }),
  fc.record({
    kind: fc.constant("context" as const),
    article: key,
    span: fc.record({ start: number, end: number }),
    check: key.map((hash) => hash.slice(0, 4)),
  }),
  fc.record({ kind: fc.constant("read" as const), article: key }),
  fc.record({ kind: fc.constant("part" as const), article: key, part: number }),
  fc.record({ kind: fc.constant("card" as const), article: key }),
  fc.record({ kind: fc.constant("articles" as const), page: number }),
  fc.record({ kind: fc.constant("judge" as const), right: fc.boolean() }),
  fc.record({ kind: fc.constant("consent" as const), granted: fc.boolean() }),
  fc.record({
    kind: fc.constant("picture" as const),
    picture: fc.constantFrom("graph" as const, "timeline" as const),
    person: fc.option(key),
  }),
  fc.record({ kind: fc.constant("people" as const), page: number }),
  fc.record({ kind: fc.constant("person" as const), person: key }),
  fc.record({
    kind: fc.constant("language" as const),
    lang: fc.option(fc.constantFrom("fr" as const, "en" as const)),
  }),
  fc.constant({ kind: "forget" as const }),
  fc.constant({ kind: "nothing" as const }),
);

describe("encodeButton()", () => {
  it("comes back as it went, in at most 64 bytes, however long the ids are", () => {
    fc.assert(
      fc.property(references, (reference) => {
        const data = encodeButton(reference);
        expect(Buffer.byteLength(data)).toBeLessThanOrEqual(64);
        expect(decodeButton(data)).toEqual(reference);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe("decodeButton()", () => {
  it("understands nothing it did not write", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 64 }), (data) => {
        const reference = decodeButton(data);
        if (reference !== null) expect(encodeButton(reference)).toBe(data);
      }),
      { numRuns: 2_000 },
    );
    for (const data of ["", "p:", "p:-1", "p:1e3", "c:x:1:2:abcd", "l:de", "z:1"]) {
      expect(decodeButton(data)).toBeNull();
    }
  });
});
