/**
 * Kills an indexing process: `node --import tsx test/long/kill-indexing.ts [kills] [seed]`. Half of the kills at
 * named steps of publishing, half at random moments. Prints the counts; fails unless every index left behind is
 * whole, is one state of the corpus, holds everything that was reported as published, and can be updated at once.
 */
import { killIndexing, namedSteps } from "../support/kill-indexing.ts";

const [kills = 1000, seed = 11] = process.argv.slice(2).map(Number);
const startedAt = Date.now();
const atSteps = Math.floor(kills / 2);
const steps = Array.from({ length: atSteps }, (_, i) => namedSteps[i % namedSteps.length] ?? "");
const counts = await killIndexing({ random: kills - atSteps, steps, seed });
const seconds = Math.round((Date.now() - startedAt) / 1000);
console.log(JSON.stringify({ ...counts, seed, seconds }));
const { unreadable, mixed, lost, notTakenOver } = counts;
process.exitCode = unreadable + mixed + lost + notTakenOver === 0 ? 0 : 1;
