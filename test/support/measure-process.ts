/**
 * Preloaded into a process (`node --import tsx --import ./test/support/measure-process.ts …`): appends a
 * line a second to MEASURES_FILE with the event loop's lag and the memory.
 */
import { appendFileSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";

export interface Measure {
  /** 99th percentile of the event loop's lag within the second, in milliseconds. */
  readonly lagP99Ms: number;
  readonly lagMaxMs: number;
  readonly rssMb: number;
  /** Processor time of all threads since the start, in milliseconds. */
  readonly cpuMs: number;
}

const file = process.env["MEASURES_FILE"];
const resolutionMs = 5;

if (file !== undefined) {
  const histogram = monitorEventLoopDelay({ resolution: resolutionMs });
  histogram.enable();
  setInterval(() => {
    // The histogram holds whole intervals between its own timers: the lag is what exceeds them.
    const lag = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - resolutionMs);
    const { user, system } = process.cpuUsage();
    const measure: Measure = {
      lagP99Ms: lag(histogram.percentile(99)),
      lagMaxMs: lag(histogram.max),
      rssMb: process.memoryUsage.rss() / 1e6,
      cpuMs: (user + system) / 1e3,
    };
    histogram.reset();
    appendFileSync(file, `${JSON.stringify(measure)}\n`);
  }, 1_000).unref();
}
