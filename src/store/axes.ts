/**
 * Fewer dimensions for a big graph: the directions along which the passages' vectors have most of their length,
 * found by subspace iteration (Golub and Van Loan, 8.2) on the sums that the index keeps anyway. The graph then
 * only proposes candidates, and their exact vectors decide; half of the dimensions halve its memory and its time.
 */
import { setImmediate as nextTurn } from "node:timers/promises";
import type { VectorSums } from "./moments.ts";

/** Row-major, `count` axes of `dimensions` numbers each, orthonormal. Empty: all dimensions, as they are. */
export interface Axes {
  readonly dimensions: number;
  readonly numbers: Float32Array;
}

/** Dimensions of the graph for an index of this size; memory is about 4 bytes times this, plus 150, per passage. */
export function graphDimensions(passages: number, dimensions: number): number {
  if (passages <= 20_000) return dimensions;
  return Math.min(dimensions, passages <= 250_000 ? 192 : 128);
}

export function axisCount({ dimensions, numbers }: Axes): number {
  return numbers.length === 0 ? dimensions : numbers.length / dimensions;
}

export function project(vector: Float32Array, axes: Axes): Float32Array {
  if (axes.numbers.length === 0) return vector;
  const { dimensions, numbers } = axes;
  const projected = new Float32Array(axisCount(axes));
  for (let axis = 0, at = 0; axis < projected.length; axis++) {
    let sum = 0;
    for (let i = 0; i < dimensions; i++, at++) sum += (vector[i] ?? 0) * (numbers[at] ?? 0);
    projected[axis] = sum;
  }
  return projected;
}

/** Rounds of iteration: after twelve the kept share of the length grows by less than a thousandth a round. */
const rounds = 12;

/** The `count` strongest directions of the vectors summed up in `sums`; none when that is all dimensions. */
export async function findAxes(sums: VectorSums, count: number): Promise<Axes> {
  const { dimensions } = sums;
  if (count >= dimensions) return { dimensions, numbers: new Float32Array() };
  const matrix = unpack(sums);
  let axes = Array.from({ length: count }, (_, axis) => startVector(axis, dimensions));
  for (let round = 0; round < rounds; round++) {
    const next: Float64Array[] = [];
    for (const axis of axes) {
      next.push(orthonormal(multiply(matrix, axis), next));
      if (next.length % 16 === 0) await nextTurn();
    }
    axes = next;
  }
  const numbers = new Float32Array(count * dimensions);
  axes.forEach((axis, i) => numbers.set(axis, i * dimensions));
  return { dimensions, numbers };
}

/** Any independent vectors do; fixed ones make every build of the same articles the same. */
function startVector(axis: number, dimensions: number): Float64Array {
  return Float64Array.from(
    { length: dimensions },
    (_, i) => (i === axis ? 1 : 0) + Math.sin(1 + axis * dimensions + i) / dimensions,
  );
}

function unpack({ numbers, dimensions }: VectorSums): readonly Float64Array[] {
  const matrix = Array.from({ length: dimensions }, () => new Float64Array(dimensions));
  let at = 1 + dimensions;
  for (let i = 0; i < dimensions; i++)
    for (let j = i; j < dimensions; j++, at++) {
      const value = numbers[at] ?? 0;
      const [row, column] = [matrix[i], matrix[j]];
      if (row) row[j] = value;
      if (column) column[i] = value;
    }
  return matrix;
}

function multiply(matrix: readonly Float64Array[], vector: Float64Array): Float64Array {
  return Float64Array.from(matrix, (row) => dot(row, vector));
}

/** `vector` without its parts along `others`, at unit length. Twice, because once leaves rounding behind. */
function orthonormal(vector: Float64Array, others: readonly Float64Array[]): Float64Array {
  for (let pass = 0; pass < 2; pass++)
    for (const other of others) {
      const part = dot(vector, other);
      for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] ?? 0) - part * (other[i] ?? 0);
    }
  const length = Math.sqrt(dot(vector, vector)) || 1;
  return vector.map((value) => value / length);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
