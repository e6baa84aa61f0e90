/**
 * Files whose length and SHA-256 are known beforehand: written once, flushed, and read only after the whole
 * file was compared with what its manifest says. Native code never sees a byte that was not checked here.
 */
import { createHash } from "node:crypto";
import { readSync } from "node:fs";
import { open, rename, type FileHandle } from "node:fs/promises";
import { dirname, join } from "node:path";
import { IndexError, messageOf } from "../errors.ts";

export interface FileFacts {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

const chunkBytes = 1 << 20;

export interface FileWriter {
  /** Appends bytes; they are copied, so the caller may reuse its buffer. */
  write(bytes: Uint8Array): Promise<void>;
  /** Flushes everything to the disk and tells what was written. */
  finish(): Promise<FileFacts>;
  /** Closes without caring for the content. */
  abandon(): Promise<void>;
}

/** Creates a file for appending; hashes while it writes. */
export async function createFileWriter(folder: string, name: string): Promise<FileWriter> {
  const file = await open(join(folder, name), "wx");
  const hash = createHash("sha256");
  const buffer = Buffer.allocUnsafe(chunkBytes);
  let used = 0;
  let written = 0;
  const flush = async (bytes: Uint8Array): Promise<void> => {
    hash.update(bytes);
    await writeFully(file, bytes);
    written += bytes.byteLength;
  };
  return {
    async write(bytes) {
      if (used + bytes.byteLength > chunkBytes) {
        await flush(buffer.subarray(0, used));
        used = 0;
      }
      if (bytes.byteLength > chunkBytes) return flush(bytes);
      buffer.set(bytes, used);
      used += bytes.byteLength;
    },
    async finish() {
      try {
        await flush(buffer.subarray(0, used));
        await file.sync();
      } finally {
        await file.close();
      }
      return { name, bytes: written, sha256: hash.digest("hex") };
    },
    abandon: () => file.close(),
  };
}

async function writeFully(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let done = 0; done < bytes.byteLength;) {
    const { bytesWritten } = await file.write(bytes, done, bytes.byteLength - done);
    done += bytesWritten;
  }
}

/** Replaces a small file so that a reader finds the old or the new content, whatever happens meanwhile. */
export async function replaceFile(path: string, content: string): Promise<void> {
  const temporary = `${path}.new`;
  const file = await open(temporary, "w");
  try {
    await writeFully(file, Buffer.from(content));
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
  await syncFolder(dirname(path));
}

/** Makes renames and new names within a folder survive a power loss. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The facts of a file that something else wrote (the graph library does): flushes and hashes it. */
export async function measureFile(folder: string, name: string): Promise<FileFacts> {
  const file = await open(join(folder, name), "r+");
  try {
    await file.sync();
    const { bytes, sha256 } = await hashFile(file);
    return { name, bytes, sha256 };
  } finally {
    await file.close();
  }
}

async function hashFile(file: FileHandle): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash("sha256");
  const buffer = Buffer.allocUnsafe(chunkBytes);
  let position = 0;
  for (;;) {
    const { bytesRead } = await file.read(buffer, 0, chunkBytes, position);
    if (bytesRead === 0) return { bytes: position, sha256: hash.digest("hex") };
    hash.update(buffer.subarray(0, bytesRead));
    position += bytesRead;
  }
}

/**
 * Opens a file for reading at chosen places, after comparing all of it with its facts.
 * @throws {IndexError} reason `damaged` when it is missing, shorter, longer or different.
 */
export async function openChecked(folder: string, facts: FileFacts): Promise<FileHandle> {
  const path = join(folder, facts.name);
  const file = await openForReading(path);
  try {
    const found = await hashFile(file);
    assertSame(path, facts, found);
    return file;
  } catch (error) {
    await file.close();
    throw asDamage(path, error);
  }
}

/** Reads a whole file into memory and compares it with its facts. @throws {IndexError} reason `damaged`. */
export async function readChecked(folder: string, facts: FileFacts): Promise<ArrayBuffer> {
  const path = join(folder, facts.name);
  const file = await openForReading(path);
  try {
    const { size } = await file.stat();
    assertSame(path, facts, { bytes: size, sha256: facts.sha256 });
    const content = new ArrayBuffer(size);
    await readFully(file, new Uint8Array(content), 0);
    const sha256 = createHash("sha256").update(new Uint8Array(content)).digest("hex");
    assertSame(path, facts, { bytes: size, sha256 });
    return content;
  } catch (error) {
    throw asDamage(path, error);
  } finally {
    await file.close();
  }
}

/** Fills `target` from a place in a file. @throws {RangeError} when the file ends before. */
export async function readFully(
  file: FileHandle,
  target: Uint8Array,
  position: number,
): Promise<void> {
  for (let done = 0; done < target.byteLength;) {
    const { bytesRead } = await file.read(target, done, target.byteLength - done, position + done);
    if (bytesRead === 0) throw new RangeError(`the file ends at byte ${position + done}`);
    done += bytesRead;
  }
}

/**
 * Fills `target` from a place in a file before it returns. For the few bytes that a question needs: they come from
 * the page cache in microseconds, where a trip through the thread pool takes fifty times as long.
 * @throws {RangeError} when the file ends before.
 */
export function readNow(file: FileHandle, target: Uint8Array, position: number): void {
  for (let done = 0; done < target.byteLength;) {
    const bytesRead = readSync(file.fd, target, done, target.byteLength - done, position + done);
    if (bytesRead === 0) throw new RangeError(`the file ends at byte ${position + done}`);
    done += bytesRead;
  }
}

async function openForReading(path: string): Promise<FileHandle> {
  try {
    return await open(path, "r");
  } catch (error) {
    throw asDamage(path, error);
  }
}

function assertSame(
  path: string,
  wanted: FileFacts,
  found: { bytes: number; sha256: string },
): void {
  if (found.bytes !== wanted.bytes)
    throw damage(path, `${wanted.bytes} bytes were written, ${found.bytes} are there`);
  if (found.sha256 !== wanted.sha256)
    throw damage(path, "its SHA-256 is not the one in the manifest");
}

function asDamage(path: string, error: unknown): unknown {
  if (error instanceof IndexError) return error;
  const found = messageOf(error);
  return damage(path, `it cannot be read (${found})`, { cause: error });
}

function damage(path: string, found: string, options?: ErrorOptions): IndexError {
  return new IndexError(
    path,
    "damaged",
    `The index is damaged: ${path}: ${found}. Run "npm run sourcier -- ingest" to build it again`,
    options,
  );
}
