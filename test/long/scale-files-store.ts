/**
 * Measures how the files store grows: `node --import tsx test/long/scale-files-store.ts [passages...]`, by default
 * 1,000 10,000 100,000. Vectors and text are synthetic (test/support/synthetic-corpus.ts). Each size is built in one
 * process and served in a fresh one; prints a table in Markdown. Time for encoding is not part of any figure.
 */
import { spawnSync } from "node:child_process";
import { readdirSync, rmSync, statSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { availableParallelism, cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { beginFilesUpdate } from "../../src/store/files-update.ts";
import { findPublishedBuild } from "../../src/store/index-folder.ts";
import { openFilesStore } from "../../src/store/open-files-store.ts";
import type { Store } from "../../src/store/store.ts";
import { createSyntheticCorpus, syntheticDimensions } from "../support/synthetic-corpus.ts";

const seed = 23;
const options = { embedderFingerprint: "synthetic", dimensions: syntheticDimensions };
const questions = 200;
const exactQuestions = 40;

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
  const recall = await measureRecall(store, corpus, passages);
  const times = new Map<string, number[]>();
  const askedCpu = cpuSeconds();
  for (let i = 0; i < questions; i++) await ask(store, corpus, { number: i, passages, times });
  const figures: Figures = { startSeconds, startCpuSeconds, openMb, recallAt10: recall };
  figures["questionCpuMs"] = (1000 * (cpuSeconds() - askedCpu)) / questions;
  for (const [name, all] of times) {
    all.sort((a, b) => a - b);
    figures[`${name}P50Ms`] = all[Math.floor(0.5 * all.length)] ?? 0;
    figures[`${name}P95Ms`] = all[Math.floor(0.95 * all.length)] ?? 0;
  }
  figures["servedMb"] = process.memoryUsage().rss / 1e6 - emptyMb;
  await store.close();
  return figures;
}

/** The calls of one question, as search makes them. */
async function ask(
  store: Store,
  corpus: ReturnType<typeof createSyntheticCorpus>,
  { number, passages, times }: { number: number; passages: number; times: Map<string, number[]> },
): Promise<void> {
  const passage = Math.floor((number * passages) / questions);
  const vector = corpus.question(passage);
  const terms = corpus.questionTerms(passage);
  const timed = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const start = performance.now();
    const result = await work();
    times.set(name, [...(times.get(name) ?? []), performance.now() - start]);
    return result;
  };
  const start = performance.now();
  const near = await timed("nearest", () => store.nearest(vector, 50));
  const found = await timed("matching", () => store.matching(terms, 50));
  const rows = [...new Set([...near.map((hit) => hit.row), ...found.hits.map((hit) => hit.row)])];
  await timed("compare", () => store.compare(vector, rows));
  await timed("moments", () => store.moments(vector));
  await timed("passages", () => store.passages(rows.slice(0, 10)));
  times.set("question", [...(times.get("question") ?? []), performance.now() - start]);
}

/** Against an exact search with the float32 vectors that were put, not the stored bytes. */
async function measureRecall(
  store: Store,
  corpus: ReturnType<typeof createSyntheticCorpus>,
  passages: number,
): Promise<number> {
  const asked = Array.from({ length: exactQuestions }, (_, i) =>
    corpus.question(Math.floor((i * passages) / exactQuestions)),
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
  return found / (10 * exactQuestions);
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
];

const phases = new Map([
  ["build", build],
  ["add", addOne],
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
    const added = inFreshProcess("add", passages, indexDir);
    const served = inFreshProcess("serve", passages, indexDir);
    const { graph } = (await findPublishedBuild(indexDir)).manifest;
    const graphFigures = { graphDimensions: graph?.dimensions ?? 0, ef: graph?.ef ?? 0 };
    const figures: Figures = {
      ...built,
      ...added,
      ...served,
      ...graphFigures,
      diskMb: folderMb(indexDir),
    };
    rmSync(indexDir, { recursive: true });
    const cells = columns.map(([key, , digits]) => (figures[key] ?? Number.NaN).toFixed(digits));
    console.log(`| ${passages.toLocaleString("en")} | ${cells.join(" | ")} |`);
  }
}

await main();
