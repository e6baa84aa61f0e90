/** Turns text into vectors of unit length, so that a dot product is a cosine. */
export interface Embedder {
  /** Names everything that decides the vectors: model, weights' hash, prefixes, pooling. Vectors of two fingerprints never mix. */
  readonly fingerprint: string;
  /** Numbers per vector. */
  readonly dimensions: number;
  /** One question. @throws {EmbedderError} when the encoder cannot run. */
  embedQuestion(question: string): Promise<Float32Array>;
  /** Passages or sentences, one vector each, in order. Long texts are never cut. @throws {EmbedderError} */
  embedPassages(texts: readonly string[]): Promise<readonly Float32Array[]>;
  close(): Promise<void>;
}
