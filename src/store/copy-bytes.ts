/** Bytes from columns and files to the file being written, in pieces: memory does not grow with what is copied. */
import type { FileHandle } from "node:fs/promises";
import type { Span } from "../clean/article.ts";
import { readFully, type FileWriter } from "./checked-file.ts";

/** The column as it lies in memory; a view, not a copy. */
export function bytesOf(column: Uint32Array | Float32Array | Float64Array): Uint8Array {
  return new Uint8Array(column.buffer, column.byteOffset, column.byteLength);
}

export function joinColumns(first: Uint32Array, second: Uint32Array): Uint32Array {
  const joined = new Uint32Array(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
}

export async function copyWhole(file: FileHandle, output: FileWriter): Promise<void> {
  await copyRanges(file, [{ start: 0, end: (await file.stat()).size }], output);
}

const pieceBytes = 1 << 20;

/** @param ranges of bytes, in the order in which they are to be written */
export async function copyRanges(
  file: FileHandle,
  ranges: readonly Span[],
  output: FileWriter,
): Promise<void> {
  const piece = new Uint8Array(pieceBytes);
  for (const { start, end } of ranges)
    for (let at = start; at < end; at += pieceBytes) {
      const part = piece.subarray(0, Math.min(pieceBytes, end - at));
      await readFully(file, part, at);
      await output.write(part);
    }
}
