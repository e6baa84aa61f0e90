/**
 * Mean and deviation of a question's cosine over all vectors of the index, exactly and without visiting them:
 * with s the sum of the vectors x and S the sum of their outer products, mean = q.s / n and
 * mean of squares = q'Sq / n. Vectors are added and taken away as articles come and go.
 */
import type { PassageLayout } from "./passage-columns.ts";
import type { QuantizedVector } from "./quantized-vector.ts";
import type { Moments, SimilarityMoments } from "./store.ts";

export interface VectorSums {
  readonly dimensions: number;
  /** `[n, s (D numbers), upper triangle of S row by row (D(D+1)/2 numbers)]` */
  readonly numbers: Float64Array;
}

export function createVectorSums(dimensions: number): VectorSums {
  return { dimensions, numbers: new Float64Array(sumsLength(dimensions)) };
}

export function sumsLength(dimensions: number): number {
  return 1 + dimensions + (dimensions * (dimensions + 1)) / 2;
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

/**
 * Reads both in one walk over one array: while one sum's addition waits for its last, the other's is done, and what
 * the encoder has pushed out of the processor's cache is fetched once. In 32 bits, right to 0.0001 of the deviation.
 */
export function createMomentsReader(passages: VectorSums, sentences: VectorSums): MomentsReader {
  const { dimensions } = passages;
  const pairs = interleave(passages, sentences);
  return (question) => {
    let ofPassages = 0;
    let ofSentences = 0;
    let at = 0;
    for (let i = 0; i < dimensions; i++) {
      let rowOfPassages = 0;
      let rowOfSentences = 0;
      for (let j = i; j < dimensions; j++, at += 2) {
        const own = question[j] ?? 0;
        rowOfPassages += own * (pairs[at] ?? 0);
        rowOfSentences += own * (pairs[at + 1] ?? 0);
      }
      ofPassages += 2 * (question[i] ?? 0) * rowOfPassages;
      ofSentences += 2 * (question[i] ?? 0) * rowOfSentences;
    }
    return {
      passage: moments(passages, ofPassages, question),
      sentence: moments(sentences, ofSentences, question),
    };
  };
}

/** The two triangles S, number by number, with half of their diagonals: q'Sq is twice the sum over such a triangle. */
function interleave(first: VectorSums, second: VectorSums): Float32Array {
  const { dimensions } = first;
  const pairs = new Float32Array(dimensions * (dimensions + 1));
  let from = 1 + dimensions;
  let at = 0;
  for (let i = 0; i < dimensions; i++) {
    for (let j = i; j < dimensions; j++, from++) {
      const share = i === j ? 0.5 : 1;
      pairs[at++] = share * (first.numbers[from] ?? 0);
      pairs[at++] = share * (second.numbers[from] ?? 0);
    }
  }
  return pairs;
}

function moments(
  { numbers, dimensions }: VectorSums,
  squares: number,
  question: Float32Array,
): Moments {
  const n = numbers[0] ?? 0;
  let sum = 0;
  for (let i = 0; i < dimensions; i++) sum += (question[i] ?? 0) * (numbers[1 + i] ?? 0);
  return momentsOf(n, sum, squares);
}

/** @param sum of `n` cosines, and of their `squares` */
function momentsOf(n: number, sum: number, squares: number): Moments {
  if (n < 1) return { mean: 0, deviation: 0 };
  const mean = sum / n;
  return { mean, deviation: n === 1 ? 0 : Math.sqrt(Math.max(0, squares / n - mean * mean)) };
}

/** The moments of cosines that are all known, those of passages told from those of sentences. */
export function momentsOfAll(cosines: Float32Array, layout: PassageLayout): SimilarityMoments {
  let [ofPassages, ofSentences, passageSquares, sentenceSquares] = [0, 0, 0, 0];
  for (let row = 0; row < layout.passages; row++) {
    const { start, end } = layout.records(row);
    const own = cosines[start] ?? 0;
    ofPassages += own;
    passageSquares += own * own;
    for (let record = start + 1; record < end; record++) {
      const cosine = cosines[record] ?? 0;
      ofSentences += cosine;
      sentenceSquares += cosine * cosine;
    }
  }
  return {
    passage: momentsOf(layout.passages, ofPassages, passageSquares),
    sentence: momentsOf(layout.sentences, ofSentences, sentenceSquares),
  };
}
