/** Kills a process that indexes, at random moments and at every named step, and looks at what it leaves. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { buildFiles } from "../../src/store/build-files.ts";
import { beginFilesUpdate } from "../../src/store/files-update.ts";
import { openFilesStore } from "../../src/store/open-files-store.ts";
import { verifyFilesIndex } from "../../src/store/verify.ts";
import { observe, publishState, stateOf, stateOptions } from "./index-states.ts";
import { createRandom } from "./random.ts";

/** Every step of an update that is told to `onStep`, and the one between putting and publishing. */
export const namedSteps: readonly string[] = [
  "articles put",
  ...Object.values(buildFiles).flatMap((name) => [`writing ${name}`, `wrote ${name}`]),
  "manifest written",
  "build named",
  "pointer switched",
  "journal removed",
  "old builds removed",
];

export interface KillCounts {
  readonly kills: number;
  readonly atNamedSteps: number;
  readonly atRandom: number;
  /** Updates that the killed processes had reported as published. */
  readonly acknowledged: number;
  readonly unreadable: number;
  /** Indexes that are not exactly one state of the corpus. */
  readonly mixed: number;
  /** Reported as published, but not there. */
  readonly lost: number;
  /** Killed after the switch and before the report: neither lost nor reported. */
  readonly inFlight: number;
  readonly notTakenOver: number;
  readonly finalState: number;
}

export async function killIndexing(plan: {
  readonly random: number;
  readonly steps: readonly string[];
  readonly seed: number;
}): Promise<KillCounts> {
  const indexDir = await mkdtemp(join(tmpdir(), "sourcier-kill-"));
  const random = createRandom(plan.seed);
  const counts = {
    acknowledged: 0,
    unreadable: 0,
    mixed: 0,
    lost: 0,
    inFlight: 0,
    notTakenOver: 0,
  };
  let last = -1;
  const references = new Map<number, string>();
  try {
    const trials = [...plan.steps, ...Array.from({ length: plan.random }, () => null)];
    for (const step of trials) {
      const reported = await runAndKill(indexDir, step, 5 + random() * 250);
      counts.acknowledged += reported.length;
      const promised = Math.max(last, ...reported);
      if (promised < 0) continue;
      const found = await inspect(indexDir, references);
      if (found === "unreadable" || found === "mixed") counts[found]++;
      else {
        if (found < promised) counts.lost++;
        if (found > promised) counts.inFlight++;
        last = Math.max(found, promised);
      }
      if (!(await canUpdate(indexDir))) counts.notTakenOver++;
    }
  } finally {
    await rm(indexDir, { recursive: true, force: true });
  }
  const [atNamedSteps, atRandom] = [plan.steps.length, plan.random];
  return { kills: atNamedSteps + atRandom, atNamedSteps, atRandom, ...counts, finalState: last };
}

const child = fileURLToPath(new URL("./indexing-child.ts", import.meta.url));

/** @returns the states that the process reported before it died */
async function runAndKill(
  indexDir: string,
  step: string | null,
  afterMs: number,
): Promise<readonly number[]> {
  const args = ["--import", "tsx", child, indexDir, ...(step === null ? [] : [step])];
  const running = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  running.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  await once(running.stdout, "data");
  if (step === null) {
    await sleep(afterMs);
    running.kill("SIGKILL");
  }
  const [code, signal] = (await once(running, "close")) as [number | null, string | null];
  if (signal !== "SIGKILL") throw new Error(`the child ended by itself (${code}) at ${step}`);
  return output
    .split("\n")
    .filter((line) => /^\d+$/.test(line))
    .map(Number);
}

/** The state that an index is in, if it is one whole state. */
async function inspect(
  indexDir: string,
  references: Map<number, string>,
): Promise<number | "unreadable" | "mixed"> {
  const verified = await verifyFilesIndex(indexDir);
  if (verified.outcome === "unusable") return "unreadable";
  const state = stateOf(verified.contents);
  const store = await openFilesStore(indexDir, stateOptions);
  const seen = await observe(store);
  await store.close();
  const reference = references.get(state) ?? (await buildReference(state));
  references.set(state, reference);
  return seen === reference ? state : "mixed";
}

/** What a fresh index of the state's articles shows. */
async function buildReference(state: number): Promise<string> {
  const indexDir = await mkdtemp(join(tmpdir(), "sourcier-reference-"));
  await publishState(indexDir, state);
  const store = await openFilesStore(indexDir, stateOptions);
  const seen = await observe(store);
  await store.close();
  await rm(indexDir, { recursive: true, force: true });
  return seen;
}

/** Whether the lock of the killed process is taken over at once. */
async function canUpdate(indexDir: string): Promise<boolean> {
  try {
    await (await beginFilesUpdate(indexDir, stateOptions)).discard();
    await readFile(join(indexDir, "CURRENT"));
    return true;
  } catch {
    return false;
  }
}
