/**
 * Tells when files under some paths have changed, once they are quiet: a folder that is being copied into is
 * reported once, at its end. What changed is not told; the ingest finds that out by content.
 */
import { stat } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { type FSWatcher, watch } from "chokidar";
import { errorCode } from "../errors.ts";

export interface WatchOptions {
  /** Called again after further changes, never while a call is still running. Its errors go to `onError`. */
  readonly onChange: () => Promise<unknown>;
  readonly onError: (error: unknown) => void;
  /** Quiet time before a change is reported. @default 1000 */
  readonly settleMs?: number;
  /** Time between two looks whether a path was replaced by another of its name. @default 3000 */
  readonly lookMs?: number;
  /** Ends the watching. */
  readonly signal: AbortSignal;
}

/** Returns when the watching has begun: later changes are not missed. */
export async function watchCorpus(paths: readonly string[], options: WatchOptions): Promise<void> {
  const { onError, settleMs = 1_000, signal } = options;
  if (signal.aborted) return;
  const report = createReporter(options);
  let timer: NodeJS.Timeout | undefined;
  const onEvent = (): void => {
    clearTimeout(timer);
    if (!signal.aborted) timer = setTimeout(report, settleMs);
  };
  const before = await identities(paths);
  let watcher = await watchFiles(paths, onEvent, options);
  const watchAnew = async (): Promise<void> => {
    await watcher.close();
    watcher = await watchFiles(paths, onEvent, options);
    onEvent();
  };
  const following = followReplaced(paths, before, watchAnew, options);
  void following
    .then(async () => {
      clearTimeout(timer);
      await watcher.close();
    })
    .catch(onError);
}

/** Returns when the watching has begun, or need not begin any more. */
async function watchFiles(
  paths: readonly string[],
  onEvent: () => void,
  { onError, signal }: WatchOptions,
): Promise<FSWatcher> {
  const watcher = watch([...paths], { ignoreInitial: true, followSymlinks: false });
  watcher.on("all", onEvent).on("error", onError);
  const isReady = new Promise<void>((resolve) => watcher.once("ready", resolve));
  const isAborted = new Promise<void>((resolve) => {
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
  await Promise.race([isReady, isAborted]);
  return watcher;
}

/**
 * A watcher holds on to the folder that it found: one moved away and another put in its place, or made anew, goes
 * unseen. So the folders themselves are looked at now and then, until the signal.
 */
async function followReplaced(
  paths: readonly string[],
  before: string,
  onReplaced: () => Promise<void>,
  { onError, lookMs = 3_000, signal }: WatchOptions,
): Promise<void> {
  let known = before;
  while (await hasRested(lookMs, signal)) {
    const found = await identities(paths);
    if (found === known) continue;
    known = found;
    await onReplaced().catch(onError);
  }
}

/** False when the signal ends the rest. */
async function hasRested(ms: number, signal: AbortSignal): Promise<boolean> {
  return await sleep(ms, true, { signal, ref: false }).catch(() => false);
}

/** Changes when another file or folder has the name of one; the number alone is given out again. */
async function identities(paths: readonly string[]): Promise<string> {
  const found = paths.map((path) =>
    stat(path).then(
      ({ dev, ino, birthtimeMs }) => `${dev} ${ino} ${birthtimeMs}`,
      (error: unknown) => `${errorCode(error)}`,
    ),
  );
  return (await Promise.all(found)).join("\n");
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
