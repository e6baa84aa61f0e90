/**
 * Runs tasks in the order of their chat, chats side by side, a bounded number at once. When more is
 * asked than can be done, whoever asks a lot is refused and whoever asks a little is not.
 */
import PQueue from "p-queue";
import { createAskers, longestBurst, longestShareMs } from "./askers.ts";

export interface ChatQueue {
  /** Runs a task after those of the same chat; null when the chat or who asks has had its share. */
  add<Result>(request: ChatRequest, task: () => Promise<Result>): Promise<Result> | null;
  /** Tasks waiting or running. */
  readonly size: number;
  /** Resolves when nothing is waiting or running. */
  idle(): Promise<void>;
}

export interface ChatRequest {
  /** The chat: its tasks run one after the other. */
  readonly key: string;
  /** Who asks: in a group, one person's flood is not another's. */
  readonly asker: string;
  /**
   * When it was asked, in milliseconds since 1970: what was asked slowly and comes in a heap, as after an
   * outage, is no flood.
   */
  readonly askedAt: number;
  /** It was taken before and put off, by no fault of the chat: it is let in again. */
  readonly isAgain?: boolean;
  /** It is never refused, unless one like it already waits in the chat. */
  readonly isOwed?: boolean;
}

export interface ChatQueueOptions {
  /** Tasks running at once. */
  readonly concurrency: number;
  /** Tasks of one chat that may wait or run at once. */
  readonly maxPerChat: number;
}

/** The tasks of one chat. */
interface Lane {
  last: Promise<unknown>;
  length: number;
  /** Those of them that could not be refused. */
  owed: number;
  /** The one that waits in the pool; null when it is running. */
  first: { readonly id: string; readonly asker: string; pauseMs: number } | null;
}

/** While chats wait for each other, each may ask this often; less often the more wait, up to the longest. */
const firstShareMs = 2_000;
/** All bursts together: Telegram gives 100 updates after the oldest unfinished one, and others need room there. */
const maxInBursts = 64;

export function createChatQueue({ concurrency, maxPerChat }: ChatQueueOptions): ChatQueue {
  const pool = new PQueue({ concurrency });
  const lanes = new Map<string, Lane>();
  const askers = createAskers();
  let size = 0;
  let lastId = 0;

  /** How often somebody may ask now; 0 while nobody has to wait for another chat. */
  function shareMs(): number {
    if (size < concurrency || lanes.size < 2) return 0;
    return Math.min(longestShareMs, firstShareMs * 4 ** (size / concurrency - 1));
  }

  function isRefused(request: ChatRequest, lane: Lane): boolean {
    const { isAgain = false, isOwed = false } = request;
    if (isOwed && lane.owed === 0) return false;
    if (lane.length >= maxPerChat) return true;
    return !isAgain && !askers.letIn(request, { shareMs: shareMs(), burst: burstOf(lanes) });
  }

  function add<Result>(request: ChatRequest, task: () => Promise<Result>): Promise<Result> | null {
    const { key, asker, isAgain = false, isOwed = false } = request;
    const fresh: Lane = { last: Promise.resolve(), length: 0, owed: 0, first: null };
    const lane = lanes.get(key) ?? fresh;
    const pauseMs = askers.pauseMs(request);
    if (!isAgain) putBehind(pool, lane, { asker, pauseMs });
    if (isRefused(request, lane)) return null;
    lane.length += 1;
    lane.owed += Number(isOwed);
    size += 1;
    lanes.set(key, lane);
    const running = lane.last.then(() => {
      const first = { id: `${(lastId += 1)}`, asker, pauseMs };
      lane.first = first;
      // Whoever has not asked for long goes first.
      return pool.add(
        () => {
          lane.first = null;
          return task();
        },
        { id: first.id, priority: pauseMs },
      );
    });
    const leave = () => {
      lane.length -= 1;
      lane.owed -= Number(isOwed);
      size -= 1;
      if (lane.length === 0) lanes.delete(key);
    };
    lane.last = running.then(leave, leave);
    return running;
  }

  async function idle(): Promise<void> {
    while (lanes.size > 0) await Promise.all([...lanes.values()].map(({ last }) => last));
  }

  return {
    add,
    idle,
    get size() {
      return size;
    },
  };
}

/** How often in a row somebody may ask now: the more wait, the less often; one long lane is no crowd. */
function burstOf(lanes: ReadonlyMap<string, Lane>): number {
  let waiting = 1;
  for (const { length } of lanes.values()) waiting += Math.min(length, longestBurst);
  return Math.max(1, Math.min(longestBurst, Math.floor(maxInBursts / waiting)));
}

/** Whoever asks again while a question of theirs waits lets others go before it. */
function putBehind(
  pool: PQueue,
  { first }: Lane,
  { asker, pauseMs }: { readonly asker: string; readonly pauseMs: number },
): void {
  if (first?.asker !== asker || pauseMs >= first.pauseMs) return;
  first.pauseMs = pauseMs;
  pool.setPriority(first.id, pauseMs);
}
