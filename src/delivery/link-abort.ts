/**
 * An abort signal for one step of a long run: it aborts with the run's, or when the step ends.
 * `AbortSignal.any` would do, but on Node 20 each use leaves something behind on the long-lived signal.
 */
import type { Api } from "grammy";

/** What grammY's calls take: the interface of a package older than Node's own. */
export type GrammySignal = NonNullable<Parameters<Api["getMe"]>[0]>;

/** Node's signal has everything that grammY uses of one: `aborted` and the two listener methods. */
export function forGrammy(signal: AbortSignal): GrammySignal {
  return signal as unknown as GrammySignal;
}

export interface LinkedAbort {
  readonly signal: AbortSignal;
  /** Aborts whatever still waits, and leaves nothing behind. */
  end(): void;
}

export function linkAbort(run: AbortSignal): LinkedAbort {
  const controller = new AbortController();
  const end = () => {
    run.removeEventListener("abort", end);
    controller.abort();
  };
  if (run.aborted) end();
  else run.addEventListener("abort", end);
  return { signal: controller.signal, end };
}
