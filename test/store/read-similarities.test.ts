import { mkdtemp, open, rm, writeFile, type FileHandle } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createReadBytes, mostHeldBytes } from "../../src/store/held-file.ts";
import { momentsOfAll } from "../../src/store/moments.ts";
import { createPassageLayout } from "../../src/store/passage-columns.ts";
import {
  decodeRecord,
  encodeRecord,
  quantizeVector,
  recordBytes,
  similarity,
} from "../../src/store/quantized-vector.ts";
import { createReadSimilarities, rememberSimilarities } from "../../src/store/read-similarities.ts";
import { createRandom } from "../support/random.ts";

const dimensions = 8;
const width = recordBytes(dimensions);

function randomVector(random: () => number): Float32Array {
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
async function writeRecords(count: number, distinct: number): Promise<Uint8Array> {
  const random = createRandom(3);
  const some = Buffer.concat(
    Array.from({ length: distinct }, () => encodeRecord(quantizeVector(randomVector(random)))),
  );
  const all = Buffer.alloc(count * width, some);
  await writeFile(join(folder, "vectors.bin"), all);
  file = await open(join(folder, "vectors.bin"), "r");
  return new Uint8Array(all);
}

function opened(): FileHandle {
  if (file === null) throw new Error("write a file first");
  return file;
}

describe("createReadSimilarities()", () => {
  const sizes = {
    "a file held in memory": 1_000,
    "a file left on the disk": Math.ceil(mostHeldBytes / width) + 1,
  };
  for (const [name, count] of Object.entries(sizes))
    it(`gives the cosines of any span, of ${name}`, async () => {
      const bytes = await writeRecords(count, 500);
      const question = randomVector(createRandom(5));
      const read = createReadSimilarities(opened(), dimensions, count);
      const all = rememberSimilarities(read, count);
      for (const [start, end] of [
        [0, 1],
        [7, 7],
        [490, 530],
        [count - 40, count],
      ] as const) {
        const wanted = Array.from({ length: end - start }, (_, i) =>
          Math.fround(similarity(question, decodeRecord(bytes, start + i, dimensions))),
        );
        expect([...read(question, { start, end })]).toEqual(wanted);
        expect([...all(question, { start, end })]).toEqual(wanted);
      }
    });

  it("keeps the questions apart where it remembers the last", async () => {
    await writeRecords(10, 10);
    const read = createReadSimilarities(opened(), dimensions, 10);
    const remembered = rememberSimilarities(read, 10);
    const random = createRandom(9);
    for (let i = 0; i < 5; i++) {
      const question = randomVector(random);
      const span = { start: i, end: i + 3 };
      expect(remembered(question, span)).toEqual(read(question, span));
    }
  });
});

describe("momentsOfAll()", () => {
  it("tells passages from sentences", () => {
    // Two passages of one and of two sentences: records passage, sentence, passage, sentence, sentence.
    const layout = createPassageLayout(
      Uint32Array.of(0, 0, 9, 0, 0, 10, 30, 1),
      Uint32Array.of(0, 9, 10, 20, 21, 30),
      1,
    );
    const { passage, sentence } = momentsOfAll(Float32Array.of(0.8, 0.1, 0.6, 0.2, 0.3), layout);
    expect(passage.mean).toBeCloseTo(0.7, 6);
    expect(sentence.mean).toBeCloseTo(0.2, 6);
    expect(passage.deviation).toBeCloseTo(0.1, 6);
    expect(sentence.deviation).toBeCloseTo(Math.sqrt(0.02 / 3), 6);
  });
});

describe("createReadBytes()", () => {
  it("reads the same spans from memory and from the disk", async () => {
    const bytes = await writeRecords(100, 100);
    for (const size of [bytes.length, mostHeldBytes + 1]) {
      const read = createReadBytes(opened(), size);
      expect([...read({ start: 30, end: 47 })]).toEqual([...bytes.subarray(30, 47)]);
      expect(read({ start: 5, end: 5 })).toHaveLength(0);
    }
  });
});
