/**
 * Cosines of a question and stored vectors. The vectors of a small index are held in memory, those of a big one
 * stay on the disk and are read synchronously: a hundred records from the page cache take 0.4 ms, where as many
 * asynchronous reads take ten times as long.
 */
import type { FileHandle } from "node:fs/promises";
import type { Span } from "../clean/article.ts";
import { readNow } from "./checked-file.ts";
import { mostHeldBytes } from "./held-file.ts";
import { createRecordBuffer, recordBytes } from "./quantized-vector.ts";

/** The cosines of a question's vector and the records of a span, in order. Neither array is to be changed. */
export type ReadSimilarities = (question: Float32Array, records: Span) => Float32Array;

/** What a passage of news and its sentences take, roughly. */
const usualRecords = 8;

/** @param records how many there are in the file */
export function createReadSimilarities(
  file: FileHandle,
  dimensions: number,
  records: number,
): ReadSimilarities {
  const width = recordBytes(dimensions);
  const areHeld = records * width <= mostHeldBytes;
  const buffer = createRecordBuffer(dimensions, areHeld ? records : usualRecords);
  if (areHeld) readNow(file, buffer.bytesFor(records), 0);
  return (question, { start, end }) => {
    if (!areHeld) readNow(file, buffer.bytesFor(end - start), start * width);
    const first = areHeld ? start : 0;
    const cosines = new Float32Array(end - start);
    for (let i = 0; i < cosines.length; i++) cosines[i] = buffer.similarity(question, first + i);
    return cosines;
  };
}

/** Works out the cosines of all records once a question, where there are few: whoever asks next has them. */
export function rememberSimilarities(read: ReadSimilarities, records: number): ReadSimilarities {
  let last: { readonly question: Float32Array; readonly all: Float32Array } | null = null;
  return (question, { start, end }) => {
    if (last?.question !== question)
      last = { question, all: read(question, { start: 0, end: records }) };
    return last.all.subarray(start, end);
  };
}
