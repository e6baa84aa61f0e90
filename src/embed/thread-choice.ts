// How many threads the encoder works with: nearly all cores for a question, all of them while many
// passages wait. Changing the number costs about 100 ms, so it goes back only when passages have ceased.

import type { Priority } from "./request-queue.ts";

/** Batches waiting that are worth more threads. */
const manyBatches = 4;
/** The twenty tokens of a question do not fill more. */
const mostForQuestions = 4;

/** So long after the last passage, questions have a core beside them again. */
export const bulkEndsAfterMs = 2_000;

export interface ThreadChoice {
  readonly now: number;
  readonly isBulk: boolean;
  /** Threads for a request that so many batches of passages wait behind. */
  choose(priority: Priority, waitingBatches: number): number;
  /** No passage came for a while. */
  endBulk(): void;
}

/**
 * A question leaves a core to the rest of the program, which reads it meanwhile: on two cores its encoding takes a
 * sixth longer, its answer no longer, and both together two thirds of the processor's time. Passages in batches are
 * encoded 1.7 times as fast on two cores as on one.
 */
export function createThreadChoice(cores: number): ThreadChoice {
  const forQuestions = Math.max(1, Math.min(mostForQuestions, cores - 1));
  let now = forQuestions;
  return {
    get now() {
      return now;
    },
    get isBulk() {
      return now !== forQuestions;
    },
    choose(priority, waitingBatches) {
      if (priority === "passage" && waitingBatches >= manyBatches) now = cores;
      return now;
    },
    endBulk() {
      now = forQuestions;
    },
  };
}
