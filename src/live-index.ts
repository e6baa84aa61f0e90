// The index that answers now, and its replacement when the corpus has changed: opened as it is where
// it can be used, brought up to date beside that, swapped when the new one is published.

import { setTimeout as sleep } from "node:timers/promises";
import type { Readiness } from "./bot/bot-dependencies.ts";
import type { ProgressState } from "./commands/progress.ts";
import type { FetchOptions } from "./corpus/network/page-fetcher.ts";
import type { Embedder } from "./embed/embedder.ts";
import { IndexError } from "./errors.ts";
import type { IngestProgress, IngestReport } from "./ingest/ingest.ts";
import { followPublications } from "./store/follow-publications.ts";
import type { IndexPlace } from "./store/index-place.ts";
import type { Logger } from "./logger.ts";
import { createStoreHolder, type StoreHolder } from "./store/store-holder.ts";
import type { Store } from "./store/store.ts";

export interface LiveIndexOptions {
  readonly place: IndexPlace;
  /** Where the index's corpus is remembered. */
  readonly indexDir: string;
  readonly embedder: Promise<Embedder>;
  readonly logger: Logger;
  /** How the pages of a corpus of addresses are fetched. */
  readonly network: FetchOptions;
  readonly onProgress: (state: ProgressState) => void;
}

export interface LiveIndex {
  /** Opens what is there. An index that cannot be used is no failure: it will be built anew. */
  open(): Promise<void>;
  /** Brings the index up to date with the articles under `paths` and answers from it from then on. */
  update(paths: readonly string[]): Promise<IngestReport>;
  /** From now on notices what other processes publish. */
  follow(): void;
  readonly readiness: () => Readiness;
  /** @throws {IndexError} before the first index is there. */
  readonly current: () => Store;
  /** Runs `work` on the index, or gives `otherwise` while there is none. */
  withStore<T>(work: (store: Store) => Promise<T>, otherwise: T): Promise<T>;
  close(): Promise<void>;
}

/** Waiting time before a database that is away is asked again. */
const RETRY_MS = 3_000;

export function createLiveIndex(options: LiveIndexOptions): LiveIndex {
  const { place, embedder, logger } = options;
  const stopping = new AbortController();
  let holder: StoreHolder | null = null;
  let readiness: Readiness = { state: "building", done: 0, total: 0, etaMs: null };

  let opened: string | null = null;
  let following: { stop(): Promise<void> } | null = null;

  const openPublished = async () => {
    const { fingerprint } = await embedder;
    const published = await place.published();
    const store = await place.open(fingerprint);
    opened = published;
    if (holder === null) holder = createStoreHolder(store);
    else holder.swap(store);
    readiness = { state: "ready" };
  };
  const onProgress = ({ done, total, etaMs }: IngestProgress) => {
    if (readiness.state === "building")
      readiness = { state: "building", done, total: total ?? 0, etaMs };
    options.onProgress({ label: "Indexing", done, total, etaMs });
  };
  return {
    open: () => openWhenReachable(openPublished, { place, logger, signal: stopping.signal }),
    update: async (paths) => {
      const { signal } = stopping;
      const { indexDir, network } = options;
      const { updateIndex } = await import("./update-index.ts");
      const facts = { place, indexDir, embedder: await embedder, network, onProgress, signal };
      const report = await updateIndex(paths, facts);
      if (isChange(report) || holder === null) await openPublished();
      return report;
    },
    readiness: () => readiness,
    current: () => {
      if (holder === null)
        throw new IndexError(place.name, "missing", "The index is not ready yet");
      return holder.current();
    },
    withStore: async (work, otherwise) => (holder === null ? otherwise : await holder.use(work)),
    follow: () => {
      following ??= followPublications(place, {
        current: () => opened,
        reopen: openPublished,
        onFailure: (error) => {
          const isBeingBuilt = holder === null && isMissing(error);
          if (!isBeingBuilt) logger.warn({ err: error }, "cannot see what is published");
        },
      });
    },
    close: async () => {
      stopping.abort();
      await following?.stop();
      await holder?.close();
    },
  };
}

interface Opening {
  readonly place: IndexPlace;
  readonly logger: Logger;
  readonly signal: AbortSignal;
}

/** An index that is missing or cannot be used will be built; a database that is away is waited for. */
async function openWhenReachable(
  open: () => Promise<void>,
  { place, logger, signal }: Opening,
): Promise<void> {
  for (;;) {
    try {
      await open();
      return;
    } catch (error) {
      if (!(error instanceof IndexError)) throw error;
      const facts = { index: place.name, found: error.message };
      if (error.reason !== "unreachable") {
        if (error.reason === "missing") logger.info(facts, "no index yet: building it");
        else logger.warn(facts, "the index cannot be used: building it anew");
        return;
      }
      logger.warn(facts, "the index cannot be reached: trying again");
      await sleep(RETRY_MS, undefined, { signal });
    }
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof IndexError && error.reason === "missing";
}

function isChange({ added, changed, removed }: IngestReport): boolean {
  return added.length + changed.length + removed.length > 0;
}
