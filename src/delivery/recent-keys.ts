/** Keys seen within the last while; older ones take no memory. */
import type { Clock } from "./clock.ts";

export interface RecentKeys {
  has(key: string): boolean;
  /** Makes the key recent, from now on. */
  add(key: string): void;
}

export function createRecentKeys(keptMs: number, clock: Pick<Clock, "now">): RecentKeys {
  // A Map keeps the order of insertion: the oldest are at the front.
  const seenAt = new Map<string, number>();

  function forgetOld(): void {
    const limit = clock.now() - keptMs;
    for (const [key, at] of seenAt) {
      if (at > limit) break;
      seenAt.delete(key);
    }
  }

  return {
    has: (key) => {
      forgetOld();
      return seenAt.has(key);
    },
    add: (key) => {
      forgetOld();
      seenAt.delete(key);
      seenAt.set(key, clock.now());
    },
  };
}
