/** What every store promises, whatever it is made of. Each kind of store runs these tests over its own update. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ArticleId } from "../../src/corpus/raw-article.ts";
import type { IndexedArticle, Row, Store, StoreUpdate } from "../../src/store/store.ts";
import { fakeVector } from "./fake-embedder.ts";
import { sampleArticle } from "./sample-articles.ts";

export interface StoreUnderTest {
  begin(): Promise<StoreUpdate>;
  open(): Promise<Store>;
  destroy(): Promise<void>;
}

const dimensions = 32;

export function describeStore(name: string, create: () => Promise<StoreUnderTest>): void {
  describe(name, () => {
    let tested: StoreUnderTest;
    let store: Store | null = null;
    beforeEach(async () => {
      tested = await create();
    });
    afterEach(async () => {
      await store?.close();
      store = null;
      await tested.destroy();
    });
    const publish = async (
      articles: readonly IndexedArticle[],
      removed: readonly string[] = [],
    ): Promise<Store> => {
      const update = await tested.begin();
      for (const article of articles) await update.put(article);
      for (const articleId of removed) await update.remove(articleId as ArticleId);
      await update.publish();
      await store?.close();
      return (store = await tested.open());
    };
    describeReading(publish);
    describeSearching(publish);
    describeUpdating(publish, () => tested);
  });
}

type Publish = (articles: readonly IndexedArticle[], removed?: readonly string[]) => Promise<Store>;

const many = (count: number, revision = 0) =>
  Array.from({ length: count }, (_, i) => sampleArticle(i, revision));

const allPassages = (articles: readonly IndexedArticle[]) =>
  articles.flatMap(({ article, passages }) => passages.map((one) => ({ article, ...one })));

function describeReading(publish: Publish): void {
  it("returns articles as they were put, and null for an unknown one", async () => {
    const articles = many(7);
    const store = await publish(articles);
    for (const { article } of articles)
      expect(await store.article(article.articleId)).toEqual(article);
    expect(await store.article("nobody" as ArticleId)).toBeNull();
    const { articleId, title, outlet, url, published } = articles[3]!.article;
    expect(await store.articles()).toContainEqual({ articleId, title, outlet, url, published });
    expect(store.summary).toMatchObject({ articles: 7, passages: 21, encounters: 2 });
  });

  it("gives each passage with its article, offsets, sentences and text", async () => {
    const articles = many(4);
    const store = await publish(articles);
    for (const { article, passages } of articles) {
      const rows = await store.rowsOf(article.articleId);
      const stored = await store.passages(rows);
      expect(stored.map(({ start, end, sentences }) => ({ start, end, sentences }))).toEqual(
        passages.map(({ passage }) => passage),
      );
      for (const { text, start, end, articleId } of stored) {
        expect(articleId).toBe(article.articleId);
        expect(text).toBe(article.text.slice(start, end));
      }
    }
    expect(await store.rowsOf("nobody" as ArticleId)).toEqual([]);
  });

  it("keeps text of any script, line separators and emoji included", async () => {
    const odd = sampleArticle(1);
    const text = `${odd.article.text}\u2028Çavuşoğlu — Лавров 🤝\u2029\u0085 fin`;
    const article = { ...odd.article, text };
    const store = await publish([{ ...odd, article }, sampleArticle(2)]);
    expect((await store.article(article.articleId))?.text).toBe(text);
    expect((await store.articles()).length).toBe(2);
  });

  it("works with no article at all", async () => {
    const store = await publish([]);
    expect(store.summary.passages).toBe(0);
    expect(await store.nearest(fakeVector("sommet", dimensions), 5)).toEqual([]);
    const found = await store.matching([{ term: "sommet", weight: 1 }], 5);
    expect(found).toEqual({ hits: [], mean: 0, deviation: 0, frequencies: [0] });
    const nothing = { mean: 0, deviation: 0 };
    const moments = await store.moments(fakeVector("sommet", dimensions));
    expect(moments).toEqual({ passage: nothing, sentence: nothing });
  });

  it("returns the encounters, linked by the function given", async () => {
    const store = await publish(many(11));
    const found = await store.encounters();
    expect(found.map((one) => one.articleId)).toEqual(["article-0", "article-5", "article-10"]);
  });
}

function describeSearching(publish: Publish): void {
  it("finds the nearest passages, best first, like a search of all of them", async () => {
    const articles = many(60);
    const store = await publish(articles);
    const question = fakeVector("négociation de trêve au conseil", dimensions);
    const exact = allPassages(articles)
      .map(({ vector }) => dot(vector, question))
      .sort((a, b) => b - a);
    const found = await store.nearest(question, 10);
    expect(found.length).toBe(10);
    found.forEach((hit, i) => expect(hit.similarity).toBeCloseTo(exact[i]!, 2));
  });

  it("bounds k by what is there, and refuses vectors that are not of unit length", async () => {
    const store = await publish(many(1));
    expect((await store.nearest(fakeVector("port", dimensions), 1000)).length).toBe(3);
    expect(await store.nearest(fakeVector("port", dimensions), 0)).toEqual([]);
    for (const bad of [
      new Float32Array(dimensions),
      new Float32Array(dimensions).fill(Number.NaN),
      new Float32Array(dimensions).fill(1),
      fakeVector("port", dimensions + 1),
    ])
      await expect(store.nearest(bad, 3)).rejects.toThrow(/cannot be used/);
  });

  it("compares a question with passages and each of their sentences", async () => {
    const articles = many(9);
    const store = await publish(articles);
    const question = fakeVector("visite de la capitale", dimensions);
    const { article, passages } = articles[4]!;
    const rows = [...(await store.rowsOf(article.articleId))].reverse();
    const compared = await store.compare(question, rows);
    expect(compared.map((one) => one.row)).toEqual(rows);
    compared.forEach(({ passage, sentences }, i) => {
      const put = passages[passages.length - 1 - i]!;
      expect(passage).toBeCloseTo(dot(put.vector, question), 2);
      expect(sentences.length).toBe(put.sentenceVectors.length);
      put.sentenceVectors.forEach((one, s) =>
        expect(sentences[s]).toBeCloseTo(dot(one, question), 2),
      );
    });
  });

  it.each([1, 2, 120])("knows the cosine's mean and deviation over %i articles", async (count) => {
    const articles = many(count);
    const store = await publish(articles);
    const question = fakeVector("élection au parlement", dimensions);
    const moments = await store.moments(question);
    const passages = allPassages(articles);
    const check = (found: { mean: number; deviation: number }, vectors: Float32Array[]) => {
      const cosines = vectors.map((one) => dot(one, question));
      expect(found.mean).toBeCloseTo(mean(cosines), 3);
      expect(found.deviation).toBeCloseTo(deviation(cosines), 3);
    };
    check(
      moments.passage,
      passages.map((one) => one.vector),
    );
    check(
      moments.sentence,
      passages.flatMap((one) => [...one.sentenceVectors]),
    );
  });

  it("scores terms as BM25 does, with the moments over every passage", async () => {
    const articles = many(40);
    const store = await publish(articles);
    const terms = [
      { term: "sommet", weight: 1 },
      { term: "accord", weight: 0.5 },
      { term: "introuvable", weight: 1 },
    ];
    const bags = allPassages(articles).map((one) => one.terms);
    const expected = bags.map((_, i) => plainBm25(bags, i, terms));
    const found = await store.matching(terms, 1000);
    const matching = expected.filter((score) => score > 0).sort((a, b) => b - a);
    expect(found.hits.length).toBe(matching.length);
    found.hits.forEach((hit, i) => expect(hit.score).toBeCloseTo(matching[i]!, 4));
    expect(found.mean).toBeCloseTo(mean(expected), 4);
    expect(found.deviation).toBeCloseTo(deviation(expected), 4);
    expect(found.frequencies).toEqual(
      terms.map(({ term }) => bags.filter((bag) => bag.has(term)).length),
    );
    expect((await store.matching(terms, 3)).hits).toEqual(found.hits.slice(0, 3));
  });

  it("suggests known terms for a misspelt one", async () => {
    const store = await publish(many(30));
    expect(await store.similarTerms("parlemment", 3)).toContain("parlement");
    expect(await store.similarTerms("négocation", 3)).toContain("négociation");
    expect(await store.similarTerms("xyzxyzxyz", 3)).toEqual([]);
  });
}

function describeUpdating(publish: Publish, tested: () => StoreUnderTest): void {
  it("adds, changes and removes articles as if all had been put at once", async () => {
    await publish(many(30));
    const removed = ["article-3", "article-29"];
    const changed = [sampleArticle(7, 1), sampleArticle(12, 1)];
    const store = await publish([...changed, sampleArticle(99)], removed);
    const gone = new Set([...removed, ...changed.map((one) => String(one.article.articleId))]);
    const left = many(30).filter(({ article }) => !gone.has(article.articleId));
    await expectSame(store, [...left, ...changed, sampleArticle(99)]);
  });

  it("stays right through many small updates", async () => {
    let store = await publish(many(12));
    for (let round = 1; round <= 12; round++)
      store = await publish(
        [sampleArticle(round % 12, round), sampleArticle(100 + round)],
        [`article-${100 + round - 2}`],
      );
    const expected = many(12).map((_, i) => sampleArticle(i, i === 0 ? 12 : i));
    await expectSame(store, [...expected, sampleArticle(111), sampleArticle(112)]);
  });

  it("tells what is published, and shows nothing before publish", async () => {
    const before = await publish(many(2));
    const update = await tested().begin();
    expect([...update.contents]).toEqual([
      ["article-0", "0-0"],
      ["article-1", "1-0"],
    ]);
    await update.put(sampleArticle(5));
    const store = await tested().open();
    expect(store.summary).toEqual(before.summary);
    await store.close();
    await update.discard();
    const again = await tested().open();
    expect(again.summary.articles).toBe(2);
    await again.close();
  });

  it("lets one update at a time, and says so", async () => {
    const first = await tested().begin();
    await expect(tested().begin()).rejects.toMatchObject({ reason: "locked" });
    await first.discard();
    await (await tested().begin()).discard();
  });

  it("knows vectors that were remembered or published, and only those", async () => {
    const first = await tested().begin();
    const vector = fakeVector("à retenir", dimensions);
    await first.remember(["à retenir"], [vector]);
    await first.discard();
    const second = await tested().begin();
    const [known, unknown] = await second.knownVectors(["à retenir", "inconnu"]);
    expect(dot(known!, vector)).toBeCloseTo(1, 3);
    expect(unknown).toBeNull();
    await second.put(sampleArticle(1));
    await second.publish();
    const third = await tested().begin();
    const { article, passages } = sampleArticle(1);
    const texts = passages.map(({ passage }) => article.text.slice(passage.start, passage.end));
    const published = await third.knownVectors(texts);
    published.forEach((one, i) => expect(dot(one!, passages[i]!.vector)).toBeCloseTo(1, 3));
    await third.discard();
  });

  it("refuses vectors that are not finite or not of unit length", async () => {
    const update = await tested().begin();
    const good = sampleArticle(1);
    const bad = { ...good.passages[0]!, vector: new Float32Array(dimensions).fill(Number.NaN) };
    await expect(update.put({ ...good, passages: [bad] })).rejects.toThrow(/cannot be used/);
    await update.discard();
  });
}

/** Compares everything a store tells with the articles it should hold, whatever their rows. */
async function expectSame(store: Store, articles: readonly IndexedArticle[]): Promise<void> {
  expect(new Set((await store.articles()).map((one) => one.articleId))).toEqual(
    new Set(articles.map(({ article }) => article.articleId)),
  );
  expect(store.summary.passages).toBe(allPassages(articles).length);
  const vectors = new Map<Row, Float32Array>();
  for (const { article, passages } of articles) {
    expect(await store.article(article.articleId)).toEqual(article);
    const rows = await store.rowsOf(article.articleId);
    expect(rows.length).toBe(passages.length);
    rows.forEach((row, i) => vectors.set(row, passages[i]!.vector));
  }
  const question = fakeVector("réunion de presse sur le projet d'énergie", dimensions);
  const found = await store.nearest(question, 10);
  const exact = [...vectors.values()].map((one) => dot(one, question)).sort((a, b) => b - a);
  expect(found.length).toBe(Math.min(10, vectors.size));
  found.forEach((hit, i) => {
    expect(hit.similarity).toBeCloseTo(exact[i]!, 2);
    expect(dot(vectors.get(hit.row)!, question)).toBeCloseTo(hit.similarity, 2);
  });
  const bags = allPassages(articles).map((one) => one.terms);
  const terms = [
    { term: "réunion", weight: 1 },
    { term: "presse", weight: 1 },
  ];
  const scores = bags.map((_, i) => plainBm25(bags, i, terms));
  const { hits, mean: average } = await store.matching(terms, 5);
  const best = scores.sort((a, b) => b - a);
  hits.forEach((hit, i) => expect(hit.score).toBeCloseTo(best[i]!, 4));
  expect(average).toBeCloseTo(mean(scores), 4);
  const moments = await store.moments(question);
  expect(moments.passage.mean).toBeCloseTo(mean(exact), 3);
  expect((await store.encounters()).map((one) => one.articleId).sort()).toEqual(
    articles.flatMap((one) => one.encounters.map((e) => e.articleId)).sort(),
  );
}

/** The textbook formula, for comparison; frequencies in whole words. */
function plainBm25(
  bags: readonly ReadonlyMap<string, number>[],
  index: number,
  terms: readonly { term: string; weight: number }[],
): number {
  const length = (bag: ReadonlyMap<string, number>) => [...bag.values()].reduce((a, b) => a + b, 0);
  const average = mean(bags.map(length));
  const bag = bags[index]!;
  return terms.reduce((score, { term, weight }) => {
    const df = bags.filter((one) => one.has(term)).length;
    const idf = Math.log(1 + (bags.length - df + 0.5) / (df + 0.5));
    const f = bag.get(term) ?? 0;
    return score + (weight * idf * f * 2.2) / (f + 1.2 * (0.25 + (0.75 * length(bag)) / average));
  }, 0);
}

function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, i) => sum + value * b[i]!, 0);
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0) / numbers.length;
}

function deviation(numbers: readonly number[]): number {
  const average = mean(numbers);
  return Math.sqrt(mean(numbers.map((one) => (one - average) ** 2)));
}
