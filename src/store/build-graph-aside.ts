/**
 * Builds a graph without holding up questions: a small one in slices on this thread, a big one in a thread of its
 * own, whose end also gives its memory back at once.
 */
import { once } from "node:events";
import { startTypeScriptWorker } from "../embed/typescript-worker.ts";
import { buildGraph, type GraphBuild } from "./graph.ts";

/** Insertions that take about as long as starting a thread. */
const smallBuild = 1_000;

export async function buildGraphAside(build: GraphBuild): Promise<void> {
  if (build.added.length <= smallBuild) return buildGraph(build);
  const thread = startTypeScriptWorker(new URL("./graph-worker.ts", import.meta.url), build);
  try {
    await once(thread, "message"); // rejects with the thread's error
  } finally {
    await thread.terminate();
  }
}
