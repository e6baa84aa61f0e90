/**
 * The same documents, the same questions and the same encoder for LangChain.js with HNSWLib, MiniSearch and
 * Sourcier, one after the other in one process:
 * `node --expose-gc --import tsx test/long/compare-peers.ts FOLDER PEERS [DOCUMENTS]`, FOLDER in the BEIR layout
 * with qrels/dev.tsv. PEERS is a folder apart, because LangChain's packages are 136 MB and do not resolve beside
 * Sourcier's: `npm i --legacy-peer-deps --prefix PEERS @langchain/community@1.1.29 @langchain/core@1.4.0
 * @langchain/textsplitters@1.0.2 hnswlib-node@3.0.0`. The first DOCUMENTS are taken, and all of their questions.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import MiniSearch from "minisearch";
import { createAsk } from "../../src/answer/create-ask.ts";
import type { CorpusItem } from "../../src/corpus/read-corpus.ts";
import type { RawArticle } from "../../src/corpus/raw-article.ts";
import { createEmbedder } from "../../src/embed/create-embedder.ts";
import type { Embedder } from "../../src/embed/embedder.ts";
import { readBeirCorpus, readBeirQueries, readQrels } from "../../src/eval/read-beir.ts";
import { judgeRanking, meanFigures } from "../../src/eval/retrieval-metrics.ts";
import { ingest } from "../../src/ingest/ingest.ts";
import { beginFilesUpdate } from "../../src/store/files-update.ts";
import { openFilesStore } from "../../src/store/open-files-store.ts";
import { foldText } from "../../src/terms/fold-text.ts";
import { stemWord } from "../../src/terms/stem-word.ts";

interface Chunk {
  readonly pageContent: string;
  readonly metadata: { readonly id: string };
}

/** The part of LangChain's interfaces that is used, so that its types need not be installed. */
interface LangChainEmbeddings {
  embedDocuments(texts: string[]): Promise<number[][]>;
  embedQuery(text: string): Promise<number[]>;
}

interface LangChain {
  readonly HNSWLib: {
    fromDocuments(
      chunks: Chunk[],
      embeddings: LangChainEmbeddings,
    ): Promise<{ similaritySearch(question: string, k: number): Promise<Chunk[]> }>;
  };
  readonly RecursiveCharacterTextSplitter: new (options: { chunkSize: number }) => {
    createDocuments(texts: string[], metadata: object[]): Promise<Chunk[]>;
  };
}

interface Peer {
  /** Texts given to the encoder. */
  readonly encoded: number;
  /** Ids of documents, best first, repeated or not. */
  readonly rank: (question: string) => Promise<readonly string[]>;
}

const depth = 10;
const chunkSize = 1_000;
const megabyte = 2 ** 20;

async function importLangChain(folder: string): Promise<LangChain> {
  const found = createRequire(join(resolve(folder), "package.json"));
  const load = async (name: string) =>
    (await import(pathToFileURL(found.resolve(name)).href)) as object;
  return {
    ...(await load("@langchain/community/vectorstores/hnswlib")),
    ...(await load("@langchain/textsplitters")),
  } as LangChain;
}

/** @param batch texts that one call of the encoder gets */
async function fillLangChain(
  { HNSWLib, RecursiveCharacterTextSplitter }: LangChain,
  articles: readonly RawArticle[],
  embedder: Embedder,
  batch: "one" | "all",
): Promise<Peer> {
  const splitter = new RecursiveCharacterTextSplitter({ chunkSize });
  const chunks = await splitter.createDocuments(
    articles.map(({ text }) => text),
    articles.map(({ articleId }) => ({ id: articleId })),
  );
  const embedOneByOne = async (texts: readonly string[]) => {
    const vectors = [];
    for (const text of texts) vectors.push(...(await embedder.embedPassages([text])));
    return vectors;
  };
  const embed = batch === "one" ? embedOneByOne : embedder.embedPassages.bind(embedder);
  const store = await HNSWLib.fromDocuments(chunks, {
    embedDocuments: async (texts) => (await embed(texts)).map((vector) => [...vector]),
    embedQuery: async (text) => [...(await embedder.embedQuestion(text))],
  });
  return {
    encoded: chunks.length,
    rank: async (question) =>
      (await store.similaritySearch(question, depth)).map(({ metadata }) => metadata.id),
  };
}

function fillMiniSearch(articles: readonly RawArticle[]): Peer {
  const index = new MiniSearch<{ id: string; title: string; text: string }>({
    fields: ["title", "text"],
    processTerm: (word) => stemWord(foldText(word)),
  });
  index.addAll(
    articles.map(({ articleId, source, text }) => ({
      id: articleId,
      title: source.title ?? "",
      text,
    })),
  );
  const rank = (question: string) => index.search(question).map(({ id }) => id as string);
  return { encoded: 0, rank: (question) => Promise.resolve(rank(question)) };
}

async function* itemsOf(articles: readonly RawArticle[]): AsyncGenerator<CorpusItem> {
  for (const article of articles) yield await Promise.resolve({ kind: "article", article });
}

async function fillSourcier(
  articles: readonly RawArticle[],
  embedder: Embedder,
  workDir: string,
): Promise<Peer & { readonly close: () => Promise<void> }> {
  const options = { embedderFingerprint: embedder.fingerprint, dimensions: embedder.dimensions };
  const update = await beginFilesUpdate(workDir, options);
  const { embeddedTexts } = await ingest({ items: itemsOf(articles), embedder, update });
  const store = await openFilesStore(workDir, options);
  const ask = createAsk({ store: () => store, embedder, defaultLanguage: "fr" });
  return {
    encoded: embeddedTexts,
    rank: async (question) =>
      (await ask({ question, k: depth })).answer.citations.map(({ articleId }) => articleId),
    close: () => store.close(),
  };
}

function residentMegabytes(): number {
  globalThis.gc?.();
  return process.memoryUsage().rss / megabyte;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

async function timedMs(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

async function measure(name: string, fill: () => Promise<Peer> | Peer): Promise<void> {
  const before = residentMegabytes();
  const started = performance.now();
  const peer = await fill();
  const seconds = (performance.now() - started) / 1_000;
  const figures = [];
  for (const { id, text } of queries) {
    const documents = [...new Set(await peer.rank(text))].slice(0, depth);
    figures.push(judgeRanking(documents, judgements.get(id) ?? new Map<string, number>()));
  }
  const bareMs: number[] = [];
  const questionMs: number[] = [];
  for (const { text } of queries) {
    bareMs.push(await timedMs(() => embedder.embedQuestion(text)));
    questionMs.push(await timedMs(() => peer.rank(text)));
  }
  const { mrr10, recall5 } = meanFigures(figures);
  peers.push(peer);
  rows[name] = {
    "MRR@10": mrr10.toFixed(3),
    "R@5": recall5.toFixed(3),
    "indexing s": seconds.toFixed(1),
    "texts encoded": peer.encoded,
    "texts/s": peer.encoded === 0 ? "-" : (peer.encoded / seconds).toFixed(1),
    "documents/s": (articles.length / seconds).toFixed(1),
    "question p50 ms": median(questionMs).toFixed(1),
    "bare encoding p50 ms": median(bareMs).toFixed(1),
    "resident MB": (residentMegabytes() - before).toFixed(0),
  };
}

const [folder, peersFolder, count = "250"] = process.argv.slice(2);
if (folder === undefined || peersFolder === undefined) {
  throw new Error("Wanted the folder of a BEIR data set and the folder of LangChain's packages");
}
const articles: RawArticle[] = [];
for await (const item of readBeirCorpus(join(folder, "corpus.jsonl"))) {
  if (item.kind === "article") articles.push(item.article);
  if (articles.length === Number(count)) break;
}
const ids = new Set<string>(articles.map(({ articleId }) => articleId));
const judgements = await readQrels(join(folder, "qrels", "dev.tsv"));
const queries = (await readBeirQueries(join(folder, "queries.jsonl"))).filter(({ id }) =>
  [...(judgements.get(id)?.keys() ?? [])].some((document) => ids.has(document)),
);
const langChain = await importLangChain(peersFolder);
const embedder = await createEmbedder({ modelsDir: "models", model: "sourcier-e5-small" });
const workDir = await mkdtemp(join(tmpdir(), "sourcier-peers-"));
const rows: Record<string, Record<string, string | number>> = {};
/** Kept, so that what one peer frees is not counted as another's. */
const peers: Peer[] = [];
try {
  // The encoder's own memory grows with its largest batch: grown before anything is measured.
  await embedder.embedPassages(articles.slice(0, 64).map(({ text }) => text));
  await measure("MiniSearch", () => fillMiniSearch(articles));
  await measure("LangChain HNSWLib, a text a call", () =>
    fillLangChain(langChain, articles, embedder, "one"),
  );
  await measure("LangChain HNSWLib, all in one call", () =>
    fillLangChain(langChain, articles, embedder, "all"),
  );
  const sourcier: { close?: () => Promise<void> } = {};
  await measure("Sourcier", async () =>
    Object.assign(sourcier, await fillSourcier(articles, embedder, workDir)),
  );
  console.log(`${articles.length} documents, ${queries.length} questions`);
  console.table(rows);
  await sourcier.close?.();
} finally {
  await embedder.close();
  await rm(workDir, { recursive: true });
}
