/**
 * Runs tasks in the order of their chat, chats side by side, a bounded number at once.
 */
import PQueue from "p-queue";

export interface ChatQueue {
  /** Runs the task after those of the same key; null when too many of them are waiting already. */
  add<Result>(key: string, task: () => Promise<Result>): Promise<Result> | null;
  /** Tasks waiting or running. */
  readonly size: number;
  /** Resolves when nothing is waiting or running. */
  idle(): Promise<void>;
}

export interface ChatQueueOptions {
  /** Tasks running at once. */
  readonly concurrency: number;
  /** Tasks of one chat that may wait or run at once. */
  readonly maxPerChat: number;
}

export function createChatQueue(options: ChatQueueOptions): ChatQueue {
  const pool = new PQueue({ concurrency: options.concurrency });
  const lanes = new Map<string, { last: Promise<unknown>; length: number }>();
  let size = 0;

  function add<Result>(key: string, task: () => Promise<Result>): Promise<Result> | null {
    const lane = lanes.get(key) ?? { last: Promise.resolve(), length: 0 };
    if (lane.length >= options.maxPerChat) return null;
    lane.length += 1;
    size += 1;
    lanes.set(key, lane);
    const running = lane.last.then(() => pool.add(task));
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
