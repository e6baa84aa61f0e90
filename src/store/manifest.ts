/**
 * What a build says of itself: the facts of every file of it, and everything that must fit before it is used.
 * The build's folder is named after the SHA-256 of its manifest, and `CURRENT` holds that name, so that one
 * short file vouches for every byte of the index.
 */
import { createHash } from "node:crypto";
import type { FileFacts } from "./checked-file.ts";

/** Raised whenever the layout changes; an index of another version is built again. */
export const formatVersion = 1;

export interface GraphFacts {
  readonly m: number;
  readonly efConstruction: number;
  /** Of the graph's vectors: fewer than the encoder's in a big index. */
  readonly dimensions: number;
  /** Passages when the graph was last built afresh. */
  readonly builtFor: number;
  /** Candidates looked at per search; the library forgets it at every load. */
  readonly ef: number;
  readonly labels: number;
  /** Labels of passages that are gone and only serve as stepping stones. */
  readonly deadLabels: number;
  /** Share of the exact ten nearest passages found, over `recallQueries` sentences of the index. */
  readonly recallAt10: number;
  readonly recallQueries: number;
  /** Labels when that was measured; absent: `builtFor`. */
  readonly measuredFor?: number;
}

export interface Manifest {
  readonly format: "sourcier-index";
  readonly formatVersion: number;
  readonly createdAt: string;
  readonly writtenBy: { readonly node: string; readonly endianness: string };
  readonly embedderFingerprint: string;
  readonly dimensions: number;
  readonly metric: "cosine";
  readonly articles: number;
  readonly passages: number;
  readonly sentences: number;
  readonly encounters: number;
  readonly terms: number;
  readonly bm25: { readonly k1: number; readonly b: number };
  /** Null when there is no passage: an empty graph cannot be loaded. */
  readonly graph: GraphFacts | null;
  readonly files: readonly FileFacts[];
}

export const manifestName = "manifest.json";

/** Name of the folder of a build with this manifest text. */
export function buildName(manifestText: Uint8Array): string {
  return createHash("sha256").update(manifestText).digest("hex").slice(0, 32);
}
