/**
 * Notices what other processes publish. It asks every few seconds, which costs nothing that can be measured and works
 * through every pooler and after every loss of connection; a notification would need a connection of its own.
 */
import type { Database } from "./database.ts";
import { publishedNumber } from "./generation.ts";
import type { PostgresStore } from "./postgres-store.ts";

export interface FollowOptions {
  /** The store that answers now; null while there is none. */
  readonly current: () => Pick<PostgresStore, "generation"> | null;
  /** Opens what is published and answers from it. */
  readonly reopen: () => Promise<void>;
  /** Told of a database that is away, or of an index that cannot be opened; it is tried again. */
  readonly onFailure: (error: unknown) => void;
  /** @default 3000 */
  readonly everyMs?: number;
}

/** @returns what ends it, once nothing is under way any more */
export function followPublications(
  database: Database,
  { current, reopen, onFailure, everyMs = 3_000 }: FollowOptions,
): { stop(): Promise<void> } {
  let timer: NodeJS.Timeout | null = null;
  let isStopped = false;
  let looking = Promise.resolve();
  const look = async (): Promise<void> => {
    try {
      const published = await publishedNumber(database.query, database.schema);
      if (published !== null && published !== current()?.generation) await reopen();
    } catch (error) {
      onFailure(error);
    }
    if (!isStopped) wait();
  };
  const wait = (): void => {
    timer = setTimeout(() => {
      looking = look();
    }, everyMs);
    timer.unref();
  };
  wait();
  return {
    async stop() {
      isStopped = true;
      if (timer) clearTimeout(timer);
      await looking;
    },
  };
}
