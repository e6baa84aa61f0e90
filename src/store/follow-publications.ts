/**
 * Notices what other processes publish. It asks every few seconds, which costs nothing that can be measured and works
 * through every pooler and after every loss of connection; a notification would need a connection of its own.
 */
import type { IndexPlace } from "./index-place.ts";

export interface FollowOptions {
  /** What `published` said when the store that answers now was opened; null while there is none. */
  readonly current: () => string | null;
  /** Opens what is published and answers from it. */
  readonly reopen: () => Promise<void>;
  /** Told of a place that is away, or of an index that cannot be opened; it is tried again. */
  readonly onFailure: (error: unknown) => void;
  /** @default 3000 */
  readonly everyMs?: number;
}

/** @returns what ends it, once nothing is under way any more */
export function followPublications(
  place: Pick<IndexPlace, "published">,
  { current, reopen, onFailure, everyMs = 3_000 }: FollowOptions,
): { stop(): Promise<void> } {
  let timer: NodeJS.Timeout | null = null;
  let isStopped = false;
  let looking = Promise.resolve();
  const look = async (): Promise<void> => {
    try {
      if ((await place.published()) !== current()) await reopen();
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
