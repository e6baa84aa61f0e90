// Brings an index up to date with its corpus: reads the articles, ingests what changed, publishes. Loaded when it is
// needed: a start that finds its index can answer before any of this is read.

import { setTimeout as sleep } from "node:timers/promises";
import type { FetchOptions } from "./corpus/network/page-fetcher.ts";
import { countArticles, readCorpus } from "./corpus/read-corpus.ts";
import type { Embedder } from "./embed/embedder.ts";
import { IndexError } from "./errors.ts";
import { writeCorpusPaths } from "./ingest/corpus-paths.ts";
import { ingest, type IngestProgress, type IngestReport } from "./ingest/ingest.ts";
import type { IndexPlace } from "./store/index-place.ts";
import type { StoreUpdate } from "./store/store.ts";

export interface UpdateOptions {
  readonly place: IndexPlace;
  /** Where the index's corpus is remembered. */
  readonly indexDir: string;
  readonly embedder: Embedder;
  readonly network: FetchOptions;
  readonly onProgress: (progress: IngestProgress) => void;
  readonly signal: AbortSignal;
}

/** Waiting time before another process's update of the same index is looked at again. */
const LOCK_RETRY_MS = 500;

/**
 * Publishes an index of the articles under `paths`; what did not change is kept.
 * @throws {CorpusError} when a path is missing: the index then is not even locked.
 */
export async function updateIndex(
  paths: readonly string[],
  { place, indexDir, embedder, network, onProgress, signal }: UpdateOptions,
): Promise<IngestReport> {
  const items = readCorpus(paths, { network: { ...network, signal } });
  const total = await countArticles(paths);
  const known = total === null ? {} : { total };
  // From here to `ingest`, which gives the update up whatever fails, nothing may throw: the lock would stay.
  const update = await beginWhenUnlocked(place, embedder, signal);
  const report = await ingest({ items, embedder, update, signal, onProgress, ...known });
  await writeCorpusPaths(indexDir, paths);
  return report;
}

/** Another process may be bringing the same index up to date: its work is waited for. */
async function beginWhenUnlocked(
  place: IndexPlace,
  { fingerprint: embedderFingerprint, dimensions }: Embedder,
  signal: AbortSignal,
): Promise<StoreUpdate> {
  for (;;) {
    try {
      return await place.begin({ embedderFingerprint, dimensions });
    } catch (error) {
      if (!(error instanceof IndexError) || error.reason !== "locked") throw error;
      await sleep(LOCK_RETRY_MS, undefined, { signal });
    }
  }
}
