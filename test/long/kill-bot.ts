/**
 * Kills the bot's process under traffic: `node --import tsx test/long/kill-bot.ts [kills] [seed]`.
 * Prints the counts; fails when a question stays unanswered or a duplicate has no explanation.
 */
import { killUnderTraffic } from "../support/kill-bot.ts";
import { markerToken } from "../support/fault-telegram.ts";

const [kills = 300, seed = 7] = process.argv.slice(2).map(Number);
const startedAt = Date.now();
const { output, ...counts } = await killUnderTraffic({ kills, seed });
const tokens = output.split(markerToken.split(":")[1]!).length - 1;
const seconds = Math.round((Date.now() - startedAt) / 1_000);
console.log(JSON.stringify({ ...counts, seed, tokensInOutput: tokens, seconds }));
const isGood = counts.unanswered === 0 && counts.duplicates === counts.explained && tokens === 0;
process.exitCode = isGood ? 0 : 1;
