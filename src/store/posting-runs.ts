/**
 * Collects the postings of new passages with bounded memory: a run of a few million is sorted by term and put
 * into a scratch file when it is full; at the end the lists of the published index and of the runs are joined
 * term by term, in one pass from front to back. Adding one article therefore costs a copy, not an indexing.
 */
import { open, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { createFileWriter, readFully, type FileWriter } from "./checked-file.ts";
import { createPostingDecoder, createPostingEncoder, quantizeFrequency } from "./postings.ts";

export interface PostingRuns {
  /** Number of a term, given at its first use. */
  readonly terms: ReadonlyMap<string, number>;
  /** Adds the terms of the next new passage; returns the passage's length in sixteenths. */
  add(terms: ReadonlyMap<string, number>): Promise<number>;
  /** Writes the lists of all terms in the order of their numbers. */
  merge(output: FileWriter, published: PublishedPostings | null): Promise<MergedPostings>;
}

/** The lists that are carried over. */
export interface PublishedPostings {
  readonly file: FileHandle;
  readonly ends: Uint32Array;
  /** New row per published row, -1 for a passage that is gone. */
  readonly newRows: Int32Array;
  /** Passages carried over: new ones are numbered from here. */
  readonly kept: number;
}

export interface MergedPostings {
  readonly ends: Uint32Array;
  readonly frequencies: Uint32Array;
}

/** Postings per run: 2^20 take 9 MB while they are collected and 30 ms to sort. */
const runPostings = 1 << 20;

interface Run {
  readonly reader: ListReader;
  readonly close: () => Promise<void>;
}

export function createPostingRuns(scratch: string, knownTerms: readonly string[]): PostingRuns {
  const terms = new Map(knownTerms.map((term, number) => [term, number]));
  const collected = createCollector();
  const runFiles: string[] = [];
  const ends: Uint32Array[] = [];
  let passages = 0;
  const spill = async (): Promise<void> => {
    const name = `postings-${runFiles.length}.run`;
    const output = await createFileWriter(scratch, name);
    try {
      ends.push(await collected.writeSorted(output, terms.size));
    } finally {
      await output.finish();
    }
    runFiles.push(join(scratch, name));
  };
  return {
    terms,
    async add(passageTerms) {
      let length = 0;
      for (const [term, frequency] of passageTerms) {
        const quantized = quantizeFrequency(frequency);
        length += quantized;
        collected.add(numberOf(terms, term), passages, quantized);
      }
      passages++;
      if (collected.size() >= runPostings) await spill();
      return length;
    },
    async merge(output, published) {
      if (collected.size() > 0) await spill();
      const runs: Run[] = [];
      try {
        for (const [i, path] of runFiles.entries()) runs.push(await openRun(path, ends[i]));
        return await mergeLists(output, terms.size, { published, runs });
      } finally {
        for (const run of runs) await run.close();
      }
    },
  };
}

function numberOf(terms: Map<string, number>, term: string): number {
  const known = terms.get(term);
  if (known !== undefined) return known;
  terms.set(term, terms.size);
  return terms.size - 1;
}

async function openRun(path: string, ends: Uint32Array | undefined): Promise<Run> {
  const file = await open(path, "r");
  return {
    reader: createListReader(file, ends ?? new Uint32Array()),
    close: () => file.close(),
  };
}

/** Lists joined between two turns of the event loop: about 5 ms of work. */
const termsPerTurn = 2_000;

async function mergeLists(
  output: FileWriter,
  termCount: number,
  parts: { readonly published: PublishedPostings | null; readonly runs: readonly Run[] },
): Promise<MergedPostings> {
  const { published, runs } = parts;
  const carried = published && createListReader(published.file, published.ends);
  const encoder = createPostingEncoder();
  const decode = createPostingDecoder();
  const ends = new Uint32Array(termCount);
  const frequencies = new Uint32Array(termCount);
  let written = 0;
  for (let term = 0; term < termCount; term++) {
    if (published && carried) {
      const { count, rows, frequencies: old } = decode(await carried.read(term));
      for (let i = 0; i < count; i++) {
        const newRow = published.newRows[rows[i] ?? 0] ?? -1;
        if (newRow >= 0) encoder.add(newRow, old[i] ?? 0);
      }
    }
    for (const { reader } of runs) {
      const { count, rows, frequencies: added } = decode(await reader.read(term));
      for (let i = 0; i < count; i++)
        encoder.add((published?.kept ?? 0) + (rows[i] ?? 0), added[i] ?? 0);
    }
    const list = encoder.finish();
    written += list.bytes.length;
    ends[term] = written;
    frequencies[term] = list.count;
    await output.write(list.bytes);
    if (term % termsPerTurn === 0) await nextTurn();
  }
  return { ends, frequencies };
}

interface ListReader {
  /** The bytes of a term's list, empty when the file has none; terms must be asked for in ascending order. */
  read(term: number): Promise<Uint8Array>;
}

const windowBytes = 1 << 20;

/** Reads lists front to back through a window, so that a million small lists are not a million reads. */
function createListReader(file: FileHandle, ends: Uint32Array): ListReader {
  const total = ends[ends.length - 1] ?? 0;
  let window = new Uint8Array(0);
  let windowStart = 0;
  return {
    async read(term) {
      const start = term === 0 ? 0 : (ends[term - 1] ?? total);
      const end = ends[term] ?? start;
      if (end > windowStart + window.length) {
        window = new Uint8Array(Math.min(Math.max(windowBytes, end - start), total - start));
        windowStart = start;
        await readFully(file, window, start);
      }
      return window.subarray(start - windowStart, end - windowStart);
    },
  };
}

interface Collector {
  add(term: number, passage: number, frequency: number): void;
  size(): number;
  /** Writes the lists sorted by term, empties the collector, and returns where each list ends. */
  writeSorted(output: FileWriter, termCount: number): Promise<Uint32Array>;
}

function createCollector(): Collector {
  let capacity = 1 << 14;
  let terms = new Uint32Array(capacity);
  let passages = new Uint32Array(capacity);
  let frequencies = new Uint8Array(capacity);
  let size = 0;
  const grow = (): void => {
    capacity *= 2;
    terms = copyInto(new Uint32Array(capacity), terms);
    passages = copyInto(new Uint32Array(capacity), passages);
    frequencies = copyInto(new Uint8Array(capacity), frequencies);
  };
  return {
    add(term, passage, frequency) {
      if (size === capacity) grow();
      terms[size] = term;
      passages[size] = passage;
      frequencies[size++] = frequency;
    },
    size: () => size,
    async writeSorted(output, termCount) {
      const order = countingSort(terms.subarray(0, size), termCount);
      const encoder = createPostingEncoder();
      const ends = new Uint32Array(termCount);
      let [next, written] = [0, 0];
      for (let term = 0; term < termCount; term++) {
        for (; next < size && terms[order[next] ?? 0] === term; next++) {
          const at = order[next] ?? 0;
          encoder.add(passages[at] ?? 0, frequencies[at] ?? 0);
        }
        const { bytes } = encoder.finish();
        await output.write(bytes);
        written += bytes.length;
        ends[term] = written;
      }
      size = 0;
      return ends;
    },
  };
}

function copyInto<T extends Uint32Array | Uint8Array>(target: T, source: T): T {
  target.set(source);
  return target;
}

/** Positions sorted by key, equal keys in their order: two passes, no comparison. */
function countingSort(keys: Uint32Array, keyCount: number): Uint32Array {
  const starts = new Uint32Array(keyCount + 1);
  for (const key of keys) starts[key + 1] = (starts[key + 1] ?? 0) + 1;
  for (let key = 0; key < keyCount; key++)
    starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0);
  const order = new Uint32Array(keys.length);
  keys.forEach((key, position) => {
    const place = starts[key] ?? 0;
    order[place] = position;
    starts[key] = place + 1;
  });
  return order;
}
