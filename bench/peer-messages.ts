/** What the comparison and the process of a peer say to each other, one answer to each request. */
import type { BenchPassage } from "./peer.ts";

export type PeerRequest =
  | { readonly kind: "index"; readonly passages: readonly BenchPassage[] }
  | { readonly kind: "ask"; readonly question: string }
  | { readonly kind: "memory" }
  | { readonly kind: "close" };

export interface PeerReplies {
  readonly index: { readonly encodedTexts: number; readonly seconds: number };
  readonly ask: {
    readonly ranking: readonly string[];
    /** Encoding the question alone, just before; null: without an encoder. */
    readonly encodeMs: number | null;
    readonly rankMs: number;
  };
  /** Bytes; the largest since the start as well. */
  readonly memory: { readonly residentBytes: number; readonly peakBytes: number };
  readonly close: null;
}

export type PeerReply<Kind extends PeerRequest["kind"]> = PeerReplies[Kind];

/** Sent once, when the peer has loaded; then one for each request. */
export type PeerAnswer =
  | { readonly kind: "ready" }
  | { readonly kind: "reply"; readonly reply: PeerReplies[PeerRequest["kind"]] };
