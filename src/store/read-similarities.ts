/**
 * Cosines of a question and stored vectors. The vectors of a small index are held in memory, those of a big one
 * stay on the disk and are read synchronously: a hundred records from the page cache take 0.4 ms, where as many
 * asynchronous reads take ten times as long.
 */
import type { FileHandle } from "node:fs/promises";
import type { Span } from "../clean/article.ts";
import { readNow } from "./checked-file.ts";
import { mostHeldBytes } from "./held-file.ts";
import { recordBytes } from "./quantized-vector.ts";
import { openVectorKernels } from "./vector-kernels.ts";

/** The cosines of a question's vector and the records of a span, in order. */
export type ReadSimilarities = (question: Float32Array, records: Span) => Float32Array;

interface RecordRoom {
  /** For the records, one behind the other: to be filled. */
  readonly bytes: Uint8Array;
  /** Cosines of the question and of the records of a span of those in the room. */
  readonly similarities: ReadSimilarities;
}

/** Room for stored vectors, to compare many at once. */
function createRecordRoom(dimensions: number, records: number): RecordRoom {
  const width = recordBytes(dimensions);
  const cosinesAt = 4 * dimensions;
  const recordsAt = cosinesAt + 4 * records;
  const kernels = openVectorKernels(recordsAt + records * width);
  const question = new Float32Array(kernels.memory, 0, dimensions);
  return {
    bytes: new Uint8Array(kernels.memory, recordsAt, records * width),
    similarities: (asked, { start, end }) => {
      question.set(asked);
      const count = end - start;
      kernels.similarities(0, recordsAt + start * width, dimensions, count, cosinesAt);
      return new Float32Array(kernels.memory, cosinesAt, count).slice();
    },
  };
}

/** Of a big index, so many are read at once: what a long passage and its sentences take. */
const mostReadAtOnce = 64;

/** @param records how many there are in the file */
export function createReadSimilarities(
  file: FileHandle,
  dimensions: number,
  records: number,
): ReadSimilarities {
  const width = recordBytes(dimensions);
  const areHeld = records * width <= mostHeldBytes;
  const room = createRecordRoom(dimensions, areHeld ? records : mostReadAtOnce);
  if (areHeld) {
    readNow(file, room.bytes, 0);
    return room.similarities;
  }
  return (question, { start, end }) => {
    const cosines = new Float32Array(end - start);
    for (let at = start; at < end; at += mostReadAtOnce) {
      const count = Math.min(mostReadAtOnce, end - at);
      readNow(file, room.bytes.subarray(0, count * width), at * width);
      cosines.set(room.similarities(question, { start: 0, end: count }), at - start);
    }
    return cosines;
  };
}
