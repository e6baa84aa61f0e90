/**
 * Kills ingesting processes: `node --import tsx test/long/kill-ingest.ts [kills] [seed]`. Prints the counts; fails
 * when a start embeds more than one batch again, or an index is not sound in the end.
 */
import { killIngest } from "../support/kill-ingest.ts";

const [kills = 200, seed = 19] = process.argv.slice(2).map(Number);
const startedAt = Date.now();
const counts = await killIngest({ kills, seed });
const seconds = Math.round((Date.now() - startedAt) / 1000);
console.log(JSON.stringify({ ...counts, seed, seconds }));
process.exitCode = counts.largestLoss <= counts.batchTexts && counts.unsoundIndexes === 0 ? 0 : 1;
