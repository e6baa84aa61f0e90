/**
 * The HNSW graph (Malkov and Yashunin, 2016) over passage vectors: the only file that knows hnswlib-node.
 * The library trusts whatever it is given, so everything is checked before: files by their hash, vectors by
 * `checkVector`, k by the number of labels; an object is loaded once and never loaded again; `ef` is set after
 * every load. Its labels are not rows: `rows[label]` says which passage a label is today, or that it is gone,
 * so that an update adds to the graph without renumbering it.
 */
import { stat } from "node:fs/promises";
import { setImmediate as nextTurn } from "node:timers/promises";
import hnswlib from "hnswlib-node";
import { IndexError } from "../errors.ts";

/** M 16 and efConstruction 200 are the library's defaults; more of either did not raise recall@10 measurably. */
export const graphParameters = { m: 16, efConstruction: 200, firstEf: 96, largestEf: 768 } as const;

/** `rows[label]` of a passage that is gone. */
export const goneRow = 0xffffffff;

export interface GraphHit {
  readonly label: number;
  readonly similarity: number;
}

export interface Graph {
  /** The k nearest labels, best first. The search is synchronous: 0.3 ms at 10,000 passages. */
  nearest(vector: Float32Array, k: number, ef: number): readonly GraphHit[];
}

/** Opens a graph file whose hash was checked. @throws {IndexError} when it is not what the manifest says. */
export async function openGraph(path: string, dimensions: number, labels: number): Promise<Graph> {
  const graph = new hnswlib.HierarchicalNSW("ip", dimensions);
  await readGraph(graph, path, labels);
  return {
    nearest(vector, k, ef) {
      const wanted = Math.min(k, labels);
      if (wanted < 1) return [];
      graph.setEf(Math.max(ef, wanted));
      const { neighbors, distances } = graph.searchKnn(Array.from(vector), wanted);
      return neighbors.map((label, i) => ({ label, similarity: 1 - (distances[i] ?? 1) }));
    },
  };
}

async function readGraph(
  graph: hnswlib.HierarchicalNSW,
  path: string,
  labels: number,
): Promise<void> {
  await graph.readIndex(path);
  if (graph.getCurrentCount() !== labels)
    throw new IndexError(
      path,
      "damaged",
      `The graph ${path} holds ${graph.getCurrentCount()} vectors instead of ${labels}. Build the index again`,
    );
}

export interface GraphBuild {
  readonly dimensions: number;
  /** A published graph to go on from, or null to start afresh. */
  readonly base: { readonly path: string; readonly labels: number } | null;
  /** Labels of the base whose passages are gone. */
  readonly dead: Iterable<number>;
  /** Vectors to add; they get the labels after those of the base. */
  readonly added: AsyncIterable<Float32Array>;
  readonly addedCount: number;
  readonly output: string;
}

/** Longest stretch of insertions before timers, requests and the encoder's answers get their turn. */
const sliceMs = 10;

/** Writes a graph file. The library reports success on a full disk, so the caller must open what was written. */
export async function buildGraph(build: GraphBuild): Promise<void> {
  const { m, efConstruction } = graphParameters;
  const graph = new hnswlib.HierarchicalNSW("ip", build.dimensions);
  const labels = build.base?.labels ?? 0;
  if (build.base) {
    await readGraph(graph, build.base.path, labels);
    graph.resizeIndex(labels + build.addedCount);
  } else {
    graph.initIndex(build.addedCount, m, efConstruction);
  }
  for (const label of build.dead) graph.markDelete(label);
  let label = labels;
  let sliceStart = performance.now();
  for await (const vector of build.added) {
    graph.addPoint(Array.from(vector), label++);
    if (performance.now() - sliceStart < sliceMs) continue;
    await nextTurn();
    sliceStart = performance.now();
  }
  await graph.writeIndex(build.output);
  await stat(build.output);
}
