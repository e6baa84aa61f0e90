/** The vectors that need not be computed again: those of the journal and those of a build. */
import { readFully } from "./checked-file.ts";
import {
  checkVector,
  dequantizeVector,
  quantizeVector,
  type QuantizedVector,
} from "./quantized-vector.ts";
import { readOnce, readOnceFor } from "./read-once.ts";
import type { StoreUpdate } from "./store.ts";
import { createKeyTable, keyBytes, textKey, type KeyTable } from "./text-key.ts";
import { readVectors } from "./vector-file.ts";
import type { VectorSource } from "./vector-source.ts";
import { openVectorJournal, type VectorJournal } from "./vector-journal.ts";

export interface KnownVectors {
  readonly find: StoreUpdate["knownVectors"];
  readonly remember: StoreUpdate["remember"];
  /** Removes the journal, once its vectors are published. */
  forget(): Promise<void>;
  close(): Promise<void>;
}

export interface KnownVectorsOptions {
  readonly indexDir: string;
  readonly embedderFingerprint: string;
  readonly dimensions: number;
}

/** The journal is opened when it is first needed: an update that changes nothing writes nothing. */
export function createKnownVectors(
  options: KnownVectorsOptions,
  published: VectorSource | null,
): KnownVectors {
  const { embedderFingerprint, dimensions, indexDir } = options;
  let opened: VectorJournal | null = null;
  const openJournal = readOnce(
    async () => (opened = await openVectorJournal(indexDir, dimensions)),
  );
  const keysOf = readOnceFor(readKeys);
  let isOpen = true;
  const findPublished = async (key: Uint8Array): Promise<QuantizedVector | null> => {
    if (!published) return null;
    const record = (await keysOf(published)).get(key);
    if (record === -1) return null;
    const whole = new Uint8Array(keyBytes);
    await readFully(published.vectorKeys, whole, record * keyBytes);
    if (!Buffer.from(whole).equals(key)) return null;
    const [vector] = await readVectors(published.vectors, dimensions, {
      start: record,
      end: record + 1,
    });
    return vector ?? null;
  };
  return {
    find: async (texts) => {
      const journal = await openJournal();
      return Promise.all(
        texts.map(async (text) => {
          const key = textKey(embedderFingerprint, text);
          const vector = (await journal.find(key)) ?? (await findPublished(key));
          return vector && dequantizeVector(vector);
        }),
      );
    },
    async remember(texts, vectors) {
      const records = texts.flatMap((text, i) => {
        const vector = vectors[i];
        if (!vector) return [];
        checkVector(vector, dimensions);
        return [{ key: textKey(embedderFingerprint, text), vector: quantizeVector(vector) }];
      });
      if (records.length > 0) await (await openJournal()).append(records);
    },
    async forget() {
      isOpen = false;
      await (await openJournal()).remove();
    },
    async close() {
      if (!isOpen) return;
      isOpen = false;
      await opened?.close();
    },
  };
}

async function readKeys({ vectorKeys, records: count }: VectorSource): Promise<KeyTable> {
  const table = createKeyTable();
  const perRead = 1 << 16;
  for (let first = 0; first < count; first += perRead) {
    const block = new Uint8Array(Math.min(perRead, count - first) * keyBytes);
    await readFully(vectorKeys, block, first * keyBytes);
    for (let at = 0; at < block.length; at += keyBytes)
      table.set(block.subarray(at, at + keyBytes), first + at / keyBytes);
  }
  return table;
}
