/**
 * A million invented texts through cleaning, sentences, passages, encounters and rendering, then each
 * stage on 210,000 characters of every fragment, of mixtures and of parts that all differ:
 * `node --import tsx test/long/fuzz-text.ts [texts] [seed] [msLimit]`. Prints counts and the slowest
 * shapes; exit code 1 on a failure or a shape above the limit.
 */
import {
  checkEverything,
  fragments,
  fuzzText,
  growing,
  stages,
  textOf,
} from "../support/fuzz-text.ts";
import { createRandom } from "../support/random.ts";

const [texts = 1_000_000, seed = 7, msLimit = 200] = process.argv.slice(2).map(Number);
const length = 210_000;
const mostRuns = 5;
const random = createRandom(seed);
const startedAt = Date.now();
let failed = 0;
for (let n = 0; n < texts; n += 1) {
  const text = fuzzText(random, n % 100 === 0 ? 200 : 12);
  try {
    checkEverything(text, n % 2 === 0 ? "scrape" : "extracted");
  } catch (error) {
    failed += 1;
    const reason = error instanceof Error ? error.message : String(error);
    if (failed <= 10) console.log(JSON.stringify({ failed: n, reason, text: text.slice(0, 300) }));
  }
}
const seconds = Math.round((Date.now() - startedAt) / 1_000);
console.log(JSON.stringify({ texts, failed, seed, seconds }));

const mixtures = Array.from({ length: 40 }, () => fuzzText(random, 30));
const repeated = [...fragments, ...mixtures].filter(Boolean).map((shape) => () => shape);
const shapes = [...repeated, ...growing];
const slow: { stage: string; ms: number; shape: string }[] = [];
for (const shape of shapes) {
  const text = textOf(shape, length);
  const name = text.slice(0, 60);
  for (const [stage, run] of Object.entries(stages)) {
    let ms = measure(run, text);
    // What the first runs take beyond it is the engine's, which compiles for a shape it has not seen.
    for (let again = 1; ms > msLimit && again < mostRuns; again++)
      ms = Math.min(ms, measure(run, text));
    if (ms > msLimit) console.log(JSON.stringify({ above: stage, ms, shape: name }));
    slow.push({ stage, ms, shape: name });
  }
}
slow.sort((a, b) => b.ms - a.ms);
const above = slow.filter(({ ms }) => ms > msLimit);
console.log(JSON.stringify({ shapes: shapes.length, length, msLimit, above: above.length }));
for (const entry of slow.slice(0, 5)) console.log(JSON.stringify(entry));
process.exitCode = failed === 0 && above.length === 0 ? 0 : 1;

/** Processor time, so that other programs on the machine do not count. */
function measure(run: (text: string) => unknown, text: string): number {
  const before = process.cpuUsage();
  run(text);
  const { user, system } = process.cpuUsage(before);
  return Math.round((user + system) / 1_000);
}
