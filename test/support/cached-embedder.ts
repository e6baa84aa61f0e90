import { createHash } from "node:crypto";
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import type { Embedder } from "../../src/embed/embedder.ts";

/**
 * An encoder that remembers every vector in a file, so that measurements can be repeated in seconds.
 * A record is the SHA-1 of fingerprint, prefix and text, then the vector as float32.
 */
const keyBytes = 20;

function keyOf(fingerprint: string, kind: string, text: string): Buffer {
  return createHash("sha1").update(`${fingerprint}\0${kind}\0${text}`).digest();
}

function readVectors(file: string, dimensions: number): Map<string, Float32Array> {
  const vectors = new Map<string, Float32Array>();
  if (!existsSync(file)) return vectors;
  const bytes = readFileSync(file);
  const recordBytes = keyBytes + dimensions * 4;
  for (let at = 0; at + recordBytes <= bytes.length; at += recordBytes) {
    const vector = new Float32Array(dimensions);
    Buffer.from(vector.buffer).set(bytes.subarray(at + keyBytes, at + recordBytes));
    vectors.set(bytes.toString("hex", at, at + keyBytes), vector);
  }
  return vectors;
}

export function cachedEmbedder(embedder: Embedder, file: string): Embedder {
  const { fingerprint, dimensions } = embedder;
  const vectors = readVectors(file, dimensions);
  const remember = (key: Buffer, vector: Float32Array) => {
    vectors.set(key.toString("hex"), vector);
    appendFileSync(file, Buffer.concat([key, Buffer.from(Float32Array.from(vector).buffer)]));
    return vector;
  };
  return {
    fingerprint,
    dimensions,
    async embedQuestion(question) {
      const key = keyOf(fingerprint, "question", question);
      return (
        vectors.get(key.toString("hex")) ?? remember(key, await embedder.embedQuestion(question))
      );
    },
    async embedPassages(texts) {
      const keys = texts.map((text) => keyOf(fingerprint, "passage", text));
      const unknown = texts.filter((_, i) => !vectors.has(keys[i]!.toString("hex")));
      const computed = unknown.length === 0 ? [] : await embedder.embedPassages(unknown);
      unknown.forEach((text, i) => remember(keyOf(fingerprint, "passage", text), computed[i]!));
      return keys.map((key) => vectors.get(key.toString("hex"))!);
    },
    close: () => embedder.close(),
  };
}
