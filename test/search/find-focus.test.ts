import { describe, expect, it } from "vitest";
import { findFocus } from "../../src/search/find-focus.ts";
import { questionTerms } from "../../src/terms/question-terms.ts";

/** The noun asked for, of a question whose every word the index knows. */
function focusOf(question: string): string | null {
  const known = { frequency: 1, corrections: [], rarity: 0.5, found: true };
  const terms = questionTerms(question).map((term) => ({ ...term, ...known }));
  return findFocus(question, terms, null)?.folded.join(" ") ?? null;
}

describe("findFocus()", () => {
  it.each([
    ["Which meetings were cancelled?"],
    ["Quelle rencontre a été annulée ?"],
    ["Quel entretien a été reporté ?"],
  ])("finds none where an encounter itself is asked for: %s", (question) => {
    expect(focusOf(question)).toBeNull();
  });

  it("finds the noun that no record of an encounter states", () => {
    expect(focusOf("Dans quel hôtel se sont-ils vus ?")).toBe("hotel");
  });
});
