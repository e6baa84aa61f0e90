import MiniSearch from "minisearch";
import { describe, expect, it } from "vitest";
import { createBm25 } from "../../src/store/bm25.ts";
import { createPostingEncoder, quantizeFrequency } from "../../src/store/postings.ts";
import { countWords, sampleArticle } from "../support/sample-articles.ts";

/** One posting list per term over bags of words. */
function listOf(bags: readonly ReadonlyMap<string, number>[], term: string, weight = 1) {
  const encoder = createPostingEncoder();
  bags.forEach((bag, row) => {
    const frequency = bag.get(term);
    if (frequency !== undefined) encoder.add(row, quantizeFrequency(frequency));
  });
  const { bytes, count } = encoder.finish();
  return { weight, frequency: count, postings: bytes.slice() };
}

const lengthsOf = (bags: readonly ReadonlyMap<string, number>[]) =>
  Uint32Array.from(bags, (bag) => 16 * [...bag.values()].reduce((a, b) => a + b, 0));

describe("createBm25()", () => {
  it("agrees with a calculation by hand", () => {
    // Three passages of 4, 2 and 6 words, 4 on average; "accord" stands twice in the first and once in the third:
    // idf = ln(1 + (3 - 2 + 0.5) / (2 + 0.5)) = ln 1.6 = 0.4700036
    // first: f 2, k1 * (0.25 + 0.75 * 4 / 4) = 1.2; 0.4700036 * 2 * 2.2 / 3.2 = 0.6462550
    // third: f 1, k1 * (0.25 + 0.75 * 6 / 4) = 1.65; 0.4700036 * 1 * 2.2 / 2.65 = 0.3901917
    const bags = ["accord paix accord traité", "sommet paix", "un accord à la fin mars"].map(
      countWords,
    );
    const { hits, mean, deviation } = createBm25(lengthsOf(bags))([listOf(bags, "accord")], 5);
    expect(hits.map((hit) => hit.row)).toEqual([0, 2]);
    expect(hits[0]!.score).toBeCloseTo(0.646255, 5);
    expect(hits[1]!.score).toBeCloseTo(0.3901917, 5);
    expect(mean).toBeCloseTo((0.646255 + 0.3901917) / 3, 5);
    expect(deviation).toBeCloseTo(0.2659, 3);
  });

  it("gives MiniSearch's scores where both count the same (words once per passage)", () => {
    // MiniSearch measures a passage by its different words, and multiplies by the words that were found.
    const passages = Array.from({ length: 60 }, (_, i) => sampleArticle(i).passages).flat();
    const bags = passages.map(({ terms }) => new Map([...terms.keys()].map((word) => [word, 1])));
    const search = new MiniSearch<{ id: number; text: string }>({ fields: ["text"] });
    bags.forEach((bag, id) => search.add({ id, text: [...bag.keys()].join(" ") }));
    const score = createBm25(lengthsOf(bags));
    for (const words of [["sommet"], ["accord", "presse"], ["climat", "école", "marché"]]) {
      const found = search.search(words.join(" "), { bm25: { k: 1.2, b: 0.75, d: 0 } });
      const lists = words.map((word) => listOf(bags, word));
      const ours = new Map(score(lists, bags.length).hits.map((hit) => [hit.row, hit.score]));
      expect(ours.size).toBe(found.length);
      for (const { id, score: theirs, queryTerms } of found)
        expect(ours.get(Number(id))).toBeCloseTo(theirs / queryTerms.length, 5);
    }
  });

  it("starts every question from nothing", () => {
    const bags = ["accord paix", "paix"].map(countWords);
    const score = createBm25(lengthsOf(bags));
    const first = score([listOf(bags, "paix"), listOf(bags, "accord")], 5);
    expect(score([listOf(bags, "paix"), listOf(bags, "accord")], 5)).toEqual(first);
  });
});
