/** What is compared: anything that is given passages and ranks them for a question. */

export interface BenchPassage {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

export interface Peer {
  /** Makes the passages searchable. @returns how many texts were encoded for it */
  index(passages: readonly BenchPassage[]): Promise<number>;
  /** Ids of passages, the best first; at least ten where there are as many, an id may come twice. */
  rank(question: string): Promise<readonly string[]>;
  /** Encodes a question and does nothing with it; null: without an encoder. */
  readonly encode: ((question: string) => Promise<unknown>) | null;
  close(): Promise<void>;
}

/** Everything is loaded when it resolves, the encoder included. */
export type OpenPeer = () => Promise<Peer>;

/** How far rankings are looked at. */
export const depth = 10;

export const peerNames = ["sourcier", "langchain", "orama", "minisearch"] as const;
export type PeerName = (typeof peerNames)[number];
