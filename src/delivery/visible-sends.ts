/**
 * Watches what people may have seen of the answer to one update, so that an answer begun is never begun
 * again: by this process, which counts, or by one that takes over from it, which is told. All of it belongs to
 * the update's own chain of calls.
 */
import { AsyncLocalStorage } from "node:async_hooks";

interface Answer {
  /** Messages that arrived, and those of which nobody knows. */
  visible: number;
  /** Messages that would be taken for seen if this process died now. */
  readonly assumedSeen: Set<object>;
  readonly tell: (isSeen: boolean) => void;
}

const answers = new AsyncLocalStorage<Answer>();

export interface Watched<Result> {
  readonly result: Result;
  readonly visible: number;
}

/**
 * Runs a task and tells how many visible messages it sent, or may have sent. The task must not throw.
 * @param assumeSeen told, one after the other, whenever the answer begins or ceases to be taken for seen
 */
export async function watchVisibleSends<Result>(
  task: () => Promise<Result>,
  assumeSeen: (isSeen: boolean) => Promise<void>,
): Promise<Watched<Result>> {
  let told = Promise.resolve();
  const tell = (isSeen: boolean) => {
    told = told.then(() => assumeSeen(isSeen));
  };
  const answer: Answer = { visible: 0, assumedSeen: new Set(), tell };
  const result = await answers.run(answer, task);
  await told;
  return { result, visible: answer.visible };
}

/** To be called for each visible message that arrived, or may have. */
export function noteVisibleSend(): void {
  const answer = answers.getStore();
  if (answer !== undefined) answer.visible += 1;
}

/** One visible message, from before it leaves. */
export interface VisibleSend {
  readonly assumeSeen: () => void;
  readonly assumeUnseen: () => void;
}

export function beginVisibleSend(): VisibleSend {
  const answer = answers.getStore();
  const send = {};
  const change = (apply: (assumedSeen: Set<object>) => void) => {
    if (answer === undefined) return;
    const wasSeen = answer.assumedSeen.size > 0;
    apply(answer.assumedSeen);
    const isSeen = answer.assumedSeen.size > 0;
    if (isSeen !== wasSeen) answer.tell(isSeen);
  };
  return {
    assumeSeen: () => change((assumedSeen) => assumedSeen.add(send)),
    assumeUnseen: () => change((assumedSeen) => assumedSeen.delete(send)),
  };
}
