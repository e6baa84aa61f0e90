/**
 * Passage vectors as pgvector holds and searches them: halfvec (16-bit floats: a cosine is right to 0.0001, the index
 * is half as big as with 32 bits), HNSW by inner product, which is the cosine as all vectors have length 1.
 */
import pgvector from "pgvector";
import type { Row, VectorHit } from "../store.ts";
import type { RunQuery } from "./database.ts";

/** Neighbours per node and candidates while building: pgvector's defaults, m 16 and ef_construction 64, lose recall. */
const graph = { m: 16, efConstruction: 128 } as const;

export function halfvecLiteral(vector: Float32Array): string {
  return String(pgvector.toSql(Array.from(vector)));
}

/** Builds the index for vectors of this length, unless it is there. Takes minutes for a million rows. */
export async function createVectorIndex(
  query: RunQuery,
  schema: string,
  dimensions: number,
): Promise<void> {
  const length = checkDimensions(dimensions);
  await query(
    `create index if not exists passages_nearest_${length} on ${schema}.passages
     using hnsw ((vector::halfvec(${length})) halfvec_ip_ops)
     with (m = ${graph.m}, ef_construction = ${graph.efConstruction}) where dimensions = ${length}`,
  );
}

/** The k rows nearest to a vector, of any generation, best first; fewer when there are not so many. */
export async function findNearest(
  query: RunQuery,
  schema: string,
  vector: Float32Array,
  k: number,
): Promise<readonly VectorHit[]> {
  const length = checkDimensions(vector.length);
  const found = await query<{ row: number; distance: number }>(
    `select row, vector::halfvec(${length}) <#> $1::halfvec(${length}) as distance
     from ${schema}.passages where dimensions = ${length}
     order by vector::halfvec(${length}) <#> $1::halfvec(${length}) limit $2`,
    [halfvecLiteral(vector), k],
  );
  return found.map(({ row, distance }) => ({ row: row as Row, similarity: -distance }));
}

function checkDimensions(dimensions: number): number {
  if (!Number.isInteger(dimensions) || dimensions < 1 || dimensions > 4_000)
    throw new RangeError(`${dimensions} dimensions cannot be indexed by pgvector's halfvec`);
  return dimensions;
}
