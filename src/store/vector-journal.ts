/**
 * Vectors that were computed and are not published yet, on the disk as soon as each batch is done: a killed
 * update embeds nothing twice but the batch it was at. Records have one length and carry a checksum, so that a
 * torn or damaged one is skipped and the others still count.
 */
import { createHash } from "node:crypto";
import { open, rm, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { readFully } from "./checked-file.ts";
import {
  decodeRecord,
  encodeRecord,
  recordBytes,
  type QuantizedVector,
} from "./quantized-vector.ts";
import { createKeyTable, keyBytes } from "./text-key.ts";

const checksumBytes = 8;

export interface VectorJournal {
  find(key: Uint8Array): Promise<QuantizedVector | null>;
  /** Returns when the records are on the disk. */
  append(
    records: readonly { readonly key: Uint8Array; readonly vector: QuantizedVector }[],
  ): Promise<void>;
  close(): Promise<void>;
  /** Closes and removes it: its vectors are published. */
  remove(): Promise<void>;
}

export async function openVectorJournal(
  indexDir: string,
  dimensions: number,
): Promise<VectorJournal> {
  const path = join(indexDir, `vectors-${dimensions}.journal`);
  const file = await open(path, "a+");
  const length = keyBytes + recordBytes(dimensions) + checksumBytes;
  const table = createKeyTable();
  let count = await readRecords(file, length, (key, number) => table.set(key, number));
  return {
    async find(key) {
      const number = table.get(key);
      if (number === -1) return null;
      const record = new Uint8Array(length);
      await readFully(file, record, number * length);
      if (!Buffer.from(key).equals(record.subarray(0, keyBytes)) || !isWhole(record)) return null;
      return decodeRecord(record.subarray(keyBytes), 0, dimensions);
    },
    async append(records) {
      const bytes = Buffer.concat(records.map(({ key, vector }) => seal(key, vector)));
      await file.appendFile(bytes);
      await file.datasync();
      for (const { key } of records) table.set(key, count++);
    },
    close: () => file.close(),
    async remove() {
      await file.close();
      await rm(path, { force: true });
    },
  };
}

/** Reads every whole record, cuts off a torn end, and returns the number of records. */
async function readRecords(
  file: FileHandle,
  length: number,
  visit: (key: Uint8Array, number: number) => void,
): Promise<number> {
  const { size } = await file.stat();
  const count = Math.floor(size / length);
  if (size > count * length) await file.truncate(count * length);
  const perRead = 1024;
  for (let first = 0; first < count; first += perRead) {
    const block = new Uint8Array(Math.min(perRead, count - first) * length);
    await readFully(file, block, first * length);
    for (let at = 0; at < block.length; at += length) {
      const record = block.subarray(at, at + length);
      if (isWhole(record)) visit(record.slice(0, keyBytes), first + at / length);
    }
  }
  return count;
}

function seal(key: Uint8Array, vector: QuantizedVector): Uint8Array {
  const content = Buffer.concat([key, encodeRecord(vector)]);
  return Buffer.concat([content, checksum(content)]);
}

function isWhole(record: Uint8Array): boolean {
  const content = record.subarray(0, record.length - checksumBytes);
  return checksum(content).equals(record.subarray(record.length - checksumBytes));
}

function checksum(content: Uint8Array): Buffer {
  return createHash("sha256").update(content).digest().subarray(0, checksumBytes);
}
