/**
 * One writer at a time. The lock is a folder that its holder keeps touching (proper-lockfile); beside it stands
 * who holds it, so that the lock of a process that was killed on this machine is taken over at once instead of
 * after its time has run out. Should two processes ever take over in the same instant, both build whole indexes
 * in folders of their own and the pointer names one of them: an update may be lost, never mixed.
 */
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import lockfile from "proper-lockfile";
import { IndexError } from "../errors.ts";
import { errorCode } from "./index-folder.ts";

/** A lock that was not touched for so long has lost its holder. */
const staleMs = 20_000;

export interface IndexLock {
  readonly release: () => Promise<void>;
}

/** @throws {IndexError} `locked` when another process updates this index, `unwritable` when the folder cannot be written. */
export async function lockIndex(indexDir: string): Promise<IndexLock> {
  const lockPath = join(indexDir, "update.lock");
  const ownerPath = join(indexDir, "update.owner");
  const acquire = (): Promise<() => Promise<void>> =>
    lockfile.lock(indexDir, {
      lockfilePath: lockPath,
      stale: staleMs,
      onCompromised: () => undefined,
    });
  let release: () => Promise<void>;
  try {
    release = await acquire().catch(async (error: unknown) => {
      if (errorCode(error) !== "ELOCKED" || !(await holderIsDead(ownerPath))) throw error;
      await takeAway(lockPath);
      return acquire();
    });
    await writeFile(ownerPath, JSON.stringify({ pid: process.pid, host: hostname() }));
  } catch (error) {
    throw asLockError(indexDir, error);
  }
  return {
    release: async () => {
      await rm(ownerPath, { force: true });
      await release().catch((error: unknown) => {
        if (errorCode(error) !== "ENOTACQUIRED" && errorCode(error) !== "ERELEASED") throw error;
      });
    },
  };
}

async function holderIsDead(ownerPath: string): Promise<boolean> {
  const owner = await readFile(ownerPath, "utf8").catch(() => "");
  const match = /^\{"pid":(\d+),"host":"([^"]*)"\}$/.exec(owner);
  if (match?.[2] !== hostname()) return false;
  try {
    process.kill(Number(match[1]), 0);
    return false;
  } catch (error) {
    return errorCode(error) === "ESRCH";
  }
}

/** Renames before removing: of two processes only one finds the folder. */
async function takeAway(lockPath: string): Promise<void> {
  const gone = `${lockPath}.${process.pid}`;
  await rename(lockPath, gone);
  await rm(gone, { recursive: true, force: true });
}

function asLockError(indexDir: string, cause: unknown): IndexError {
  if (errorCode(cause) === "ELOCKED")
    return new IndexError(
      indexDir,
      "locked",
      `Another process is updating the index in ${indexDir}. Wait until it has finished`,
      { cause },
    );
  return unwritable(indexDir, cause);
}

/** The error for an index folder that refuses writing. */
export function unwritable(indexDir: string, cause: unknown): IndexError {
  const found = cause instanceof Error ? cause.message : String(cause);
  return new IndexError(
    indexDir,
    "unwritable",
    `The index in ${indexDir} cannot be written: ${found}. Check the free space and the rights of the folder; the old index still serves`,
    { cause },
  );
}
