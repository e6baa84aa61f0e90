/**
 * Runs tasks in the order of their chat, chats side by side, a bounded number at once. When more is
 * asked than can be done, whoever asks a lot is refused and whoever asks a little is not.
 */
import PQueue from "p-queue";

export interface ChatQueue {
  /** Runs a task after those of the same chat; null when the chat has had its share. */
  add<Result>(request: ChatRequest, task: () => Promise<Result>): Promise<Result> | null;
  /** Tasks waiting or running. */
  readonly size: number;
  /** Resolves when nothing is waiting or running. */
  idle(): Promise<void>;
}

export interface ChatRequest {
  readonly key: string;
  /**
   * When it was asked, in milliseconds since 1970: what was asked slowly and comes in a heap, as after an
   * outage, is no flood.
   */
  readonly askedAt: number;
  /** It was taken before and put off, by no fault of the chat: it is let in again. */
  readonly isAgain?: boolean;
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
  /** The one that waits in the pool; null when it is running. */
  first: { readonly id: string; pauseMs: number } | null;
}

/** While chats wait for each other, each may ask this often; less often the more wait, up to the cap. */
const firstShareMs = 2_000;
const longestShareMs = 30_000;
/** Chats whose last question is remembered. */
const maxRemembered = 10_000;

export function createChatQueue({ concurrency, maxPerChat }: ChatQueueOptions): ChatQueue {
  const pool = new PQueue({ concurrency });
  const lanes = new Map<string, Lane>();
  const lastAskedAt = new Map<string, number>();
  let size = 0;
  let lastId = 0;

  /** How often a chat may ask now; 0 while nobody has to wait for another chat. */
  function shareMs(): number {
    if (size < concurrency || lanes.size < 2) return 0;
    return Math.min(longestShareMs, firstShareMs * 4 ** (size / concurrency - 1));
  }

  function remember({ key, askedAt }: ChatRequest): void {
    lastAskedAt.delete(key);
    lastAskedAt.set(key, askedAt);
    const [oldest] = lastAskedAt.keys();
    if (lastAskedAt.size > maxRemembered && oldest !== undefined) lastAskedAt.delete(oldest);
  }

  function add<Result>(request: ChatRequest, task: () => Promise<Result>): Promise<Result> | null {
    const { key, askedAt, isAgain = false } = request;
    const lane: Lane = lanes.get(key) ?? { last: Promise.resolve(), length: 0, first: null };
    // Messages are dated in whole seconds, presses of buttons by our clock: one may seem to come before the other.
    const pauseMs = Math.max(0, askedAt - (lastAskedAt.get(key) ?? -Infinity));
    if (!isAgain) putBehind(pool, lane, pauseMs);
    if (lane.length >= maxPerChat || (!isAgain && pauseMs < shareMs())) return null;
    remember(request);
    lane.length += 1;
    size += 1;
    lanes.set(key, lane);
    const running = lane.last.then(() => {
      const first = { id: `${(lastId += 1)}`, pauseMs };
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

/** Whoever asks again while a question waits lets others go before it. */
function putBehind(pool: PQueue, { first }: Lane, pauseMs: number): void {
  if (first === null || pauseMs >= first.pauseMs) return;
  first.pauseMs = pauseMs;
  pool.setPriority(first.id, pauseMs);
}
