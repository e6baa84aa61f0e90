/**
 * Tells when files under some paths have changed, once they are quiet: a folder that is being copied into is
 * reported once, at its end. What changed is not told; the ingest finds that out by content.
 */
import { watch } from "chokidar";

export interface WatchOptions {
  /** Called again after further changes, never while a call is still running. Its errors go to `onError`. */
  readonly onChange: () => Promise<unknown>;
  readonly onError: (error: unknown) => void;
  /** Quiet time before a change is reported. @default 1000 */
  readonly settleMs?: number;
  /** Ends the watching. */
  readonly signal: AbortSignal;
}

/** Returns when the watching has begun: later changes are not missed. */
export async function watchCorpus(paths: readonly string[], options: WatchOptions): Promise<void> {
  const { onError, settleMs = 1_000, signal } = options;
  if (signal.aborted) return;
  const report = createReporter(options);
  const watcher = watch([...paths], { ignoreInitial: true, followSymlinks: false });
  let timer: NodeJS.Timeout | undefined;
  watcher.on("all", () => {
    clearTimeout(timer);
    timer = setTimeout(report, settleMs);
  });
  watcher.on("error", onError);
  const isReady = new Promise<void>((resolve) => watcher.once("ready", resolve));
  const isAborted = new Promise<void>((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      watcher.close().then(resolve, onError);
    };
    signal.addEventListener("abort", end, { once: true });
  });
  await Promise.race([isReady, isAborted]);
}

/** One call at a time; what is asked for meanwhile is one more call afterwards. */
function createReporter({ onChange, onError, signal }: WatchOptions): () => void {
  let isRunning = false;
  let isWanted = false;
  const run = async (): Promise<void> => {
    isRunning = true;
    while (isWanted && !signal.aborted) {
      isWanted = false;
      await onChange().catch(onError);
    }
    isRunning = false;
  };
  return () => {
    isWanted = true;
    if (!isRunning) void run();
  };
}
