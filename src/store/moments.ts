/**
 * Mean and deviation of a question's cosine over all vectors of the index, exactly and without visiting them:
 * with s the sum of the vectors x and S the sum of their outer products, mean = q.s / n and
 * mean of squares = q'Sq / n. Vectors are added and taken away as articles come and go.
 */
import type { QuantizedVector } from "./quantized-vector.ts";
import type { Moments, SimilarityMoments } from "./store.ts";
import { openVectorKernels } from "./vector-kernels.ts";

export interface VectorSums {
  readonly dimensions: number;
  /** `[n, s (D numbers), upper triangle of S row by row (D(D+1)/2 numbers)]` */
  readonly numbers: Float64Array;
}

export function createVectorSums(dimensions: number): VectorSums {
  return { dimensions, numbers: new Float64Array(sumsLength(dimensions)) };
}

export function sumsLength(dimensions: number): number {
  return 1 + dimensions + triangleLength(dimensions);
}

function triangleLength(dimensions: number): number {
  return (dimensions * (dimensions + 1)) / 2;
}

/** Adds a vector (`sign` 1) or takes it away (`sign` -1). */
export function addToSums(sums: VectorSums, vector: QuantizedVector, sign: 1 | -1): void {
  const { numbers, dimensions } = sums;
  const { values, scale } = vector;
  numbers[0] = (numbers[0] ?? 0) + sign;
  for (let i = 0; i < dimensions; i++)
    numbers[1 + i] = (numbers[1 + i] ?? 0) + sign * scale * (values[i] ?? 0);
  let at = 1 + dimensions;
  const factor = sign * scale * scale;
  for (let i = 0; i < dimensions; i++) {
    const x = factor * (values[i] ?? 0);
    for (let j = i; j < dimensions; j++, at++)
      numbers[at] = (numbers[at] ?? 0) + x * (values[j] ?? 0);
  }
}

/** Moments of a question's cosine over the vectors of both sums. */
export type MomentsReader = (question: Float32Array) => SimilarityMoments;

/** In 32 bits, right to 0.0001 of the deviation. */
export function createMomentsReader(passages: VectorSums, sentences: VectorSums): MomentsReader {
  const { dimensions } = passages;
  const firstAt = dimensions;
  const secondAt = firstAt + triangleLength(dimensions);
  const kernels = openVectorKernels(4 * (secondAt + triangleLength(dimensions)));
  const numbers = new Float32Array(kernels.memory);
  numbers.set(halvedDiagonal(passages), firstAt);
  numbers.set(halvedDiagonal(sentences), secondAt);
  return (question) => {
    numbers.set(question);
    const squares = (triangleAt: number) => 2 * kernels.halfForm(0, 4 * triangleAt, dimensions);
    return {
      passage: moments(passages, squares(firstAt), question),
      sentence: moments(sentences, squares(secondAt), question),
    };
  };
}

/** The triangle S with half of its diagonal: q'Sq is twice the sum over such a triangle. */
function halvedDiagonal({ numbers, dimensions }: VectorSums): Float64Array {
  const triangle = numbers.slice(1 + dimensions);
  let at = 0;
  for (let i = 0; i < dimensions; at += dimensions - i, i++) triangle[at] = (triangle[at] ?? 0) / 2;
  return triangle;
}

function moments(
  { numbers, dimensions }: VectorSums,
  squares: number,
  question: Float32Array,
): Moments {
  const n = numbers[0] ?? 0;
  if (n < 1) return { mean: 0, deviation: 0 };
  let sum = 0;
  for (let i = 0; i < dimensions; i++) sum += (question[i] ?? 0) * (numbers[1 + i] ?? 0);
  const mean = sum / n;
  return { mean, deviation: n === 1 ? 0 : Math.sqrt(Math.max(0, squares / n - mean * mean)) };
}
