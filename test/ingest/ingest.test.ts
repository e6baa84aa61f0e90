import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ArticleId, RawArticle } from "../../src/corpus/raw-article.ts";
import { readCorpus, type CorpusItem } from "../../src/corpus/read-corpus.ts";
import { CorpusError } from "../../src/errors.ts";
import { batchTexts } from "../../src/ingest/embed-texts.ts";
import { ingest, type IngestInput } from "../../src/ingest/ingest.ts";
import { beginFilesUpdate } from "../../src/store/files-update.ts";
import { openFilesStore } from "../../src/store/open-files-store.ts";
import { createFakeEmbedder, type FakeEmbedder } from "../support/fake-embedder.ts";

let indexDir: string;
let embedder: FakeEmbedder;
const options = { embedderFingerprint: "fake-1", dimensions: 32 };

beforeEach(async () => {
  indexDir = await mkdtemp(join(tmpdir(), "sourcier-ingest-"));
  embedder = createFakeEmbedder();
});
afterEach(() => rm(indexDir, { recursive: true, force: true }));

async function run(items: AsyncIterable<CorpusItem>, more: Partial<IngestInput> = {}) {
  const update = await beginFilesUpdate(indexDir, options);
  return ingest({ items, embedder, update, ...more });
}

const openStore = () => openFilesStore(indexDir, options);

function rawArticle(id: string, text: string): RawArticle {
  return {
    articleId: id as ArticleId,
    origin: `${id}.txt`,
    form: "extracted",
    text,
    source: { outlet: "Le Courrier", title: `Titre de ${id}`, url: null, published: null },
  };
}

async function* itemsOf(...articles: readonly RawArticle[]): AsyncGenerator<CorpusItem> {
  await Promise.resolve();
  for (const article of articles) yield { kind: "article", article };
}

const body = (topic: string, count = 4) =>
  Array.from(
    { length: count },
    (_, i) =>
      `La ministre a parlé de ${topic} pendant la réunion numéro ${i + 1} du conseil. ` +
      `Les délégations ont ensuite discuté de ${topic} avec la presse, dans la capitale.`,
  ).join("\n\n");

const nobody = new AbortController().signal;

describe("ingest()", () => {
  it("indexes the articles of the seeds folder", async () => {
    const report = await run(readCorpus([join(import.meta.dirname, "../../seeds")]));
    expect(report.added.length).toBe(5);
    expect(report.rejected).toEqual([]);
    const store = await openStore();
    expect(store.summary).toEqual(report.summary);
    for (const { articleId } of await store.articles()) {
      const article = await store.article(articleId);
      for (const passage of await store.passages(await store.rowsOf(articleId)))
        expect(passage.text).toBe(article!.text.slice(passage.start, passage.end));
    }
    await store.close();
  });

  it("leaves everything alone when nothing changed", async () => {
    const articles = [rawArticle("a", body("la pêche")), rawArticle("b", body("le climat"))];
    await run(itemsOf(...articles));
    const embedded = embedder.embedded.length;
    const steps: string[] = [];
    const onStep = (step: string) => void steps.push(step);
    const update = await beginFilesUpdate(indexDir, { ...options, onStep });
    const report = await ingest({ items: itemsOf(...articles), embedder, update });
    expect(report.unchanged).toEqual(["a", "b"]);
    expect(embedder.embedded.length).toBe(embedded);
    expect(steps).toEqual([]);
  });

  it("embeds only the text that changed, and follows edits and removals", async () => {
    await run(itemsOf(rawArticle("a", body("la pêche")), rawArticle("b", body("le climat"))));
    const before = embedder.embedded.length;
    const edited = `${body("la pêche")}\n\nUne phrase toute nouvelle sur les ports du nord a été ajoutée ici.`;
    const report = await run(itemsOf(rawArticle("a", edited), rawArticle("c", body("l'école"))));
    expect(report).toMatchObject({ added: ["c"], changed: ["a"], removed: ["b"], unchanged: [] });
    const added = embedder.embedded.slice(before);
    expect(added.some((text) => text.includes("toute nouvelle"))).toBe(true);
    expect(added.some((text) => text.includes("la pêche"))).toBe(false);
    const store = await openStore();
    expect((await store.articles()).map((one) => one.articleId).sort()).toEqual(["a", "c"]);
    await store.close();
  });

  it("keeps what is not in the items when asked to", async () => {
    await run(itemsOf(rawArticle("a", body("la pêche"))));
    const report = await run(itemsOf(rawArticle("b", body("le climat"))), {
      removesMissing: false,
    });
    expect(report.removed).toEqual([]);
    expect(report.summary.articles).toBe(2);
  });

  it("names what it cannot use and indexes the rest", async () => {
    async function* items(): AsyncGenerator<CorpusItem> {
      yield* itemsOf(rawArticle("good", body("la trêve")), rawArticle("empty", "  \n "));
      yield { kind: "rejected", rejection: { origin: "photo.txt", reason: "it is not text" } };
      yield* itemsOf(rawArticle("good", body("un double")));
    }
    const report = await run(items());
    expect(report.added).toEqual(["good"]);
    expect(report.rejected.map((one) => one.origin)).toEqual([
      "empty.txt",
      "photo.txt",
      "good.txt",
    ]);
  });

  it("refuses a corpus without a usable article and keeps the index", async () => {
    await run(itemsOf(rawArticle("a", body("la pêche"))));
    await expect(run(itemsOf(rawArticle("b", " ")))).rejects.toThrow(CorpusError);
    const store = await openStore();
    expect(store.summary.articles).toBe(1);
    await store.close();
  });

  it("goes on where an interrupted run stopped", async () => {
    const articles = Array.from({ length: 40 }, (_, i) =>
      rawArticle(`a${i}`, body(`sujet ${i}`, 8)),
    );
    const stop = new AbortController();
    const interrupting = createFakeEmbedder();
    const stopping = {
      ...interrupting,
      embedPassages: (texts: readonly string[]) => {
        if (interrupting.embedded.length > 300) stop.abort(new Error("stopped by hand"));
        return interrupting.embedPassages(texts);
      },
    };
    const first = run(itemsOf(...articles), { embedder: stopping, signal: stop.signal });
    await expect(first).rejects.toThrow("stopped by hand");
    await expect(openStore()).rejects.toMatchObject({ reason: "missing" });
    const report = await run(itemsOf(...articles), { signal: nobody });
    const texts = [...interrupting.embedded, ...embedder.embedded];
    expect(report.added.length).toBe(40);
    expect(texts.length - new Set(texts).size).toBeLessThanOrEqual(batchTexts);
  });

  it("reports a failing encoder, and the next run works", async () => {
    const broken = {
      ...createFakeEmbedder(),
      embedPassages: () => Promise.reject(new Error("the encoder stopped")),
    };
    const articles = [rawArticle("a", body("la pêche"))];
    await expect(run(itemsOf(...articles), { embedder: broken })).rejects.toThrow(
      "encoder stopped",
    );
    expect((await run(itemsOf(...articles))).added).toEqual(["a"]);
  });

  it("refuses the vectors of a broken encoder", async () => {
    const broken = {
      ...createFakeEmbedder(),
      embedPassages: (texts: readonly string[]) =>
        Promise.resolve(texts.map(() => new Float32Array(32).fill(Number.NaN))),
    };
    const articles = [rawArticle("a", body("la pêche"))];
    await expect(run(itemsOf(...articles), { embedder: broken })).rejects.toThrow(/not finite/);
    expect((await run(itemsOf(...articles))).added).toEqual(["a"]);
  });

  it("tells how far it is, and when it expects to end", async () => {
    const articles = Array.from({ length: 10 }, (_, i) => rawArticle(`a${i}`, body(`sujet ${i}`)));
    const seen: { done: number; total: number | null; etaMs: number | null }[] = [];
    await run(itemsOf(...articles), { total: 10, onProgress: (one) => seen.push(one) });
    expect(seen.map((one) => one.done)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(seen.at(-1)).toMatchObject({ total: 10, etaMs: 0 });
  });
});
