/** Runs all peers over one sample: indexing one after the other, then question by question in turn. */
import { judgeRanking, meanFigures, type RetrievalFigures } from "../src/eval/retrieval-metrics.ts";
import { depth, type PeerName } from "./peer.ts";
import type { PeerProcess } from "./peer-process.ts";
import type { Sample } from "./read-sample.ts";

export interface PeerFigures {
  readonly peer: PeerName;
  readonly mrr10: number;
  readonly recall5: number;
  readonly encodedTexts: number;
  readonly passagesPerSecond: number;
  /** Median of encoding a question and nothing else, milliseconds; null: without an encoder. */
  readonly encodeP50: number | null;
  /** Milliseconds from a question to its ranking, encoding included. */
  readonly questionP50: number;
  readonly questionP95: number;
  /** Bytes after all questions. */
  readonly residentBytes: number;
  readonly peakBytes: number;
}

interface Asked {
  readonly figures: RetrievalFigures[];
  readonly encodeMs: number[];
  readonly questionMs: number[];
}

/** Questions asked before any is timed, so that everybody's code is compiled. */
const rehearsed = 20;

export async function measurePeers(
  peers: readonly PeerProcess[],
  { passages, questions }: Sample,
): Promise<readonly PeerFigures[]> {
  const indexed = new Map<PeerProcess, { encodedTexts: number; seconds: number }>();
  for (const peer of peers) indexed.set(peer, await peer.request({ kind: "index", passages }));
  const asked = await askInTurn(peers, questions);
  const figures: PeerFigures[] = [];
  for (const peer of peers) {
    const { encodedTexts, seconds } = indexed.get(peer) ?? { encodedTexts: 0, seconds: 0 };
    const own = asked.get(peer) ?? { figures: [], encodeMs: [], questionMs: [] };
    const { mrr10, recall5 } = meanFigures(own.figures);
    figures.push({
      peer: peer.name,
      mrr10,
      recall5,
      encodedTexts,
      passagesPerSecond: passages.length / seconds,
      encodeP50: own.encodeMs.length === 0 ? null : percentile(own.encodeMs, 50),
      questionP50: percentile(own.questionMs, 50),
      questionP95: percentile(own.questionMs, 95),
      ...(await peer.request({ kind: "memory" })),
    });
  }
  return figures;
}

/** The peer that comes first changes from question to question, so that a drifting machine favours nobody. */
async function askInTurn(
  peers: readonly PeerProcess[],
  questions: Sample["questions"],
): Promise<ReadonlyMap<PeerProcess, Asked>> {
  const asked = new Map(
    peers.map((peer): [PeerProcess, Asked] => [
      peer,
      { figures: [], encodeMs: [], questionMs: [] },
    ]),
  );
  for (const { text: question } of questions.slice(0, rehearsed)) {
    for (const peer of peers) await peer.request({ kind: "ask", question });
  }
  for (const [number, { text: question, grades }] of questions.entries()) {
    const first = number % peers.length;
    for (const peer of [...peers.slice(first), ...peers.slice(0, first)]) {
      const { ranking, encodeMs, rankMs } = await peer.request({ kind: "ask", question });
      const own = asked.get(peer);
      own?.figures.push(judgeRanking([...new Set(ranking)].slice(0, depth), grades));
      own?.questionMs.push(rankMs);
      if (encodeMs !== null) own?.encodeMs.push(encodeMs);
    }
  }
  return asked;
}

function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(((sorted.length - 1) * percent) / 100)] ?? Number.NaN;
}
