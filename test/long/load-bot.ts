/**
 * Load on the whole program: `node --import tsx test/long/load-bot.ts [seconds] [seed]`.
 *
 * First 30 questions a second from different people; then 50 people flooding with 10 messages a second each
 * while one person asks every two seconds. Prints latencies, the event loop's lag and the memory.
 */
import { startFaultTelegram } from "../support/fault-telegram.ts";
import { load } from "../support/load-bot.ts";
import type { Measure } from "../support/measure-process.ts";
import { runProgram } from "../support/run-program.ts";

const [seconds = 60, seed = 7] = process.argv.slice(2).map(Number);
const telegram = await startFaultTelegram();
const program = await runProgram(telegram);
try {
  const calm = { seconds, seed, flooders: 0, floodPerSecond: 10 };
  await load(telegram, { ...calm, seconds: 3, askersPerSecond: 5 });
  let measured = (await program.measures()).length;
  let answered = telegram.messages().length;
  const settings = {
    "30 answers a second": { ...calm, askersPerSecond: 30 },
    "50 flooding, one honest": { ...calm, flooders: 50, askersPerSecond: 0.5 },
  };
  for (const [name, setting] of Object.entries(settings)) {
    const report = await load(telegram, setting);
    const measures = (await program.measures()).slice(measured);
    measured += measures.length;
    const answers = telegram.messages().length - answered;
    answered += answers;
    const costs = summarize(measures, answers);
    console.log(JSON.stringify({ run: name, seconds, seed, ...report, answers, ...costs }));
  }
} finally {
  console.log(JSON.stringify({ exitCode: await program.stop() }));
  await telegram.close();
}

/** Processor time per answer, whatever else the machine does; lag as the median and the worst second's 99th percentile; memory at the start, the most, at the end. */
function summarize(measures: readonly Measure[], answers: number) {
  const cpuMs = (measures.at(-1)?.cpuMs ?? NaN) - (measures[0]?.cpuMs ?? NaN);
  const lags = measures.map(({ lagP99Ms }) => lagP99Ms).sort((a, b) => a - b);
  const memory = measures.map(({ rssMb }) => Math.round(rssMb));
  const round = (value: number | undefined) => Math.round(value ?? NaN);
  return {
    cpuMsPerAnswer: round(cpuMs / answers),
    lagP99MedianMs: round(lags[lags.length >> 1]),
    lagP99WorstMs: round(lags.at(-1)),
    rssMb: [memory[0], Math.max(...memory), memory.at(-1)],
  };
}
