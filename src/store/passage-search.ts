/**
 * The nearest passages: candidates from the graph, then, where the graph has fewer dimensions than the vectors,
 * their order by the exact vectors of the best of them.
 */
import { axisCount, project, type Axes } from "./axes.ts";
import type { Graph } from "./graph.ts";
import type { PassageLayout } from "./passage-columns.ts";
import { createTopRows, type ScoredRow } from "./top-rows.ts";
import type { ReadSimilarities } from "./read-similarities.ts";

/** `rows[label]` of a passage that is gone. */
export const goneRow = 0xffffffff;

export interface PassageSearchParts {
  readonly graph: Graph;
  /** Row of each label. */
  readonly rows: Uint32Array;
  readonly axes: Axes;
  readonly similarities: ReadSimilarities;
  readonly layout: PassageLayout;
}

/**
 * Candidates whose exact vectors are read. The more passages, the further back the true nearest may stand by fewer
 * dimensions, and the more the graph must look at too: the best quarter of those.
 */
function exactCandidates(k: number, ef: number): number {
  return Math.max(128, 4 * k, Math.ceil(ef / 4));
}

export type PassageSearch = (vector: Float32Array, k: number, ef: number) => readonly ScoredRow[];

export function createPassageSearch(parts: PassageSearchParts): PassageSearch {
  const { graph, rows, axes } = parts;
  const isExact = axisCount(axes) === axes.dimensions;
  return (vector, k, ef) => {
    const candidates = graph
      .nearest(project(vector, axes), isExact ? k : exactCandidates(k, ef), ef)
      .map(({ label, similarity: score }) => ({ row: rows[label] ?? goneRow, score }))
      .filter(({ row }) => row !== goneRow);
    return isExact ? candidates : rankExactly(parts, vector, { candidates, k });
  };
}

function rankExactly(
  { similarities, layout }: PassageSearchParts,
  vector: Float32Array,
  { candidates, k }: { readonly candidates: readonly ScoredRow[]; readonly k: number },
): readonly ScoredRow[] {
  const top = createTopRows(Math.min(k, candidates.length));
  for (const { row } of candidates) {
    const { start } = layout.records(row);
    top.offer(row, similarities(vector, { start, end: start + 1 })[0] ?? 0);
  }
  return top.ranked();
}
