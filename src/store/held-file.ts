import type { FileHandle } from "node:fs/promises";
import type { Span } from "../clean/article.ts";
import { readNow } from "./checked-file.ts";

/** Files up to this size are held in memory: the vectors of 4,000 passages of news, the postings of 100,000. */
export const mostHeldBytes = 16 << 20;

/** The bytes of a span of a file; not to be changed. */
export type ReadBytes = (span: Span) => Uint8Array;

/** Reads a file that was checked: a small one from memory, a big one from the page cache. */
export function createReadBytes(file: FileHandle, size: number): ReadBytes {
  const read = ({ start, end }: Span) => {
    const bytes = new Uint8Array(end - start);
    readNow(file, bytes, start);
    return bytes;
  };
  if (size > mostHeldBytes) return read;
  const held = read({ start: 0, end: size });
  return ({ start, end }) => held.subarray(start, end);
}
