/**
 * The vectors of all passages and sentences, one record each (see quantized-vector.ts), a passage's own first and
 * then those of its sentences: the vectors that `compare` needs for a passage are one read. They stay on the disk;
 * the page cache of the system holds what is asked for.
 */
import type { FileHandle } from "node:fs/promises";
import type { Span } from "../clean/article.ts";
import { readFully } from "./checked-file.ts";
import { decodeRecord, recordBytes, type QuantizedVector } from "./quantized-vector.ts";

/** @param records numbers of the first record and of the one after the last */
export async function readVectors(
  file: FileHandle,
  dimensions: number,
  records: Span,
): Promise<readonly QuantizedVector[]> {
  const bytes = new Uint8Array((records.end - records.start) * recordBytes(dimensions));
  await readFully(file, bytes, records.start * recordBytes(dimensions));
  return decodeRecords(bytes, dimensions);
}

function decodeRecords(bytes: Uint8Array, dimensions: number): readonly QuantizedVector[] {
  const count = bytes.length / recordBytes(dimensions);
  return Array.from({ length: count }, (_, i) => decodeRecord(bytes, i, dimensions));
}
