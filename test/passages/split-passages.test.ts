import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Article } from "../../src/clean/article.ts";
import { cleanArticle } from "../../src/clean/clean-article.ts";
import type { ArticleId } from "../../src/corpus/raw-article.ts";
import { readCorpus } from "../../src/corpus/read-corpus.ts";
import { splitPassages } from "../../src/passages/split-passages.ts";

function articleOf(...paragraphs: string[]): Article {
  let start = 0;
  const spans = paragraphs.map((text) => {
    const span = { start, end: start + text.length };
    start = span.end + 2;
    return span;
  });
  return {
    articleId: "a" as ArticleId,
    title: "Un titre",
    outlet: null,
    url: null,
    published: null,
    text: paragraphs.join("\n\n"),
    paragraphs: spans,
    dropped: [],
  };
}

function passagesOf(article: Article): string[] {
  return splitPassages(article).map(({ start, end }) => article.text.slice(start, end));
}

const SENTENCE =
  "Le ministre a rencontré mercredi à Belgrade son homologue turc pendant une heure.";

describe("splitPassages()", () => {
  it("makes a passage of each paragraph", () => {
    expect(passagesOf(articleOf("Il pleut. Il vente.", "Elle part."))).toEqual([
      "Il pleut. Il vente.",
      "Elle part.",
    ]);
  });

  it("joins a subheading to the paragraph it announces", () => {
    expect(passagesOf(articleOf(SENTENCE, "Trois rencontres", SENTENCE))).toEqual([
      SENTENCE,
      `Trois rencontres\n\n${SENTENCE}`,
    ]);
  });

  it("joins what an interviewer asks to the answer, however it is asked", () => {
    const question =
      "Vous avez vu mercredi à Belgrade votre homologue turc, pour la première fois depuis un an. Était-ce utile ?";
    expect(passagesOf(articleOf(question, SENTENCE, "Q : Certains en doutent.", SENTENCE))).toEqual(
      [`${question}\n\n${SENTENCE}`, `Q : Certains en doutent.\n\n${SENTENCE}`],
    );
  });

  it("makes a passage of a subheading that announces nothing", () => {
    expect(passagesOf(articleOf(SENTENCE, "Trois rencontres"))).toEqual([
      SENTENCE,
      "Trois rencontres",
    ]);
  });

  it("cuts a long paragraph between sentences into passages of like length", () => {
    const blob = Array.from({ length: 60 }, () => SENTENCE).join(" ");
    const passages = passagesOf(articleOf(blob));
    for (const passage of passages) {
      expect(passage.length).toBeGreaterThanOrEqual(400);
      expect(passage.length).toBeLessThanOrEqual(900);
      expect(passage).toMatch(/^Le .*heure\.$/);
    }
    expect(passages.join(" ")).toBe(blob);
  });

  it("gives the seeds about forty passages, the longest one under 600 characters", async () => {
    const passages: string[] = [];
    const seeds = path.join(import.meta.dirname, "..", "..", "seeds");
    for await (const item of readCorpus([seeds])) {
      if (item.kind === "article") passages.push(...passagesOf(cleanArticle(item.article)));
    }
    expect(passages).toHaveLength(39);
    expect(Math.max(...passages.map((passage) => passage.length))).toBeLessThan(600);
  });

  it("gives an empty article no passage", () => {
    expect(splitPassages({ ...articleOf(), paragraphs: [] })).toEqual([]);
  });
});

const anyParagraph = fc
  .oneof(
    fc.string({ unit: "grapheme", minLength: 1, maxLength: 400 }),
    fc.constantFrom(SENTENCE, "Trois rencontres", SENTENCE.repeat(40), "A".repeat(9000)),
  )
  .map((text) => text.replace(/\s+/g, " ").trim())
  .filter((text) => text !== "");

describe("splitPassages() on any article", () => {
  it("puts every sentence into exactly one passage, in order", () => {
    fc.assert(
      fc.property(fc.array(anyParagraph, { maxLength: 8 }), (paragraphs) => {
        const article = articleOf(...paragraphs);
        let previous = 0;
        for (const passage of splitPassages(article)) {
          expect(article.text.slice(previous, passage.start).trim()).toBe("");
          expect(passage.sentences[0]?.start).toBe(passage.start);
          expect(passage.sentences.at(-1)?.end).toBe(passage.end);
          for (const sentence of passage.sentences) {
            expect(article.text.slice(previous, sentence.start).trim()).toBe("");
            previous = sentence.end;
          }
        }
        expect(article.text.slice(previous).trim()).toBe("");
      }),
      { numRuns: 300 },
    );
  });
});
