import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTermDictionary, layOutTerms } from "../../src/store/term-dictionary.ts";

describe("createTermDictionary()", () => {
  it("finds every term it was given under its number, and no other", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ unit: "binary" })), fc.string(), (terms, other) => {
        const dictionary = createTermDictionary(layOutTerms(terms));
        terms.forEach((term, number) => {
          expect(dictionary.find(term)).toBe(number);
          expect(dictionary.term(number)).toBe(term);
        });
        if (!terms.includes(other)) expect(dictionary.find(other)).toBe(-1);
      }),
    );
  });

  it("works with no term at all", () => {
    expect(createTermDictionary(layOutTerms([])).find("mot")).toBe(-1);
  });
});
