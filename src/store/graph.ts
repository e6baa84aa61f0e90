/**
 * The HNSW graph (Malkov and Yashunin, 2016) over passage vectors: the only file that knows hnswlib-node.
 * The library trusts whatever it is given, so everything is checked before: files by their hash, vectors by
 * `checkVector`, k by the number of labels; an object is loaded once and never loaded again; `ef` is set for
 * every search. Its labels are not rows, so that an update adds to a graph without renumbering it.
 */
import { open } from "node:fs/promises";
import { setImmediate as nextTurn } from "node:timers/promises";
import hnswlib from "hnswlib-node";
import { IndexError } from "../errors.ts";
import { axisCount, project, type Axes } from "./axes.ts";
import { dequantizeVector } from "./quantized-vector.ts";
import { readVectors } from "./vector-file.ts";

/**
 * M 16 and efConstruction 200 are the library's defaults. M 24 finds at 100,000 passages what M 16 finds in the same
 * time with a larger `ef`, and needs more memory. More than 250,000 are built with 128, which took three quarters
 * of the time at 15,000.
 */
export function graphParameters(passages: number): { m: number; efConstruction: number } {
  return { m: 16, efConstruction: passages <= 250_000 ? 200 : 128 };
}

export interface GraphHit {
  readonly label: number;
  readonly similarity: number;
}

export interface Graph {
  /** The k nearest labels, best first, looking at `ef` candidates. Synchronous: 0.3 ms among 10,000. */
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

/** Plain data, so that it can be handed to another thread. */
export interface GraphBuild {
  /** A published graph to go on from, or null to start afresh. */
  readonly base: { readonly path: string; readonly labels: number } | null;
  /** Labels of the base whose passages went with this update. */
  readonly dead: Uint32Array;
  readonly vectorsPath: string;
  /** Records of vectors.bin to add; they get the labels after those of the base. */
  readonly added: Uint32Array;
  readonly axes: Axes;
  readonly output: string;
}

/** Longest stretch of insertions before timers, requests and the encoder's answers get their turn. */
const sliceMs = 8;

/** Writes a graph file. The library reports success on a full disk, so the caller must open what was written. */
export async function buildGraph(build: GraphBuild): Promise<void> {
  const { base, added, axes } = build;
  const { m, efConstruction } = graphParameters(added.length);
  const graph = new hnswlib.HierarchicalNSW("ip", axisCount(axes));
  if (base) {
    await readGraph(graph, base.path, base.labels);
    graph.resizeIndex(base.labels + added.length);
  } else {
    graph.initIndex(added.length, m, efConstruction);
  }
  for (const label of build.dead) graph.markDelete(label);
  let label = base?.labels ?? 0;
  let sliceStart = performance.now();
  for await (const vector of readPassageVectors(build)) {
    graph.addPoint(Array.from(project(vector, axes)), label++);
    if (performance.now() - sliceStart < sliceMs) continue;
    await nextTurn();
    sliceStart = performance.now();
  }
  await graph.writeIndex(build.output);
}

async function* readPassageVectors({
  vectorsPath,
  added,
  axes,
}: GraphBuild): AsyncGenerator<Float32Array> {
  const file = await open(vectorsPath, "r");
  try {
    for (const start of added) {
      const [own] = await readVectors(file, axes.dimensions, { start, end: start + 1 });
      if (own) yield dequantizeVector(own);
    }
  } finally {
    await file.close();
  }
}
