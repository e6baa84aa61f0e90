// Orders the work of the one encoder: a question goes ahead of every waiting passage, so that
// readers are answered while the corpus is being embedded.

export type Priority = "question" | "passage";

/** First in, first out within a priority; questions first. */
export class RequestQueue<Request> {
  readonly #waiting: Record<Priority, Request[]> = { question: [], passage: [] };

  add(priority: Priority, request: Request): void {
    this.#waiting[priority].push(request);
  }

  next(): Request | undefined {
    return this.#waiting.question.shift() ?? this.#waiting.passage.shift();
  }

  /** How many of a priority wait. */
  waiting(priority: Priority): number {
    return this.#waiting[priority].length;
  }

  /** Empties the queue and hands out what was waiting. */
  drain(): Request[] {
    const { question, passage } = this.#waiting;
    return [...question.splice(0), ...passage.splice(0)];
  }
}
