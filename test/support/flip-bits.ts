/** Flips single bits of the files of an index and looks at what opening makes of it. */
import { open, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { IndexError } from "../../src/errors.ts";
import { openFilesStore } from "../../src/store/open-files-store.ts";
import { observe, stateOptions } from "./index-states.ts";
import { createRandom } from "./random.ts";

export interface FlipCounts {
  readonly flips: number;
  readonly files: number;
  /** Refused with an IndexError that says what is wrong and what to do. */
  readonly refused: number;
  /** Opened and answered as before. */
  readonly unnoticed: number;
  readonly differentAnswers: number;
  readonly otherErrors: number;
}

/** Half of the flips hit each file as often as any other, half hit each byte as often as any other. */
export async function flipBits(indexDir: string, flips: number, seed: number): Promise<FlipCounts> {
  const random = createRandom(seed);
  const files = await listFiles(indexDir);
  const counts = { refused: 0, unnoticed: 0, differentAnswers: 0, otherErrors: 0 };
  const before = await answersOf(indexDir);
  for (let i = 0; i < flips; i++) {
    const file = i % 2 === 0 ? pick(files, random()) : pickByBytes(files, random());
    const bit = Math.floor(random() * file.bytes * 8);
    await flip(file.path, bit);
    counts[await judge(indexDir, before)]++;
    await flip(file.path, bit);
  }
  if ((await answersOf(indexDir)) !== before) throw new Error("the index is not what it was");
  return { flips, files: files.length, ...counts };
}

interface SizedFile {
  readonly path: string;
  readonly bytes: number;
}

/** Every file of the published index that is not empty. */
async function listFiles(indexDir: string): Promise<readonly SizedFile[]> {
  const names = await readdir(indexDir, { recursive: true });
  const files: SizedFile[] = [];
  for (const name of names.filter((one) => one === "CURRENT" || one.startsWith("builds"))) {
    const path = join(indexDir, name);
    const facts = await stat(path);
    if (facts.isFile() && facts.size > 0) files.push({ path, bytes: facts.size });
  }
  return files;
}

function pick(files: readonly SizedFile[], share: number): SizedFile {
  return files[Math.floor(share * files.length)]!;
}

function pickByBytes(files: readonly SizedFile[], share: number): SizedFile {
  let left = share * files.reduce((sum, file) => sum + file.bytes, 0);
  return files.find((file) => (left -= file.bytes) < 0) ?? files[0]!;
}

async function flip(path: string, bit: number): Promise<void> {
  const file = await open(path, "r+");
  const byte = Buffer.alloc(1);
  await file.read(byte, 0, 1, bit >> 3);
  byte[0] = byte[0]! ^ (1 << (bit & 7));
  await file.write(byte, 0, 1, bit >> 3);
  await file.close();
}

async function answersOf(indexDir: string): Promise<string> {
  const store = await openFilesStore(indexDir, stateOptions);
  const seen = await observe(store);
  await store.close();
  return seen;
}

async function judge(
  indexDir: string,
  before: string,
): Promise<"refused" | "unnoticed" | "differentAnswers" | "otherErrors"> {
  try {
    return (await answersOf(indexDir)) === before ? "unnoticed" : "differentAnswers";
  } catch (error) {
    const isPlain =
      error instanceof IndexError &&
      error.reason === "damaged" &&
      error.message.includes("npm run sourcier -- ingest");
    return isPlain ? "refused" : "otherErrors";
  }
}
