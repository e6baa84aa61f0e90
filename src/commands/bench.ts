// `sourcier bench`: the speed figures of the README, measured on this machine now. Ratios come from
// one run, so that they hold on a machine whose speed drifts.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { availableParallelism, cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Config } from "../config.ts";
import type { Sourcier } from "../open-sourcier.ts";
import { rehearse, titlesAsQuestions } from "../rehearse.ts";
import { textTable } from "./text-table.ts";

export interface BenchFigures {
  readonly machine: string;
  readonly articles: number;
  /** Encoder's load and first build of the index together, in a process that was already running. */
  readonly firstBuildMs: number;
  /** From starting the program, index present, to the first moment a question can be answered. */
  readonly warmStartMs: number;
  /** Resident memory of that program after its start, bytes; null where the system does not tell. */
  readonly residentBytes: number | null;
  readonly encodeMs: number;
  readonly answerMs: number;
}

const QUESTIONS = 50;
/** The started program looks at its corpus again and rehearses before its memory is measured. */
const SETTLE_MS = 6_000;

export interface BenchOptions {
  readonly open: (config: Config) => Sourcier;
  /** Environment of the programs that are started. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

export async function runBench(
  config: Config,
  { open, environment }: BenchOptions,
): Promise<BenchFigures> {
  const indexDir = await mkdtemp(join(tmpdir(), "sourcier-bench-"));
  try {
    const own = { ...config, indexDir };
    const start = performance.now();
    const sourcier = open(own);
    await sourcier.upToDate;
    const firstBuildMs = performance.now() - start;
    const questions = await titlesAsQuestions(sourcier, QUESTIONS);
    const times = await timeQuestions(sourcier, questions);
    const articles = (await sourcier.corpus.articles()).length;
    await sourcier.close();
    const warm = await timeWarmStart(own, environment);
    const machine = `${availableParallelism()} x ${cpus()[0]?.model ?? "unknown processor"}, Node ${process.version}`;
    return { machine, articles, firstBuildMs, ...times, ...warm };
  } finally {
    await rm(indexDir, { recursive: true });
  }
}

/** Medians of encoding alone and of answering, question by question in turn, after a start like the bot's. */
async function timeQuestions(
  sourcier: Sourcier,
  questions: readonly string[],
): Promise<{ readonly encodeMs: number; readonly answerMs: number }> {
  const { ask, embedder } = sourcier;
  const encoder = await embedder;
  const encode: number[] = [];
  const answer: number[] = [];
  const timed = async (times: number[], work: Promise<unknown>) => {
    const start = performance.now();
    await work;
    times.push(performance.now() - start);
  };
  await rehearse(sourcier);
  for (const question of questions) {
    await timed(encode, encoder.embedQuestion(question));
    await timed(answer, ask({ question }));
  }
  return { encodeMs: median(encode), answerMs: median(answer) };
}

/** Starts the whole program on the index that is there, on a free port, without Telegram. */
async function timeWarmStart(
  config: Config,
  environment: BenchOptions["environment"],
): Promise<{ readonly warmStartMs: number; readonly residentBytes: number | null }> {
  const start = performance.now();
  const main = new URL("../main.ts", import.meta.url);
  const child = spawn(process.execPath, [...process.execArgv, fileURLToPath(main)], {
    env: {
      ...environment,
      BOT_TOKEN: "",
      WEBHOOK_URL: "",
      PORT: "0",
      SEEDS_DIR: config.seedsDir ?? "",
      INDEX_DIR: config.indexDir,
    },
    stdio: ["ignore", "ignore", "pipe"],
  });
  try {
    const address = await firstAddress(child.stderr);
    for (;;) {
      const health = (await (await fetch(`${address}/healthz`)).json()) as { state?: string };
      if (health.state === "ready") break;
      await sleep(10);
    }
    const warmStartMs = performance.now() - start;
    await sleep(SETTLE_MS);
    return { warmStartMs, residentBytes: await residentBytes(child.pid) };
  } finally {
    const exit = once(child, "exit");
    child.kill("SIGTERM");
    await exit;
  }
}

async function firstAddress(stderr: AsyncIterable<Buffer>): Promise<string> {
  let text = "";
  for await (const chunk of stderr) {
    text += chunk.toString();
    const address = /http:\/\/[\w.:[\]]+/.exec(text)?.[0];
    if (address !== undefined) return address;
  }
  throw new Error(`The program ended before it was ready: ${text}`);
}

async function residentBytes(pid: number | undefined): Promise<number | null> {
  if (process.platform !== "linux" || pid === undefined) return null;
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  const kibibytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
  return kibibytes === undefined ? null : Number(kibibytes) * 1024;
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((left, right) => left - right);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

export function benchTable(figures: BenchFigures): string {
  const { firstBuildMs, warmStartMs, residentBytes, encodeMs, answerMs } = figures;
  const rows = [
    [`first build, ${figures.articles} articles`, `${(firstBuildMs / 1000).toFixed(2)} s`],
    ["warm start to ready", `${(warmStartMs / 1000).toFixed(2)} s`],
    ["resident memory", residentBytes === null ? "?" : `${Math.round(residentBytes / 1e6)} MB`],
    ["encoding a question, median of 50", `${encodeMs.toFixed(2)} ms`],
    ["answering it, median of 50", `${answerMs.toFixed(2)} ms`],
    ["ratio", (answerMs / encodeMs).toFixed(2)],
  ];
  return `${figures.machine}\n${textTable(["figure", "measured"], rows, [40, 12])}`;
}
