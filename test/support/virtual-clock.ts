/**
 * A clock whose time passes only when a test says so, while sockets and files go on in real time: ten
 * minutes of outage take a moment, and no timer of the system is touched.
 */
import { setTimeout as realSleep } from "node:timers/promises";
import type { Clock } from "../../src/delivery/clock.ts";

export interface VirtualClock extends Clock {
  /**
   * Lets time pass until `until` is true or `ms` are over; returns how much passed. Sockets and files get
   * a moment of real time at least every `stepMs`, and whenever somebody wakes.
   */
  pass(ms: number, until?: () => boolean, stepMs?: number): Promise<number>;
}

interface Sleeper {
  readonly at: number;
  readonly wake: () => void;
}

/** Real time given to sockets and files between two moments of virtual time. */
const settleMs = 20;

export function createVirtualClock(startMs = Date.UTC(2026, 10, 22)): VirtualClock {
  let now = startMs;
  const sleepers = new Set<Sleeper>();

  function sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted === true) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = () => {
        sleepers.delete(sleeper);
        signal?.removeEventListener("abort", wake);
        resolve();
      };
      const sleeper = { at: now + ms, wake };
      sleepers.add(sleeper);
      signal?.addEventListener("abort", wake);
    });
  }

  async function pass(
    ms: number,
    until: () => boolean = () => false,
    stepMs = Infinity,
  ): Promise<number> {
    const startedAt = now;
    const end = now + ms;
    await realSleep(settleMs);
    while (!until() && now < end) {
      const next = Math.min(end, now + stepMs, ...[...sleepers].map(({ at }) => at));
      now = Math.max(now, next);
      for (const sleeper of [...sleepers]) if (sleeper.at <= now) sleeper.wake();
      await realSleep(settleMs);
    }
    return now - startedAt;
  }

  return { now: () => now, sleep, pass };
}
