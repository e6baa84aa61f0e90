import { describe, expect, it } from "vitest";
import { outletTerm, passageTerms } from "../../src/terms/passage-terms.ts";
import { articleOf } from "../support/graded-corpora.ts";

const article = articleOf({
  articleId: "a",
  outlet: "RT en français",
  title: "Lavrov à Belgrade",
  paragraphs: ["Le ministre russe a rencontré Çavuşoğlu. Le ministre est reparti."],
});
const passage = { start: 0, end: article.text.length, sentences: [] };

describe("passageTerms()", () => {
  const terms = passageTerms(article, passage);

  it("counts the words of the passage", () => {
    expect(terms.get("ministr")).toBe(2);
    expect(terms.get("rencontr")).toBe(1);
  });

  it("gives words of the title a quarter of the weight", () => {
    expect(terms.get("belgrad")).toBe(0.25);
  });

  it("adds the key of names, so that other spellings find them", () => {
    expect(terms.get("@cavusoglu")).toBe(1);
    expect(terms.has("@ministr")).toBe(false);
  });

  it("names the outlet", () => {
    expect(terms.get(outletTerm("RT en français"))).toBe(1);
  });
});
