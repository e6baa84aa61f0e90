/**
 * Texts in, their vectors out: those already known are looked up, the others embedded in batches of like length
 * and remembered as each batch is done, so that a kill costs one batch.
 */
import type { Embedder } from "../embed/embedder.ts";
import type { StoreUpdate } from "../store/store.ts";

/** Texts per call of the encoder, and the most that a kill can cost. */
export const batchTexts = 64;

export interface EmbedTextsInput {
  readonly embedder: Embedder;
  readonly update: StoreUpdate;
  readonly signal?: AbortSignal | undefined;
  readonly onEmbedded: (texts: number) => void;
}

/** Vectors of `texts`, by text. @throws {EmbedderError} @throws {IndexError} */
export async function embedTexts(
  { embedder, update, signal, onEmbedded }: EmbedTextsInput,
  texts: Iterable<string>,
): Promise<ReadonlyMap<string, Float32Array>> {
  const wanted = [...new Set(texts)];
  const vectors = new Map<string, Float32Array>();
  const known = await update.knownVectors(wanted);
  const missing = wanted.filter((text, i) => {
    const vector = known[i];
    if (vector) vectors.set(text, vector);
    return !vector;
  });
  missing.sort((a, b) => a.length - b.length);
  for (let first = 0; first < missing.length; first += batchTexts) {
    signal?.throwIfAborted();
    const batch = missing.slice(first, first + batchTexts);
    const embedded = await embedder.embedPassages(batch);
    await update.remember(batch, embedded); // some 3 ms after some 800: not worth running ahead
    batch.forEach((text, i) => setVector(vectors, text, embedded[i]));
    onEmbedded(batch.length);
  }
  return vectors;
}

function setVector(
  vectors: Map<string, Float32Array>,
  text: string,
  vector: Float32Array | undefined,
): void {
  if (!vector) throw new RangeError("The encoder returned fewer vectors than texts");
  vectors.set(text, vector);
}
