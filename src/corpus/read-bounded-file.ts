/*
 * The path of a file that may be anything in, its bytes out, or the reason why they were not read. Never
 * waits on a pipe, never follows a link put there after the listing, never holds more than the bound.
 */
import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { errorWord } from "../errors.ts";

export type FileBytes =
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | { readonly kind: "missing"; readonly reason: string }
  | { readonly kind: "refused"; readonly reason: string };

/** Reads the regular file at `filePath` if it holds 1 to `maxBytes` bytes. */
export function readBoundedFile(filePath: string, maxBytes: number): Promise<FileBytes> {
  return withRegularFile(filePath, (handle, size) => {
    const reason = `it has ${size} bytes, more than the ${maxBytes} allowed`;
    return size > maxBytes ? { kind: "refused", reason } : readStart(handle, size);
  });
}

/** Reads the beginning of the regular file at `filePath`, at most `maxBytes`, if it holds a byte. */
export function readFileStart(filePath: string, maxBytes: number): Promise<FileBytes> {
  return withRegularFile(filePath, (handle, size) => readStart(handle, Math.min(size, maxBytes)));
}

async function withRegularFile(
  filePath: string,
  read: (handle: FileHandle, size: number) => FileBytes | Promise<FileBytes>,
): Promise<FileBytes> {
  let handle: FileHandle;
  try {
    // Without O_NONBLOCK, opening a pipe that nobody writes to waits for ever.
    handle = await open(filePath, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    const code = errorWord(error);
    return code === "ENOENT"
      ? { kind: "missing", reason: "it is not there any more" }
      : { kind: "refused", reason: `it cannot be opened (${code})` };
  }
  try {
    const stats = await handle.stat();
    if (!stats.isFile()) return { kind: "refused", reason: "it is not a regular file" };
    if (stats.size === 0) return { kind: "refused", reason: "it is empty" };
    return await read(handle, stats.size);
  } catch (error) {
    return { kind: "refused", reason: `it cannot be read (${errorWord(error)})` };
  } finally {
    await handle.close();
  }
}

async function readStart(handle: FileHandle, length: number): Promise<FileBytes> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await handle.read(buffer, 0, length, 0);
  return { kind: "bytes", bytes: buffer.subarray(0, bytesRead) };
}
