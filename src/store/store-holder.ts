/**
 * The store that answers now, and its replacement while questions are being answered: a reload is a new object
 * and a swap. A replaced store is closed once nobody uses it; a failed reload simply never gets here.
 */
import type { Store } from "./store.ts";

export interface StoreHolder {
  /** The store of this moment, for one question; it stays open for `graceMs` after it is replaced. */
  current(): Store;
  /** Runs `work` with a store that stays open until `work` has ended, however long that takes. */
  use<T>(work: (store: Store) => Promise<T>): Promise<T>;
  /** Answers from `next` from now on. */
  swap(next: Store): void;
  /** Closes everything, at the end of the program. */
  close(): Promise<void>;
}

interface Held {
  readonly store: Store;
  users: number;
  /** Null while it is the current one; else when nobody can hold it any more from `current()`. */
  timer: NodeJS.Timeout | null;
  isDue: boolean;
}

export interface HolderOptions {
  /** Longer than any single question takes. */
  readonly graceMs?: number;
  /** Told when closing a replaced store fails; answers do not depend on it. */
  readonly onCloseError?: (error: unknown) => void;
}

export function createStoreHolder(first: Store, options: HolderOptions = {}): StoreHolder {
  const { graceMs = 60_000, onCloseError = () => undefined } = options;
  const retired = new Set<Held>();
  let held: Held = { store: first, users: 0, timer: null, isDue: false };
  const closeIfUnused = (old: Held): void => {
    if (!old.isDue || old.users > 0 || !retired.delete(old)) return;
    old.store.close().catch(onCloseError);
  };
  return {
    current: () => held.store,
    async use(work) {
      const mine = held;
      mine.users++;
      try {
        return await work(mine.store);
      } finally {
        mine.users--;
        closeIfUnused(mine);
      }
    },
    swap(next) {
      const old = held;
      held = { store: next, users: 0, timer: null, isDue: false };
      retired.add(old);
      old.timer = setTimeout(() => {
        old.isDue = true;
        closeIfUnused(old);
      }, graceMs);
      old.timer.unref();
    },
    async close() {
      for (const old of retired) if (old.timer) clearTimeout(old.timer);
      const all = [...retired, held];
      retired.clear();
      await Promise.all(all.map((one) => one.store.close()));
    },
  };
}
