import type { Clock } from "./bot-dependencies.ts";
import { RecentCache } from "./recent-cache.ts";

export interface ForgetfulMapOptions {
  /** The least recently used entry goes when there are more. */
  readonly maxEntries: number;
  /** Time after the last write at which an entry is forgotten; 0: never. */
  readonly forgetAfterMs: number;
  readonly clock: Pick<Clock, "now">;
}

/** A map that forgets: bounded in number and in time, and never written anywhere. */
export class ForgetfulMap<Key extends string | number, Value extends object> {
  readonly #entries: RecentCache<Key, Value>;

  constructor({ maxEntries, forgetAfterMs, clock }: ForgetfulMapOptions) {
    this.#entries = new RecentCache({
      max: maxEntries,
      ttl: forgetAfterMs,
      // 0 makes the cache ask the clock each time instead of holding a timer.
      ttlResolution: 0,
      perf: clock,
    });
  }

  get(key: Key): Value | undefined {
    return this.#entries.get(key);
  }

  set(key: Key, value: Value): void {
    this.#entries.set(key, value);
  }

  delete(key: Key): boolean {
    return this.#entries.delete(key);
  }

  find(isWanted: (value: Value) => boolean): Value | undefined {
    return this.#entries.find(isWanted);
  }

  /** Deletes every entry that `isForgotten` picks. */
  deleteWhere(isForgotten: (key: Key, value: Value) => boolean): void {
    for (const [key, value] of [...this.#entries.entries()]) {
      if (isForgotten(key, value)) this.#entries.delete(key);
    }
  }

  get size(): number {
    return this.#entries.size;
  }
}
