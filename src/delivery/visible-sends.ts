/**
 * Counts what people may have seen of the answer to one update, so that an answer begun is never
 * begun again. The count belongs to the update's own chain of calls.
 */
import { AsyncLocalStorage } from "node:async_hooks";

interface Count {
  /** Messages that arrived, and those of which nobody knows. */
  visible: number;
}

const counts = new AsyncLocalStorage<Count>();

export interface Counted<Result> {
  readonly result: Result;
  readonly visible: number;
}

/** Runs a task and tells how many visible messages it sent, or may have sent. The task must not throw. */
export async function countVisibleSends<Result>(
  task: () => Promise<Result>,
): Promise<Counted<Result>> {
  const count: Count = { visible: 0 };
  const result = await counts.run(count, task);
  return { result, visible: count.visible };
}

/** To be called for each visible message that arrived, or may have. */
export function noteVisibleSend(): void {
  const count = counts.getStore();
  if (count !== undefined) count.visible += 1;
}
