/**
 * Reloads the index under constant search: `node --import tsx test/long/reload-store.ts [reloads] [seed]`. Every
 * second reload meets a damaged index. Prints the counts; fails when an answer fails or belongs to no published state.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { reloadUnderSearch } from "../support/reload-store.ts";

const [reloads = 500, seed = 17] = process.argv.slice(2).map(Number);
const startedAt = Date.now();
const indexDir = await mkdtemp(join(tmpdir(), "sourcier-reload-"));
const counts = await reloadUnderSearch(indexDir, reloads, seed);
await rm(indexDir, { recursive: true, force: true });
console.log(
  JSON.stringify({ ...counts, seed, seconds: Math.round((Date.now() - startedAt) / 1000) }),
);
const { failedAnswers, wrongAnswers, errors } = counts;
process.exitCode = failedAnswers + wrongAnswers + errors.length === 0 ? 0 : 1;
