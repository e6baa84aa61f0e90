/** Time as delivery sees it, so that a test can let ten minutes of outage pass in a moment. */
import { setTimeout as sleepFor } from "node:timers/promises";

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after the given time, or at once when the signal aborts; never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (ms, signal) => {
    try {
      await sleepFor(ms, undefined, signal === undefined ? {} : { signal });
    } catch (error) {
      if (signal?.aborted !== true) throw error;
    }
  },
};

/**
 * Waiting time before attempt number `attempt` (0 for the first repetition): doubles from
 * `firstMs` and stays at `capMs`, so that nobody waits longer than that after a network is back.
 */
export function backoffMs(attempt: number, firstMs: number, capMs: number): number {
  return Math.min(capMs, firstMs * 2 ** Math.min(attempt, 30));
}
