/*
 * The path of a file that may be anything in, its bytes out, or the reason why they were not read. Never
 * waits on a pipe, never follows a link put there after the listing, never holds more than the bound.
 */
import { constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";

export type FileBytes =
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | { readonly kind: "missing"; readonly reason: string }
  | { readonly kind: "refused"; readonly reason: string };

/** Reads the regular file at `filePath` if it holds 1 to `maxBytes` bytes. */
export async function readBoundedFile(filePath: string, maxBytes: number): Promise<FileBytes> {
  let handle: FileHandle;
  try {
    // Without O_NONBLOCK, opening a pipe that nobody writes to waits for ever.
    handle = await open(filePath, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    const code = codeOf(error);
    return code === "ENOENT"
      ? { kind: "missing", reason: "it is not there any more" }
      : { kind: "refused", reason: `it cannot be opened (${code})` };
  }
  try {
    return await readHandle(handle, maxBytes);
  } catch (error) {
    return { kind: "refused", reason: `it cannot be read (${codeOf(error)})` };
  } finally {
    await handle.close();
  }
}

async function readHandle(handle: FileHandle, maxBytes: number): Promise<FileBytes> {
  const stats = await handle.stat();
  if (!stats.isFile()) return { kind: "refused", reason: "it is not a regular file" };
  if (stats.size > maxBytes) {
    const reason = `it has ${stats.size} bytes, more than the ${maxBytes} allowed`;
    return { kind: "refused", reason };
  }
  if (stats.size === 0) return { kind: "refused", reason: "it is empty" };
  const buffer = Buffer.alloc(stats.size);
  const { bytesRead } = await handle.read(buffer, 0, stats.size, 0);
  return { kind: "bytes", bytes: buffer.subarray(0, bytesRead) };
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
