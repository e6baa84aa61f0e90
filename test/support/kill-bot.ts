/**
 * Kills a bot's process again and again while people write to it, and counts what becomes of their
 * questions. Kills come at random moments and at named ones: when an answer reaches the server, and when it is
 * delivered but the bot has not heard so.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseJournal } from "../../src/delivery/update-journal.ts";
import { echoOf } from "./echo-bot.ts";
import { startFaultTelegram, type FaultTelegram } from "./fault-telegram.ts";
import { createRandom } from "./random.ts";

export interface KillReport {
  readonly kills: number;
  readonly questions: number;
  readonly unanswered: number;
  /** Questions answered more than once. */
  readonly duplicates: number;
  /** Those of them whose answer arrived before a kill and was recorded by nobody: the known gap. */
  readonly explained: number;
  /** Everything that the killed processes printed. */
  readonly output: string;
}

const steps = ["random", "answer-arrived", "answer-delivered"] as const;
/** People take turns, so that nobody writes often enough to be asked to wait. */
const users = 2_000;

export async function killUnderTraffic(options: {
  readonly kills: number;
  readonly seed: number;
}): Promise<KillReport> {
  const random = createRandom(options.seed);
  const telegram = await startFaultTelegram();
  const directory = await mkdtemp(join(tmpdir(), "sourcier-kill-"));
  const output: string[] = [];
  const questions = new Map<number, string>();
  const inTheGap = new Set<number>();
  const traffic = new AbortController();
  const writing = write(telegram, { questions, random, signal: traffic.signal });
  try {
    for (let kill = 0; kill < options.kills; kill += 1) {
      const child = startBot(telegram, directory, output);
      await ready(telegram, child);
      await killAt(telegram, child, { step: steps[kill % steps.length]!, random });
      for (const updateId of await unfinishedIn(directory)) inTheGap.add(updateId);
    }
    traffic.abort();
    await writing;
    const last = startBot(telegram, directory, output);
    await telegram.until(() => telegram.pending.length === 0, 120_000);
    last.kill("SIGTERM");
    await exited(last);
    return report(telegram, { ...options, questions, inTheGap, output: output.join("") });
  } finally {
    traffic.abort();
    await telegram.close();
    await rm(directory, { recursive: true });
  }
}

function report(
  telegram: FaultTelegram,
  run: {
    readonly kills: number;
    readonly questions: ReadonlyMap<number, string>;
    readonly inTheGap: ReadonlySet<number>;
    readonly output: string;
  },
): KillReport {
  const counts = new Map<string, number>();
  for (const { text } of telegram.messages()) counts.set(text, (counts.get(text) ?? 0) + 1);
  const timesOf = (question: string) => counts.get(echoOf(question)) ?? 0;
  const repeated = [...run.questions].filter(([, question]) => timesOf(question) > 1);
  return {
    kills: run.kills,
    questions: run.questions.size,
    unanswered: [...run.questions.values()].filter((question) => timesOf(question) === 0).length,
    duplicates: repeated.length,
    explained: repeated.filter(([updateId]) => run.inTheGap.has(updateId)).length,
    output: run.output,
  };
}

function startBot(telegram: FaultTelegram, directory: string, output: string[]): ChildProcess {
  const child = spawn(process.execPath, ["--import", "tsx", "test/support/echo-bot.ts"], {
    env: {
      PATH: process.env["PATH"],
      API_ROOT: telegram.url,
      TOKEN: telegram.token,
      RECORD_DIR: directory,
      ANSWER_MS: "10",
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => output.push(chunk.toString("utf8")));
  }
  return child;
}

async function ready(telegram: FaultTelegram, child: ChildProcess): Promise<void> {
  const before = telegram.calls.length;
  await telegram.until(
    () => telegram.calls.slice(before).some(({ method }) => method === "getUpdates"),
    30_000,
  );
  if (child.exitCode !== null) throw new Error(`the bot ended by itself: ${child.exitCode}`);
}

async function killAt(
  telegram: FaultTelegram,
  child: ChildProcess,
  { step, random }: { readonly step: (typeof steps)[number]; readonly random: () => number },
): Promise<void> {
  const gone = exited(child);
  if (step === "random") {
    await sleep(random() * 300);
    child.kill("SIGKILL");
  } else {
    const awaited = step === "answer-arrived" ? "arrived" : "done";
    let toPass = Math.floor(random() * 10);
    telegram.onCall = ({ method }, moment) => {
      if (method !== "sendMessage" || moment !== awaited) return;
      if (toPass === 0) child.kill("SIGKILL");
      toPass -= 1;
    };
  }
  await gone;
  telegram.onCall = null;
}

function exited(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve) => child.once("exit", resolve));
}

async function write(
  telegram: FaultTelegram,
  traffic: {
    readonly questions: Map<number, string>;
    readonly random: () => number;
    readonly signal: AbortSignal;
  },
): Promise<void> {
  const isOver = () => traffic.signal.aborted;
  while (!isOver()) {
    const userId = 1 + (traffic.questions.size % users);
    const question = `question ${traffic.questions.size + 1}`;
    traffic.questions.set(telegram.say(userId, question), question);
    await sleep(traffic.random() * 60);
  }
}

/** Updates that were begun and not recorded as done, as the files of the killed process tell. */
async function unfinishedIn(directory: string): Promise<ReadonlySet<number>> {
  const claimed = new Set<number>();
  const done = new Set<number>();
  for (const name of await readdir(directory, { recursive: true })) {
    if (!name.endsWith(".log")) continue;
    const { entries } = parseJournal(await readFile(join(directory, name), "utf8"));
    for (const { verb, updateId } of entries) {
      if (verb === "claim") claimed.add(updateId);
      if (verb === "done") done.add(updateId);
    }
  }
  return new Set([...claimed].filter((updateId) => !done.has(updateId)));
}
