/**
 * Writes the graph of a build, going on from the published one while that is mostly alive and not outgrown, and
 * proves it: the written file is opened again and its recall measured before it may be published.
 */
import { open } from "node:fs/promises";
import { join } from "node:path";
import { IndexError } from "../errors.ts";
import { axisCount, findAxes, graphDimensions, type Axes } from "./axes.ts";
import { buildFiles, type OpenBuild } from "./build-files.ts";
import { buildGraphAside } from "./build-graph-aside.ts";
import type { CarriedOver } from "./carried-over.ts";
import { graphParameters, openGraph, type Graph } from "./graph.ts";
import type { GraphFacts } from "./manifest.ts";
import type { VectorSums } from "./moments.ts";
import type { PassageLayout } from "./passage-columns.ts";
import { createPassageSearch, goneRow } from "./passage-search.ts";
import { measureRecall } from "./recall.ts";

/** Above this share of passages that are gone the graph is built afresh. */
const largestDeadShare = 0.2;
/** A graph that has grown by this factor is built afresh, with dimensions and axes for its size. */
const largestGrowth = 2;
/** Candidates per search: the first of these that reaches `wantedRecall` is kept. */
const efs = [128, 192, 256, 384, 512, 768] as const;
const wantedRecall = 0.985;
/** Multiplications spent on proving a graph: 5 s at most for one that took minutes, 0.1 s for an addition. */
const recallBudget = { fresh: 4e9, grown: 1e8 } as const;
/** Below this the graph is not published. */
const leastRecall = 0.95;

export interface GraphInput {
  readonly folder: string;
  readonly published: OpenBuild | null;
  readonly carried: CarriedOver;
  /** Layout of the build being written; its vectors are already in `folder`. */
  readonly layout: PassageLayout;
  readonly passageSums: VectorSums;
}

export interface WrittenGraph {
  readonly facts: GraphFacts;
  /** Row of each label, `goneRow` for a passage that is gone. */
  readonly rows: Uint32Array;
  readonly axes: Axes;
}

interface Base {
  readonly rows: Uint32Array;
  readonly axes: Axes;
  readonly builtFor: number;
  /** An addition never lowers what a longer measurement has found to be needed. */
  readonly leastEf: number;
}

/** @throws {IndexError} reason `unwritable` when the graph cannot be written whole or finds too little. */
export async function writeGraph(input: GraphInput): Promise<WrittenGraph> {
  const base = reusableBase(input);
  if (base) {
    const grown = await writeAndMeasure(input, base);
    if (grown.facts.recallAt10 >= leastRecall) return grown;
  }
  const { passages } = input.layout;
  const { dimensions } = input.passageSums;
  const axes = await findAxes(input.passageSums, graphDimensions(passages, dimensions));
  const fresh = await writeAndMeasure(input, {
    rows: new Uint32Array(),
    axes,
    builtFor: passages,
    leastEf: 0,
  });
  if (fresh.facts.recallAt10 >= leastRecall) return fresh;
  throw refused(input.folder, `finds ${fresh.facts.recallAt10} of the nearest passages`);
}

/** The published graph with today's row of each label, or null when it is better built afresh. */
function reusableBase({ published, carried, layout }: GraphInput): Base | null {
  const facts = published?.published.manifest.graph;
  if (!published || !facts || layout.passages > largestGrowth * facts.builtFor) return null;
  const rows = published.graphRows.map((row) => {
    const today = row === goneRow ? -1 : (carried.newRows[row] ?? -1);
    return today === -1 ? goneRow : today;
  });
  if (countGone(rows) > largestDeadShare * rows.length) return null;
  return { rows, axes: published.graphAxes, builtFor: facts.builtFor, leastEf: facts.ef };
}

function countGone(rows: Uint32Array): number {
  return rows.reduce((count, row) => count + (row === goneRow ? 1 : 0), 0);
}

async function writeAndMeasure(input: GraphInput, base: Base): Promise<WrittenGraph> {
  const { folder, layout, published } = input;
  const { axes } = base;
  const known = base.rows.length;
  const firstNew = known === 0 ? 0 : input.carried.passageLengths.length;
  const rows = new Uint32Array(known + layout.passages - firstNew);
  rows.set(base.rows);
  for (let row = firstNew; row < layout.passages; row++) rows[known + row - firstNew] = row;
  const output = join(folder, buildFiles.graph);
  const vectorsPath = join(folder, buildFiles.vectors);
  await buildGraphAside({
    base: published && known > 0 ? { path: published.graphPath, labels: known } : null,
    dead: newlyDead(published, base.rows),
    vectorsPath,
    added: rows.slice(known).map((row) => layout.records(row).start),
    axes,
    output,
  });
  const graph = await openAgain(output, axisCount(axes), rows.length);
  const vectors = await open(vectorsPath, "r");
  try {
    const search = createPassageSearch({ graph, rows, axes, vectors, layout });
    const { dimensions } = axes;
    const budget = known > 0 ? recallBudget.grown : recallBudget.fresh;
    const recall = await measureRecall({
      search,
      layout,
      vectors,
      dimensions,
      efs: efs.filter((ef) => ef >= base.leastEf),
      wantedRecall,
      budget,
    });
    return { facts: factsOf(base, rows, recall), rows, axes };
  } finally {
    await vectors.close();
  }
}

function factsOf(
  { axes, builtFor }: Base,
  rows: Uint32Array,
  recall: { readonly share: number; readonly queries: number; readonly ef: number },
): GraphFacts {
  return {
    m: graphParameters.m,
    efConstruction: graphParameters.efConstruction,
    dimensions: axisCount(axes),
    builtFor,
    ef: recall.ef,
    labels: rows.length,
    deadLabels: countGone(rows),
    recallAt10: Number(recall.share.toFixed(4)),
    recallQueries: recall.queries,
  };
}

async function openAgain(path: string, dimensions: number, labels: number): Promise<Graph> {
  try {
    return await openGraph(path, dimensions, labels);
  } catch (cause) {
    throw refused(path, "could not be read back", cause);
  }
}

function refused(path: string, found: string, cause?: unknown): IndexError {
  return new IndexError(
    path,
    "unwritable",
    `The new graph ${found} and is not published; the old index still serves. Check the free space`,
    { cause },
  );
}

function newlyDead(published: OpenBuild | null, rows: Uint32Array): Uint32Array {
  const dead: number[] = [];
  rows.forEach((row, label) => {
    if (row === goneRow && published?.graphRows[label] !== goneRow) dead.push(label);
  });
  return Uint32Array.from(dead);
}
