import { describe, expect, it } from "vitest";
import { splitPassages } from "../../src/passages/split-passages.ts";
import { matchQuestion } from "../../src/search/match-question.ts";
import { questionTerms } from "../../src/terms/question-terms.ts";
import { createFakeEmbedder } from "../support/fake-embedder.ts";
import { articleOf } from "../support/graded-corpora.ts";
import { openMemoryStore } from "../support/memory-store.ts";

const article = articleOf({
  articleId: "pont",
  title: "Un pont pour Lorval",
  outlet: "Mediapart",
  paragraphs: ["Claire Dumas, la maire de Lorval, a annoncé jeudi la construction d'un pont."],
});

async function correctionsOf(word: string): Promise<readonly string[]> {
  const store = await openMemoryStore([article], createFakeEmbedder(), splitPassages);
  const { terms } = await matchQuestion(store, { terms: questionTerms(word), extra: [] }, 10);
  return terms.flatMap(({ corrections }) => corrections);
}

async function marksOf(question: string): Promise<readonly boolean[]> {
  const store = await openMemoryStore([article], createFakeEmbedder(), splitPassages);
  const { terms } = await matchQuestion(store, { terms: questionTerms(question), extra: [] }, 10);
  return terms.map(({ marked }) => marked);
}

describe("the capital that phones set at the beginning of a line", () => {
  it("marks a name where the texts have it as one", async () => {
    expect(await marksOf("Dumas et le pont")).toEqual([true, false]);
  });

  it("marks no word that the texts write small, nor one they do not know", async () => {
    expect(await marksOf("Construction du pont")).toEqual([false, false]);
    expect(await marksOf("Bilan du pont")).toEqual([false, false]);
  });
});

describe("what an unknown word of a question is taken for", () => {
  it("is a word of the text that is spelt nearly like it", async () => {
    expect(await correctionsOf("constrution")).toEqual(["construct"]);
  });

  it.each(["mediapart", "mediaparte"])("is never an outlet: %s", async (word) => {
    expect(await correctionsOf(word)).toEqual([]);
  });
});
