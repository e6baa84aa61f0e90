/**
 * Writes the graph of a build, going on from the published one while that is mostly alive and not outgrown, and
 * proves it: the written file is opened again and its recall measured before it may be published.
 */
import { open, type FileHandle } from "node:fs/promises";
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
import { createReadSimilarities } from "./read-similarities.ts";
import { createPassageSearch, goneRow, type PassageSearch } from "./passage-search.ts";
import { findThemselves, measureRecall } from "./recall.ts";

/** Above this share of passages that are gone the graph is built afresh. */
const largestDeadShare = 0.2;
/** A graph that has grown by this factor is built afresh, with dimensions and axes for its size. */
const largestGrowth = 2;
/** Candidates per search: the first of these that reaches `wantedRecall` is kept. */
const efs = [
  128, 192, 256, 320, 384, 448, 512, 640, 768, 1024, 1280, 1536, 2048, 3072, 4096,
] as const;
const wantedRecall = 0.995;
/** Multiplications spent on proving a graph: seconds, for one that took minutes. */
const recallBudget = { fresh: 4e9, grown: 1e9 } as const;
/** A graph that changed by less since its recall was measured keeps that figure: it is enough that what is new is found. */
const smallGrowth = 1.05;
/** New passages that are looked for in a graph of small growth. */
const newSamples = 50;
/** A grown graph that finds less is built afresh; a fresh one that finds less is broken, and not published. */
const leastRecall = { grown: 0.95, fresh: 0.8 } as const;
/** By how much two samples of questions may differ over one and the same graph. */
const sampleError = 0.02;

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
  /** The published graph's facts: an addition never lowers the ef that a longer measurement has found to be needed. */
  readonly facts: GraphFacts | null;
}

/** @throws {IndexError} reason `unwritable` when the graph cannot be written whole or finds too little. */
export async function writeGraph(input: GraphInput): Promise<WrittenGraph> {
  const base = reusableBase(input);
  if (base) {
    const grown = await writeAndMeasure(input, base);
    const before = (base.facts?.recallAt10 ?? 1) - sampleError;
    if (grown.facts.recallAt10 >= Math.min(leastRecall.grown, before)) return grown;
  }
  const { passages } = input.layout;
  const { dimensions } = input.passageSums;
  const axes = await findAxes(input.passageSums, graphDimensions(passages, dimensions));
  const fresh = await writeAndMeasure(input, {
    rows: new Uint32Array(),
    axes,
    builtFor: passages,
    facts: null,
  });
  if (fresh.facts.recallAt10 >= leastRecall.fresh) return fresh;
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
  return { rows, axes: published.graphAxes, builtFor: facts.builtFor, facts };
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
    const records = layout.passages + layout.sentences;
    const similarities = createReadSimilarities(vectors, axes.dimensions, records);
    const search = createPassageSearch({ graph, rows, axes, similarities, layout });
    const proof = { search, layout, vectors, dimensions: axes.dimensions, rows };
    const recall = (await keepRecall(base, proof)) ?? (await proveRecall(base, proof));
    return { facts: factsOf(base, rows, recall), rows, axes };
  } finally {
    await vectors.close();
  }
}

interface Proof {
  readonly search: PassageSearch;
  readonly layout: PassageLayout;
  readonly vectors: FileHandle;
  readonly dimensions: number;
  readonly rows: Uint32Array;
}

type RecallFacts = Pick<GraphFacts, "ef" | "recallAt10" | "recallQueries" | "measuredFor">;

/** The published figure, where little was added and what was added is found; null where it must be measured again. */
async function keepRecall({ facts, builtFor }: Base, proof: Proof): Promise<RecallFacts | null> {
  if (!facts) return null;
  const { search, vectors, dimensions, rows, layout } = proof;
  const { ef, recallAt10, recallQueries, measuredFor = builtFor } = facts;
  if (rows.length + countGone(rows) > smallGrowth * measuredFor) return null;
  const added = rows.subarray(facts.labels);
  const sample = added.filter((_, i) => i % Math.ceil(added.length / newSamples) === 0);
  const records = [...sample].map((row) => layout.records(row).start);
  const found = await findThemselves(search, { vectors, dimensions, records, ef });
  return found >= leastRecall.grown * sample.length
    ? { ef, recallAt10, recallQueries, measuredFor }
    : null;
}

async function proveRecall({ facts }: Base, proof: Proof): Promise<RecallFacts> {
  const { share, queries, ef } = await measureRecall({
    ...proof,
    efs: efs.filter((one) => one >= (facts?.ef ?? 0)),
    wantedRecall,
    budget: facts ? recallBudget.grown : recallBudget.fresh,
  });
  const recallAt10 = Number(share.toFixed(4));
  return { ef, recallAt10, recallQueries: queries, measuredFor: proof.rows.length };
}

function factsOf({ axes, builtFor }: Base, rows: Uint32Array, recall: RecallFacts): GraphFacts {
  return {
    ...graphParameters(builtFor),
    dimensions: axisCount(axes),
    builtFor,
    labels: rows.length,
    deadLabels: countGone(rows),
    ...recall,
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
    `The new graph ${found}: it is not published. Check the free space`,
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
