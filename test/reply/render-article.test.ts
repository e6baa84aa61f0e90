import { describe, expect, it } from "vitest";
import { renderArticlePart, splitArticle } from "../../src/reply/render-article.ts";
import { articleOf } from "../support/graded-corpora.ts";
import { invented } from "../support/invented-reply.ts";

describe("splitArticle()", () => {
  it("keeps a short article in one part", () => {
    expect(splitArticle(invented)).toEqual([{ start: 0, end: invented.text.length }]);
  });

  it("ends parts where paragraphs end, and in a long paragraph where sentences do", () => {
    const sentence = "Le conseil a voté la motion numéro sept.";
    const article = articleOf({
      articleId: "a",
      outlet: null,
      title: "T",
      paragraphs: ["Court.", `${`${sentence} `.repeat(200)}${sentence}`, "Fin."],
    });
    const parts = splitArticle(article).map(({ start, end }) => article.text.slice(start, end));
    expect(parts.length).toBe(3);
    for (const part of parts) expect(part).toMatch(/(?:Court|sept|Fin)\.$/);
    expect(parts.join(" ").replace(/\s+/g, " ")).toBe(article.text.replace(/\s+/g, " "));
  });
});

describe("renderArticlePart()", () => {
  it("shows the title, the text word for word and the source", () => {
    const page = renderArticlePart(invented, 0, "en");
    expect(page?.text).toBe(
      `${invented.title}\n\n${invented.text}\n\nLe Quotidien du Rhône, “${invented.title}”, 1 March 2021`,
    );
    expect(page?.entities[0]).toEqual({ type: "bold", offset: 0, length: invented.title.length });
  });

  it("has no part before the first or after the last", () => {
    expect(renderArticlePart(invented, 1, "fr")).toBeNull();
    expect(renderArticlePart(invented, -1, "fr")).toBeNull();
  });
});
