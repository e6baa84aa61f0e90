/**
 * An encoder for tests that need vectors but no meaning: unit vectors from the hashes of a text's words, so that
 * texts with common words are near each other, on every machine and in every run.
 */
import { createHash } from "node:crypto";
import type { Embedder } from "../../src/embed/embedder.ts";

export interface FakeEmbedder extends Embedder {
  /** Every text handed to embedPassages, in order. */
  readonly embedded: readonly string[];
}

export function createFakeEmbedder(dimensions = 32, fingerprint = "fake-1"): FakeEmbedder {
  const embedded: string[] = [];
  return {
    fingerprint,
    dimensions,
    embedded,
    embedQuestion: (question) => Promise.resolve(fakeVector(question, dimensions)),
    embedPassages(texts) {
      embedded.push(...texts);
      return Promise.resolve(texts.map((text) => fakeVector(text, dimensions)));
    },
    close: () => Promise.resolve(),
  };
}

/** Sum of one random direction per word, plus one that all texts share, as real encoders have it. */
export function fakeVector(text: string, dimensions = 32): Float32Array {
  const vector = new Float32Array(dimensions).fill(1);
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) {
    const bytes = createHash("shake256", { outputLength: dimensions }).update(word).digest();
    bytes.forEach((byte, i) => (vector[i] = (vector[i] ?? 0) + (byte - 127.5) / 127.5));
  }
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}
