/**
 * Appends lines to one file after another, in order, as many at once as are waiting. A refused write
 * is reported and given up, never thrown: answering goes on without a record.
 */
import { open, type FileHandle } from "node:fs/promises";
import type { Logger } from "../logger.ts";

export interface JournalWriter {
  /** Closes the file in use and appends to this one from now on. */
  switchTo(path: string): Promise<void>;
  /** Resolves when the kernel has the line (a kill loses nothing); the disk has it a second later. */
  append(line: string): Promise<void>;
  close(): Promise<void>;
}

const syncEveryMs = 1_000;

export function createJournalWriter(logger: Logger): JournalWriter {
  let file: FileHandle | null = null;
  let waiting = "";
  let chain: Promise<void> = Promise.resolve();
  let nextWrite: Promise<void> | null = null;
  let syncTimer: NodeJS.Timeout | null = null;
  let lastLineIsWhole = true;

  async function tryTo(action: string, perform: () => Promise<unknown>): Promise<boolean> {
    try {
      await perform();
      return true;
    } catch (error) {
      logger.error({ err: error, action }, "cannot record handled updates: known in memory only");
      return false;
    }
  }

  async function writeWaiting(): Promise<void> {
    const lines = lastLineIsWhole ? waiting : `\n${waiting}`;
    waiting = "";
    nextWrite = null;
    const target = file;
    if (target === null) return;
    lastLineIsWhole = await tryTo("write", () => target.appendFile(lines));
    syncTimer ??= setTimeout(() => void sync(), syncEveryMs).unref();
  }

  async function sync(): Promise<void> {
    if (syncTimer !== null) clearTimeout(syncTimer);
    syncTimer = null;
    const target = file;
    if (target !== null) await tryTo("sync", () => target.datasync());
  }

  async function append(line: string): Promise<void> {
    waiting += line;
    if (nextWrite === null) {
      nextWrite = chain.then(writeWaiting);
      chain = nextWrite;
    }
    await nextWrite;
  }

  async function close(): Promise<void> {
    await chain;
    await sync();
    const target = file;
    file = null;
    if (target !== null) await tryTo("close", () => target.close());
  }

  async function switchTo(path: string): Promise<void> {
    await close();
    lastLineIsWhole = true;
    await tryTo("open", async () => {
      file = await open(path, "a", 0o600);
    });
  }

  return { switchTo, append, close };
}
