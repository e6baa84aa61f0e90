/**
 * One writer at a time. The lock is a folder that its holder keeps touching (proper-lockfile). So that the lock of a
 * process that was killed on this machine is taken over at once, and not when its time has run out, every process
 * first leaves a claim, an empty file whose name says who it is: a lock without a living claimant is nobody's.
 * Claims are left before they are looked at, so of two processes at least one sees the other: both never take over.
 */
import { randomBytes } from "node:crypto";
import { open, readdir, rename, rm } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import lockfile from "proper-lockfile";
import { errorCode, IndexError, messageOf } from "../errors.ts";

/** A lock that was not touched for so long has lost its holder, wherever that was. */
const staleMs = 20_000;

export interface IndexLock {
  readonly release: () => Promise<void>;
}

/** @throws {IndexError} `locked` when another process updates this index, `unwritable` when the folder cannot be written. */
export async function lockIndex(indexDir: string): Promise<IndexLock> {
  const lockPath = join(indexDir, "update.lock");
  const claim = claimName();
  try {
    await (await open(join(indexDir, claim), "wx")).close();
    const acquire = (): Promise<() => Promise<void>> =>
      lockfile.lock(indexDir, {
        lockfilePath: lockPath,
        stale: staleMs,
        onCompromised: () => undefined, // whoever took over publishes a whole index too
      });
    const unlock = await acquire().catch(async (error: unknown) => {
      if (errorCode(error) !== "ELOCKED" || (await hasLivingClaimant(indexDir, claim))) throw error;
      await takeAway(lockPath);
      return acquire();
    });
    await removeDeadClaims(indexDir);
    return { release: () => release(join(indexDir, claim), unlock) };
  } catch (error) {
    await rm(join(indexDir, claim), { force: true }).catch(() => undefined); // the first error is the one to tell
    throw asLockError(indexDir, error);
  }
}

async function release(claimPath: string, unlock: () => Promise<void>): Promise<void> {
  await unlock().catch((error: unknown) => {
    if (errorCode(error) !== "ENOTACQUIRED" && errorCode(error) !== "ERELEASED") throw error;
  });
  await rm(claimPath, { force: true });
}

const claimPattern = /^update-(\d+)-([0-9a-f]*)-[0-9a-f]{8}\.claim$/;

function claimName(): string {
  return `update-${process.pid}-${hostKey()}-${randomBytes(4).toString("hex")}.claim`;
}

/** The machine's name in letters that any file system takes. */
function hostKey(): string {
  return Buffer.from(hostname()).toString("hex").slice(0, 64);
}

/** Whether somebody else may hold the lock: a process that lives, or one on another machine. */
async function hasLivingClaimant(indexDir: string, own: string): Promise<boolean> {
  const names = await readdir(indexDir);
  return names.some((name) => name !== own && claimPattern.test(name) && !isDead(name));
}

async function removeDeadClaims(indexDir: string): Promise<void> {
  for (const name of await readdir(indexDir))
    if (claimPattern.test(name) && isDead(name)) await rm(join(indexDir, name), { force: true });
}

function isDead(claim: string): boolean {
  const [, pid, host] = claimPattern.exec(claim) ?? [];
  if (host !== hostKey()) return false;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return errorCode(error) === "ESRCH";
  }
}

/** Renames before removing: a folder that is half removed is no lock. */
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
  const found = messageOf(cause);
  return new IndexError(
    indexDir,
    "unwritable",
    `The index in ${indexDir} cannot be written: ${found}. Check the free space and the rights of the folder`,
    { cause },
  );
}
