import { describe, expect, it } from "vitest";
import { splitPassages } from "../../src/passages/split-passages.ts";
import { createSearch } from "../../src/search/create-search.ts";
import { likeliestSentence, markAnswer } from "../../src/search/mark-answer.ts";
import { sentenceWeights } from "../../src/search/sentence-weights.ts";
import { createFakeEmbedder } from "../support/fake-embedder.ts";
import { articleOf } from "../support/graded-corpora.ts";
import { openMemoryStore } from "../support/memory-store.ts";

const plain = { similarity: 2, kind: 0, context: 0.5, focus: 0, leansOn: 0, length: 3 };

describe("likeliestSentence()", () => {
  it("finds what fits the question in every way", () => {
    const better = { ...plain, similarity: 4, kind: 1, context: 1 };
    expect(likeliestSentence([plain, better, plain], sentenceWeights)).toBe(1);
  });

  it("prefers the wanted kind of answer to a little more similarity", () => {
    const similar = { ...plain, similarity: 2.5 };
    const ofTheKind = { ...plain, kind: 1 };
    expect(likeliestSentence([similar, ofTheKind], sentenceWeights)).toBe(1);
  });

  it("takes the first among equals, and none where there is none", () => {
    expect(likeliestSentence([plain, plain], sentenceWeights)).toBe(0);
    expect(likeliestSentence([], sentenceWeights)).toBe(-1);
  });
});

describe("markAnswer()", () => {
  async function markedIn(paragraphs: readonly string[], asked: string): Promise<string> {
    const article = articleOf({
      ...{ articleId: "port", title: "Le port de Lorval", outlet: null },
      paragraphs,
    });
    const embedder = createFakeEmbedder();
    const store = await openMemoryStore([article], embedder, splitPassages);
    const { ranked, question } = await createSearch(store, embedder)(asked);
    const { start, end } = markAnswer(ranked[0]!, question);
    return article.text.slice(start, end);
  }

  it.each([
    ["a subheading", "Une négociation prévue jeudi"],
    ["a question", "Une négociation jeudi, est-ce bien raisonnable ?"],
    ["what an interviewer says", "Q : Une négociation est prévue jeudi. On en doute."],
  ])("marks not %s, which announces the answer", async (_, announcing) => {
    const text =
      "La négociation sur le port de Lorval est prévue à la mairie. Elle commencera jeudi à 18 heures.";
    const marked = await markedIn([announcing, text], "Une négociation jeudi ?");
    expect(text).toContain(marked);
  });

  it("marks a question where there is nothing else", async () => {
    expect(await markedIn(["Que faire du port ?"], "Que faire du port ?")).toBe(
      "Que faire du port ?",
    );
  });
});
