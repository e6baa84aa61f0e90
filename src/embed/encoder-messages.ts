// What the embedder and its worker thread say to each other.

import type { EncoderOptions } from "./encoder.ts";

/** Given to the worker at its start. */
export type WorkerStart = EncoderOptions;

export interface EncoderRequest {
  readonly id: number;
  /** Counting comes before encoding many texts, which go together by their numbers of tokens. */
  readonly task: "count" | "encode";
  readonly prefix: string;
  /** None: the request only changes the number of threads. */
  readonly texts: readonly string[];
  readonly threads: number;
}

export type WorkerMessage =
  | { readonly kind: "ready"; readonly dimensions: number }
  | { readonly kind: "failed-to-load"; readonly reason: string }
  | { readonly kind: "counted"; readonly id: number; readonly tokens: readonly number[] }
  | { readonly kind: "encoded"; readonly id: number; readonly vectors: readonly Float32Array[] }
  | { readonly kind: "failed"; readonly id: number; readonly reason: string };
