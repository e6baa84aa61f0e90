import { mkdtemp, open, rm, writeFile, type FileHandle } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createReadBytes, mostHeldBytes } from "../../src/store/held-file.ts";
import {
  decodeRecord,
  encodeRecord,
  quantizeVector,
  recordBytes,
  similarity,
} from "../../src/store/quantized-vector.ts";
import { createReadSimilarities } from "../../src/store/read-similarities.ts";
import { createRandom } from "../support/random.ts";

function randomVector(random: () => number, dimensions: number): Float32Array {
  const numbers = Float32Array.from({ length: dimensions }, () => random() - 0.5);
  const length = Math.hypot(...numbers);
  return numbers.map((number) => number / length);
}

let folder: string;
let file: FileHandle | null;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "sourcier-similarities-"));
  file = null;
});
afterEach(async () => {
  await file?.close();
  await rm(folder, { recursive: true });
});

/** `distinct` random records, repeated until there are `count`. */
async function writeRecords(
  count: number,
  distinct: number,
  dimensions: number,
): Promise<Uint8Array> {
  const random = createRandom(3);
  const some = Buffer.concat(
    Array.from({ length: distinct }, () =>
      encodeRecord(quantizeVector(randomVector(random, dimensions))),
    ),
  );
  const all = Buffer.alloc(count * recordBytes(dimensions), some);
  await writeFile(join(folder, "vectors.bin"), all);
  file = await open(join(folder, "vectors.bin"), "r");
  return new Uint8Array(all);
}

function opened(): FileHandle {
  if (file === null) throw new Error("write a file first");
  return file;
}

describe("createReadSimilarities()", () => {
  // Vectors are worked on eight numbers at a time: one length that leaves some over, one that leaves none.
  for (const dimensions of [13, 384]) {
    const width = recordBytes(dimensions);
    const sizes = {
      "a file held in memory": 1_000,
      "a file left on the disk": Math.ceil(mostHeldBytes / width) + 1,
    };
    for (const [name, count] of Object.entries(sizes))
      it(`gives the cosines of any span, of ${name}, in ${dimensions} dimensions`, async () => {
        const bytes = await writeRecords(count, 500, dimensions);
        const random = createRandom(5);
        const read = createReadSimilarities(opened(), dimensions, count);
        for (const [start, end] of [
          [0, 1],
          [7, 7],
          [490, 530],
          [300, 600],
          [count - 40, count],
        ] as const) {
          const question = randomVector(random, dimensions);
          const cosines = read(question, { start, end });
          expect(cosines).toHaveLength(end - start);
          cosines.forEach((cosine, i) => {
            const record = decodeRecord(bytes, start + i, dimensions);
            expect(Math.abs(cosine - similarity(question, record))).toBeLessThan(1e-6);
          });
        }
      });
  }
});

describe("createReadBytes()", () => {
  it("reads the same spans from memory and from the disk", async () => {
    const bytes = await writeRecords(100, 100, 8);
    for (const size of [bytes.length, mostHeldBytes + 1]) {
      const read = createReadBytes(opened(), size);
      expect([...read({ start: 30, end: 47 })]).toEqual([...bytes.subarray(30, 47)]);
      expect(read({ start: 5, end: 5 })).toHaveLength(0);
    }
  });
});
