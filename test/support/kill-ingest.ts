/** Kills a process that ingests, again and again, and counts what had to be embedded more than once. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { batchTexts } from "../../src/ingest/embed-texts.ts";
import { verifyFilesIndex } from "../../src/store/verify.ts";
import { createRandom } from "./random.ts";

export interface IngestKillCounts {
  readonly kills: number;
  /** Corpora that were ingested to their end in spite of the kills. */
  readonly corpora: number;
  readonly distinctTexts: number;
  readonly embeddedTwice: number;
  /** The most texts that one start embedded although an earlier one had been handed them. */
  readonly largestLoss: number;
  readonly batchTexts: number;
  readonly unsoundIndexes: number;
}

const articlesPerCorpus = 400;
const child = fileURLToPath(new URL("./ingest-child.ts", import.meta.url));

export async function killIngest(plan: {
  readonly kills: number;
  readonly seed: number;
}): Promise<IngestKillCounts> {
  const random = createRandom(plan.seed);
  const counts = {
    corpora: 0,
    distinctTexts: 0,
    embeddedTwice: 0,
    largestLoss: 0,
    unsoundIndexes: 0,
  };
  let kills = 0;
  while (kills < plan.kills) {
    const folder = await mkdtemp(join(tmpdir(), "sourcier-ingest-kill-"));
    const args = [join(folder, "index"), join(folder, "log"), articlesPerCorpus, kills];
    let isDone = false;
    let twice = 0;
    while (!isDone) {
      const afterMs = kills < plan.kills ? 20 + random() * 350 : null;
      isDone = await runChild(args.map(String), afterMs);
      if (!isDone) kills++;
      const embedded = await readLog(join(folder, "log"));
      counts.largestLoss = Math.max(counts.largestLoss, embedded.twice - twice);
      twice = embedded.twice;
      if (isDone) {
        counts.corpora++;
        counts.distinctTexts += embedded.distinct;
        counts.embeddedTwice += twice;
      }
    }
    if ((await verifyFilesIndex(join(folder, "index"))).outcome !== "sound")
      counts.unsoundIndexes++;
    await rm(folder, { recursive: true, force: true });
  }
  return { kills, ...counts, batchTexts };
}

/** @returns whether it came to its end before it was killed */
async function runChild(args: readonly string[], killAfterMs: number | null): Promise<boolean> {
  const running = spawn(process.execPath, ["--import", "tsx", child, ...args], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const closed = once(running, "close");
  let output = "";
  running.stdout.setEncoding("utf8").on("data", (text: string) => (output += text));
  await once(running.stdout, "data");
  if (killAfterMs !== null) {
    await Promise.race([sleep(killAfterMs), closed]);
    running.kill("SIGKILL");
  }
  await closed;
  return output.includes("done");
}

/** Texts that were handed to the encoder, and how often one of them was handed over again. */
async function readLog(log: string): Promise<{ distinct: number; twice: number }> {
  const lines = (await readFile(log, "utf8").catch(() => "")).split("\n").filter(Boolean);
  const distinct = new Set(lines).size;
  return { distinct, twice: lines.length - distinct };
}
