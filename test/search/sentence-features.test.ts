import { beforeAll, describe, expect, it } from "vitest";
import { splitPassages } from "../../src/passages/split-passages.ts";
import { createSearch } from "../../src/search/create-search.ts";
import { sentenceFeatures, type SentenceFeatures } from "../../src/search/sentence-features.ts";
import { createFakeEmbedder } from "../support/fake-embedder.ts";
import { articleOf } from "../support/graded-corpora.ts";
import { openMemoryStore } from "../support/memory-store.ts";

const paragraph =
  "La passerelle de Kerlan relie les deux rives. Elle a été fermée aux piétons en 2019. Le conseil veut la rouvrir.";

describe("sentenceFeatures()", () => {
  let features: readonly SentenceFeatures[];

  beforeAll(async () => {
    const article = articleOf({
      ...{ articleId: "kerlan", outlet: null, title: "Kerlan" },
      paragraphs: [paragraph],
    });
    const embedder = createFakeEmbedder();
    const store = await openMemoryStore([article], embedder, splitPassages);
    const { ranked, question } = await createSearch(
      store,
      embedder,
    )("Quand la passerelle de Kerlan a-t-elle été fermée ?");
    const [first] = ranked;
    if (first === undefined) throw new Error("Nothing was found");
    features = sentenceFeatures(first, question);
  });

  it("sees the kind of answer that is wanted", () => {
    expect(features.map(({ kind }) => kind > 0)).toEqual([false, true, false]);
  });

  it("carries on what was spoken of before", () => {
    const [first, second] = features;
    expect(first?.context).toBeLessThan(0.8);
    expect(second?.context).toBeGreaterThan(0.8);
  });

  it("knows a sentence that points back by its first word", () => {
    expect(features[1]?.leansOn).not.toBe(0);
    expect([features[0]?.leansOn, features[2]?.leansOn]).toEqual([0, 0]);
  });
});
