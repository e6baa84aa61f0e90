/** The vectors that need not be computed again: those an update remembered, and those of the passages in the database. */
import {
  checkVector,
  decodeRecord,
  dequantizeVector,
  encodeRecord,
  quantizeVector,
} from "../quantized-vector.ts";
import type { StoreUpdate } from "../store.ts";
import { textKey } from "../text-key.ts";
import type { Database, RunQuery } from "./database.ts";

export interface RememberedVectors {
  readonly find: StoreUpdate["knownVectors"];
  readonly remember: StoreUpdate["remember"];
}

export function createRememberedVectors(
  database: Database,
  options: { readonly embedderFingerprint: string; readonly dimensions: number },
): RememberedVectors {
  const { embedderFingerprint, dimensions } = options;
  const { query, schema } = database;
  const keyOf = (text: string): string =>
    Buffer.from(textKey(embedderFingerprint, text)).toString("hex");
  return {
    async find(texts) {
      const keys = texts.map(keyOf);
      const records = await readRecords(query, schema, keys, dimensions);
      return keys.map((key) => records.get(key) ?? null);
    },
    async remember(texts, vectors) {
      for (const vector of vectors) checkVector(vector, dimensions);
      await query(
        `insert into ${schema}.remembered_vectors (key, record)
         select * from unnest($1::bytea[], $2::bytea[]) on conflict do nothing`,
        [
          texts.map((text) => textKey(embedderFingerprint, text)),
          vectors.map((vector) => encodeRecord(quantizeVector(vector))),
        ],
      );
    },
  };
}

async function readRecords(
  query: RunQuery,
  schema: string,
  keys: readonly string[],
  dimensions: number,
): Promise<ReadonlyMap<string, Float32Array>> {
  const wanted = keys.map((key) => Buffer.from(key, "hex"));
  const found = new Map<string, Float32Array>();
  const add = (key: string, records: Buffer, index: number): void => {
    found.set(key, dequantizeVector(decodeRecord(records, index, dimensions)));
  };
  const remembered = await query<{ key: Buffer; record: Buffer }>(
    `select key, record from ${schema}.remembered_vectors where key = any($1::bytea[])`,
    [wanted],
  );
  for (const { key, record } of remembered) add(key.toString("hex"), record, 0);
  const passages = await query<{ keys: string[]; records: Buffer }>(
    `select array(select encode(key, 'hex') from unnest(keys) as key) as keys, records
     from ${schema}.passages where keys && $1::bytea[] and dimensions = $2`,
    [wanted, dimensions],
  );
  const missing = new Set(keys);
  for (const passage of passages)
    passage.keys.forEach((key, i) => {
      if (missing.has(key)) add(key, passage.records, i);
    });
  return found;
}
