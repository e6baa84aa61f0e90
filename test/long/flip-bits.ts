/**
 * Flips single bits all over an index: `node --import tsx test/long/flip-bits.ts [flips] [seed]`.
 * Prints the counts; fails unless every flip is refused with a sentence that says what to do.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { flipBits } from "../support/flip-bits.ts";
import { publishState } from "../support/index-states.ts";

const [flips = 1000, seed = 13] = process.argv.slice(2).map(Number);
const startedAt = Date.now();
const indexDir = await mkdtemp(join(tmpdir(), "sourcier-flips-"));
await publishState(indexDir, 5);
const counts = await flipBits(indexDir, flips, seed);
await rm(indexDir, { recursive: true, force: true });
console.log(
  JSON.stringify({ ...counts, seed, seconds: Math.round((Date.now() - startedAt) / 1000) }),
);
process.exitCode = counts.refused === flips ? 0 : 1;
