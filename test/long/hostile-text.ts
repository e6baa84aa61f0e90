/**
 * At least 10,000 generated replies about hostile articles, titles, names and questions through every
 * renderer: `npx tsx test/long/hostile-text.ts [RUNS] [SEED]`. Prints runs and seed; exit code 1 and
 * the smallest counterexample when a limit or a promise is broken.
 */
import fc from "fast-check";
import { checkReply, hostileReply } from "../support/hostile-text.ts";

const numRuns = Number(process.argv[2] ?? 12_000);
const seed = Number(process.argv[3] ?? Date.now() % 2 ** 31);
const startedAt = Date.now();
fc.assert(fc.property(hostileReply, checkReply), { numRuns, seed });
const seconds = Math.round((Date.now() - startedAt) / 1000);
process.stdout.write(`${numRuns} replies, 0 failed, seed ${seed}, ${seconds} s\n`);
