/** Reloads an index again and again, every second time a damaged one, while questions are asked without a pause. */
import { open } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { buildFiles } from "../../src/store/build-files.ts";
import { beginFilesUpdate } from "../../src/store/files-update.ts";
import { buildsFolder, findPublishedBuild } from "../../src/store/index-folder.ts";
import { openFilesStore } from "../../src/store/open-files-store.ts";
import { createStoreHolder } from "../../src/store/store-holder.ts";
import type { Store } from "../../src/store/store.ts";
import { advance, observe, stateOptions } from "./index-states.ts";
import { createRandom } from "./random.ts";

export interface ReloadCounts {
  readonly reloads: number;
  readonly swapped: number;
  readonly refused: number;
  readonly answers: number;
  readonly failedAnswers: number;
  /** Answers that are those of no published state. */
  readonly wrongAnswers: number;
  readonly errors: readonly string[];
}

export async function reloadUnderSearch(
  indexDir: string,
  reloads: number,
  seed: number,
): Promise<ReloadCounts> {
  const random = createRandom(seed);
  const known = new Set<string>();
  await publishNext(indexDir);
  const holder = createStoreHolder(await openKnown(indexDir, known), { graceMs: 50 });
  const counts = { swapped: 0, refused: 0, answers: 0, failedAnswers: 0, wrongAnswers: 0 };
  const errors: string[] = [];
  let isRunning = true;
  const ask = async (): Promise<void> => {
    while (isRunning) {
      // Reads from the page cache settle without a turn of the event loop, which the reloads need.
      await setImmediate();
      await holder.use(observe).then(
        (seen) => {
          counts.answers++;
          if (!known.has(seen)) counts.wrongAnswers++;
        },
        (error: unknown) => {
          counts.failedAnswers++;
          errors.push(String(error));
        },
      );
    }
  };
  const asking = [ask(), ask()];
  for (let i = 0; i < reloads; i++) {
    const isDamaged = i % 2 === 1;
    await publishNext(indexDir);
    if (isDamaged) await damage(indexDir, random());
    try {
      holder.swap(await openKnown(indexDir, known));
      counts.swapped++;
    } catch (error) {
      if (isDamaged && String(error).includes("damaged")) counts.refused++;
      else errors.push(String(error));
    }
  }
  isRunning = false;
  await Promise.all(asking);
  await holder.close();
  return { reloads, ...counts, errors };
}

/** After a damaged build this starts from nothing again. */
async function publishNext(indexDir: string): Promise<void> {
  const update = await beginFilesUpdate(indexDir, stateOptions);
  await advance(update);
  await update.publish();
}

async function openKnown(indexDir: string, known: Set<string>): Promise<Store> {
  const store = await openFilesStore(indexDir, stateOptions);
  known.add(await observe(store));
  return store;
}

/** Overwrites some bytes of a file that native code would read. */
async function damage(indexDir: string, share: number): Promise<void> {
  const { name } = await findPublishedBuild(indexDir);
  const names = [buildFiles.graph, buildFiles.vectors, buildFiles.postings, buildFiles.articles];
  const path = join(buildsFolder(indexDir), name, names[Math.floor(share * names.length)] ?? "");
  const file = await open(path, "r+");
  const { size } = await file.stat();
  const at = Math.floor(share * size * 0.9);
  const garbage = Buffer.alloc(Math.min(64, size - at), 0xa5);
  await file.write(garbage, 0, garbage.length, at);
  await file.close();
}
