/**
 * Measures how the files store grows: `node --import tsx test/long/scale-files-store.ts [passages...]`, by default
 * 1,000 10,000 100,000. Vectors and text are synthetic (test/support/synthetic-corpus.ts). Each size is built in one
 * process, and added to, compared with an exact search and asked in fresh ones. Prints a table in Markdown and, to
 * standard error, the figures as they stand in docs/growth.json. Encoding is part of the last three figures only.
 * One phase alone: `build|add|recall|serve PASSAGES INDEX_FOLDER`.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, rmSync, statSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { availableParallelism, cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { createEmbedder } from "../../src/embed/create-embedder.ts";
import { candidatesPerSide, lookedAtTwice } from "../../src/search/find-candidates.ts";
import { beginFilesUpdate } from "../../src/store/files-update.ts";
import { findPublishedBuild } from "../../src/store/index-folder.ts";
import { openFilesStore } from "../../src/store/open-files-store.ts";
import type { Store } from "../../src/store/store.ts";
import { createSyntheticCorpus, syntheticDimensions } from "../support/synthetic-corpus.ts";

const seed = 23;
const options = { embedderFingerprint: "synthetic", dimensions: syntheticDimensions };
const questions = 200;
/** Others than those that `ef` was tried with. */
const exactQuestions = 400;

type Figures = Record<string, number>;

async function build(passages: number, indexDir: string): Promise<Figures> {
  const corpus = createSyntheticCorpus(passages, seed);
  const lag = monitorEventLoopDelay({ resolution: 5 });
  lag.enable();
  let putMs = 0;
  const started = performance.now();
  const stepMs: Figures = {};
  let lastStep = 0;
  const onStep = (step: string): void => {
    const now = performance.now();
    stepMs[step] = Math.round(now - lastStep);
    lastStep = now;
  };
  const update = await beginFilesUpdate(indexDir, { ...options, onStep });
  for (let i = 0; i < corpus.articles; i++) {
    const article = corpus.article(i);
    const start = performance.now();
    await update.put(article);
    putMs += performance.now() - start;
  }
  const publishStart = (lastStep = performance.now());
  const publishCpu = cpuSeconds();
  await update.publish();
  const publishMs = performance.now() - publishStart;
  console.error(
    JSON.stringify(stepMs),
    `generated in ${Math.round(publishStart - started - putMs)} ms`,
  );
  return {
    buildSeconds: (putMs + publishMs) / 1000,
    publishCpuSeconds: cpuSeconds() - publishCpu,
    graphSeconds: (stepMs["wrote passages.hnsw"] ?? 0) / 1000,
    buildMb: peakMb(),
    lagP99Ms: lag.percentile(99) / 1e6,
  };
}

/** Time to bring one more article of eight passages into the finished index. */
async function addOne(_passages: number, indexDir: string): Promise<Figures> {
  const article = createSyntheticCorpus(8, seed + 1).article(0);
  const start = performance.now();
  const cpu = cpuSeconds();
  const update = await beginFilesUpdate(indexDir, options);
  const articleId = "article-new" as typeof article.article.articleId;
  await update.put({ ...article, article: { ...article.article, articleId } });
  await update.publish();
  return {
    addOneSeconds: (performance.now() - start) / 1000,
    addOneCpuSeconds: cpuSeconds() - cpu,
    addOneMb: peakMb(),
  };
}

async function serve(passages: number, indexDir: string): Promise<Figures> {
  const emptyMb = process.memoryUsage().rss / 1e6;
  const start = performance.now();
  const cpu = cpuSeconds();
  const store = await openFilesStore(indexDir, options);
  const startCpuSeconds = cpuSeconds() - cpu;
  const startSeconds = (performance.now() - start) / 1000;
  const openMb = process.memoryUsage().rss / 1e6 - emptyMb;
  const corpus = createSyntheticCorpus(passages, seed);
  const times: Times = new Map();
  const askedCpu = cpuSeconds();
  for (let i = 0; i < questions; i++) await ask(store, corpus, { number: i, passages, times });
  const questionCpuMs = (1000 * (cpuSeconds() - askedCpu)) / questions;
  const servedMb = process.memoryUsage().rss / 1e6 - emptyMb;
  await askWithEncoder(store, corpus, { passages, times });
  await store.close();
  const measured = { startSeconds, startCpuSeconds, openMb, questionCpuMs, servedMb };
  const figures: Figures = { ...measured, ...percentiles(times) };
  const [encoding = 0, answering = 0] = [figures["encodingP50Ms"], figures["bothP50Ms"]];
  return { ...figures, timesEncoding: answering / encoding };
}

type Times = Map<string, number[]>;

function percentiles(times: Times): Figures {
  const figures: Figures = {};
  for (const [name, all] of times) {
    all.sort((a, b) => a - b);
    for (const percent of [50, 95, 99])
      figures[`${name}P${percent}Ms`] = all[Math.floor((percent / 100) * all.length)] ?? 0;
  }
  return figures;
}

async function timed<T>(times: Times, name: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  times.set(name, [...(times.get(name) ?? []), performance.now() - start]);
  return result;
}

interface Asked {
  readonly vector: Float32Array;
  readonly terms: ReturnType<ReturnType<typeof createSyntheticCorpus>["questionTerms"]>;
}

/** The calls of one question, one after the other. */
async function ask(
  store: Store,
  corpus: ReturnType<typeof createSyntheticCorpus>,
  { number, passages, times }: { number: number; passages: number; times: Times },
): Promise<void> {
  const passage = Math.floor((number * passages) / questions);
  const asked = { vector: corpus.question(passage), terms: corpus.questionTerms(passage) };
  await timed(times, "question", async () => {
    const found = await timed(times, "matching", () =>
      store.matching(asked.terms, candidatesPerSide),
    );
    await findCandidates(store, asked, { found, times });
  });
}

/** What follows once the question's vector is there. */
async function findCandidates(
  store: Store,
  { vector }: Asked,
  { found, times }: { found: Awaited<ReturnType<Store["matching"]>>; times: Times },
): Promise<void> {
  const near = await timed(times, "nearest", () => store.nearest(vector, candidatesPerSide));
  const rows = [...new Set([...near.map((hit) => hit.row), ...found.hits.map((hit) => hit.row)])];
  await timed(times, "compare", () => store.compare(vector, rows));
  await timed(times, "moments", () => store.moments(vector));
  await timed(times, "passages", () => store.passages(rows.slice(0, lookedAtTwice)));
}

const wordings = [
  "De quoi ont parlé les deux ministres lors de leur rencontre à Genève ?",
  "Combien de personnes ont été évacuées après la crue de la rivière ?",
  "Quand le traité de libre-échange doit-il entrer en vigueur ?",
  "Qui a remporté l'élection municipale dans la capitale ?",
  "Pourquoi les syndicats appellent-ils à la grève jeudi prochain ?",
];

/**
 * Bare encoding and whole questions by turns, so that whatever else the machine does falls on both. As in search, the
 * terms are looked up while the encoder works; the vector is the synthetic one, as the corpus has no French sentences.
 */
async function askWithEncoder(
  store: Store,
  corpus: ReturnType<typeof createSyntheticCorpus>,
  { passages, times }: { passages: number; times: Times },
): Promise<void> {
  const embedder = await createEmbedder({ modelsDir: "models", model: "sourcier-e5-small" });
  const wording = (i: number): string => `${wordings[i % wordings.length]} (${i})`;
  for (let i = 0; i < 10; i++) await embedder.embedQuestion(wording(i));
  for (let i = 0; i < questions; i++) {
    const passage = Math.floor(((i + 0.5) * passages) / questions);
    const asked = { vector: corpus.question(passage), terms: corpus.questionTerms(passage) };
    await timed(times, "encoding", () => embedder.embedQuestion(wording(i)));
    await timed(times, "both", async () => {
      const [found] = await Promise.all([
        store.matching(asked.terms, candidatesPerSide),
        embedder.embedQuestion(wording(i + 1)),
      ]);
      await findCandidates(store, asked, { found, times: new Map() });
    });
  }
  await embedder.close();
}

/** Against an exact search with the float32 vectors that were put, not the stored bytes. */
async function measureRecall(passages: number, indexDir: string): Promise<Figures> {
  const store = await openFilesStore(indexDir, options);
  const corpus = createSyntheticCorpus(passages, seed);
  const asked = Array.from({ length: exactQuestions }, (_, i) =>
    corpus.question(Math.floor(((i + 0.37) * passages) / exactQuestions)),
  );
  const exact = asked.map((): { passage: number; similarity: number }[] => []);
  for (let passage = 0; passage < passages; passage++) {
    const vector = corpus.passageVector(passage);
    asked.forEach((question, q) => {
      const best = exact[q] ?? [];
      const similarity = dot(question, vector);
      if (best.length === 10 && similarity <= (best[9]?.similarity ?? 1)) return;
      best.push({ passage, similarity });
      best.sort((a, b) => b.similarity - a.similarity);
      best.length = Math.min(10, best.length);
    });
  }
  let found = 0;
  for (const [q, question] of asked.entries()) {
    // The eight passages of the article that was added last are no part of the comparison.
    const rows = (await store.nearest(question, 18)).map((hit) => Number(hit.row));
    const hits = new Set(rows.filter((row) => row < passages).slice(0, 10));
    found += exact[q]?.filter((one) => hits.has(one.passage)).length ?? 0;
  }
  await store.close();
  return { recallAt10: found / (10 * exactQuestions) };
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}

/** Of all threads of this process: what does not depend on what else the machine does. */
function cpuSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function peakMb(): number {
  return process.resourceUsage().maxRSS / 1000;
}

function folderMb(folder: string): number {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return names.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0) / 1e6;
}

function inFreshProcess(phase: string, passages: number, indexDir: string): Figures {
  const args = [
    "--import",
    "tsx",
    fileURLToPath(import.meta.url),
    phase,
    String(passages),
    indexDir,
  ];
  const { stdout } = spawnSync(process.execPath, args, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
  });
  return JSON.parse(stdout) as Figures;
}

const columns: readonly (readonly [string, string, number])[] = [
  ["buildSeconds", "build s", 1],
  ["graphSeconds", "of it graph s", 1],
  ["publishCpuSeconds", "publish CPU s", 1],
  ["addOneSeconds", "one more article s", 2],
  ["addOneCpuSeconds", "CPU s", 2],
  ["lagP99Ms", "loop lag p99 ms", 1],
  ["buildMb", "build peak MB", 0],
  ["diskMb", "disk MB", 1],
  ["startSeconds", "start-up s", 2],
  ["startCpuSeconds", "CPU s", 2],
  ["openMb", "memory open MB", 0],
  ["servedMb", "after 200 questions MB", 0],
  ["graphDimensions", "graph dimensions", 0],
  ["ef", "ef", 0],
  ["recallAt10", "recall@10", 3],
  ["nearestP50Ms", "nearest p50 ms", 2],
  ["matchingP50Ms", "matching p50 ms", 2],
  ["compareP50Ms", "compare p50 ms", 2],
  ["momentsP50Ms", "moments p50 ms", 2],
  ["passagesP50Ms", "passages p50 ms", 2],
  ["questionCpuMs", "question CPU ms", 2],
  ["questionP50Ms", "question p50 ms", 2],
  ["questionP95Ms", "question p95 ms", 2],
  ["questionP99Ms", "question p99 ms", 2],
  ["encodingP50Ms", "encoding p50 ms", 2],
  ["bothP50Ms", "encoding and question p50 ms", 2],
  ["timesEncoding", "of encoding alone", 2],
];

const phases = new Map([
  ["build", build],
  ["add", addOne],
  ["recall", measureRecall],
  ["serve", serve],
]);

async function main(): Promise<void> {
  const [first = "", ...rest] = process.argv.slice(2);
  const run = phases.get(first);
  if (run) {
    console.log(JSON.stringify(await run(Number(rest[0]), rest[1] ?? "")));
    return;
  }
  const sizes = [first, ...rest].filter((one) => one !== "").map(Number);
  console.log(
    `${cpus()[0]?.model ?? "?"}, ${availableParallelism()} cores, load ${loadavg()[0]?.toFixed(1)}, Node ${process.version}, seed ${seed}\n`,
  );
  console.log(`| passages | ${columns.map(([, title]) => title).join(" | ")} |`);
  console.log(`|---${"|---".repeat(columns.length)}|`);
  for (const passages of sizes.length > 0 ? sizes : [1_000, 10_000, 100_000]) {
    const indexDir = await mkdtemp(join(tmpdir(), "sourcier-scale-"));
    const built = inFreshProcess("build", passages, indexDir);
    for (const phase of ["add", "recall", "serve"])
      Object.assign(built, inFreshProcess(phase, passages, indexDir));
    const { graph } = (await findPublishedBuild(indexDir)).manifest;
    const graphFigures = { graphDimensions: graph?.dimensions ?? 0, ef: graph?.ef ?? 0 };
    const figures: Figures = {
      ...built,
      ...graphFigures,
      diskMb: folderMb(indexDir),
    };
    rmSync(indexDir, { recursive: true });
    console.error(JSON.stringify({ passages, ...figures }));
    const cells = columns.map(([key, , digits]) => (figures[key] ?? Number.NaN).toFixed(digits));
    console.log(`| ${passages.toLocaleString("en")} | ${cells.join(" | ")} |`);
  }
}

await main();
