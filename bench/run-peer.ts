/** The process of one peer, which holds nothing else, so that time and memory are its own: `run-peer.ts NAME`. */
import { setTimeout as sleep } from "node:timers/promises";
import type { OpenPeer, Peer, PeerName } from "./peer.ts";
import type { PeerAnswer, PeerReplies, PeerRequest } from "./peer-messages.ts";

/** Loaded by name: no peer's packages are in another's process. */
const openers: Readonly<Record<PeerName, () => Promise<OpenPeer>>> = {
  sourcier: async () => (await import("./peers/sourcier.ts")).openSourcier,
  langchain: async () => (await import("./peers/langchain.ts")).openLangChain,
  orama: async () => (await import("./peers/orama.ts")).openOrama,
  minisearch: async () => (await import("./peers/minisearch.ts")).openMiniSearch,
};

async function timed<T>(
  work: () => Promise<T>,
): Promise<{ readonly result: T; readonly ms: number }> {
  const started = performance.now();
  const result = await work();
  return { result, ms: performance.now() - started };
}

async function measureQuestion(peer: Peer, question: string): Promise<PeerReplies["ask"]> {
  const { encode } = peer;
  const encodeMs = encode === null ? null : (await timed(() => encode(question))).ms;
  const { result: ranking, ms: rankMs } = await timed(() => peer.rank(question));
  return { ranking, encodeMs, rankMs };
}

async function measureMemory(): Promise<PeerReplies["memory"]> {
  globalThis.gc?.();
  await sleep(1_000); // Freed pages go back to the system a moment later.
  return {
    residentBytes: process.memoryUsage.rss(),
    peakBytes: process.resourceUsage().maxRSS * 1024,
  };
}

async function reply(peer: Peer, request: PeerRequest): Promise<PeerReplies[PeerRequest["kind"]]> {
  switch (request.kind) {
    case "index": {
      const { result: encodedTexts, ms } = await timed(() => peer.index(request.passages));
      return { encodedTexts, seconds: ms / 1_000 };
    }
    case "ask":
      return await measureQuestion(peer, request.question);
    case "memory":
      return await measureMemory();
    case "close":
      await peer.close();
      return null;
  }
}

const send = (answer: PeerAnswer) => process.send?.(answer);
const openPeer = await openers[process.argv[2] as PeerName]();
const peer = await openPeer();
process.on("message", (request: PeerRequest) => {
  void reply(peer, request).then((result) => {
    send({ kind: "reply", reply: result });
    if (request.kind === "close") process.disconnect();
  });
});
send({ kind: "ready" });
