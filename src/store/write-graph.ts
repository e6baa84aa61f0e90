/**
 * Writes the graph of a build, going on from the published one while that is mostly alive, and proves it: the
 * written file is opened again and its recall measured against an exact search before it may be published.
 */
import { open, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { IndexError } from "../errors.ts";
import { buildFiles, type OpenBuild } from "./build-files.ts";
import type { CarriedOver } from "./carried-over.ts";
import { buildGraph, goneRow, graphParameters, openGraph } from "./graph.ts";
import type { GraphFacts } from "./manifest.ts";
import type { PassageLayout } from "./passage-columns.ts";
import { dequantizeVector } from "./quantized-vector.ts";
import { measureRecall } from "./recall.ts";
import { readVectors } from "./vector-file.ts";

/** Above this share of passages that are gone the graph is built afresh. */
const largestDeadShare = 0.2;
/** `ef` is raised until this share of the true ten nearest is found. */
const wantedRecall = 0.985;
/** Below this the graph is not published. */
const leastRecall = 0.95;

export interface GraphInput {
  readonly folder: string;
  readonly dimensions: number;
  readonly published: OpenBuild | null;
  readonly carried: CarriedOver;
  /** Layout of the build being written; its vectors are already in `folder`. */
  readonly layout: PassageLayout;
}

export interface WrittenGraph {
  readonly facts: GraphFacts;
  readonly rows: Uint32Array;
}

/** @throws {IndexError} reason `unwritable` when the graph cannot be written whole or finds too little. */
export async function writeGraph(input: GraphInput): Promise<WrittenGraph> {
  const vectors = await open(join(input.folder, buildFiles.vectors), "r");
  try {
    const base = reusableRows(input);
    if (base) {
      const grown = await writeAndMeasure(input, vectors, base);
      if (grown.facts.recallAt10 >= leastRecall) return grown;
    }
    const fresh = await writeAndMeasure(input, vectors, new Uint32Array());
    if (fresh.facts.recallAt10 >= leastRecall) return fresh;
    throw refused(input.folder, `finds ${fresh.facts.recallAt10} of the nearest passages`);
  } finally {
    await vectors.close();
  }
}

/** Today's row of each label of the published graph, or null when too many are gone. */
function reusableRows({ published, carried }: GraphInput): Uint32Array | null {
  if (!published?.published.manifest.graph) return null;
  const rows = published.graphRows.map((row) => {
    const today = row === goneRow ? -1 : (carried.newRows[row] ?? -1);
    return today === -1 ? goneRow : today;
  });
  const dead = rows.reduce((count, row) => count + (row === goneRow ? 1 : 0), 0);
  return dead > largestDeadShare * rows.length ? null : rows;
}

async function writeAndMeasure(
  input: GraphInput,
  vectors: FileHandle,
  base: Uint32Array,
): Promise<WrittenGraph> {
  const { folder, layout, dimensions, published } = input;
  const firstNew = base.length === 0 ? 0 : input.carried.passageLengths.length;
  const added = layout.passages - firstNew;
  const rows = new Uint32Array(base.length + added);
  rows.set(base);
  for (let i = 0; i < added; i++) rows[base.length + i] = firstNew + i;
  const output = join(folder, buildFiles.graph);
  await buildGraph({
    dimensions,
    base: published && base.length > 0 ? { path: published.graphPath, labels: base.length } : null,
    dead: newlyDead(published, base),
    added: passageVectors(vectors, layout, { dimensions, firstNew }),
    addedCount: added,
    output,
  });
  const recall = await openAgain(output, dimensions, rows.length).then((graph) =>
    measureRecall({ graph, layout, vectors, dimensions, efs: efs(), wanted: wantedRecall }),
  );
  const { m, efConstruction } = graphParameters;
  const facts: GraphFacts = {
    m,
    efConstruction,
    ef: recall.ef,
    labels: rows.length,
    deadLabels: rows.reduce((count, row) => count + (row === goneRow ? 1 : 0), 0),
    recallAt10: Number(recall.share.toFixed(4)),
    recallQueries: recall.queries,
  };
  return { facts, rows };
}

async function openAgain(path: string, dimensions: number, labels: number) {
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

function efs(): readonly number[] {
  const { firstEf, largestEf } = graphParameters;
  const doublings = Math.log2(largestEf / firstEf);
  return Array.from({ length: doublings + 1 }, (_, i) => firstEf * 2 ** i);
}

function* newlyDead(published: OpenBuild | null, base: Uint32Array): Generator<number> {
  for (let label = 0; label < base.length; label++)
    if (base[label] === goneRow && published?.graphRows[label] !== goneRow) yield label;
}

async function* passageVectors(
  vectors: FileHandle,
  layout: PassageLayout,
  { dimensions, firstNew }: { readonly dimensions: number; readonly firstNew: number },
): AsyncGenerator<Float32Array> {
  for (let row = firstNew; row < layout.passages; row++) {
    const { start } = layout.records(row);
    const [own] = await readVectors(vectors, dimensions, { start, end: start + 1 });
    if (own) yield dequantizeVector(own);
  }
}
