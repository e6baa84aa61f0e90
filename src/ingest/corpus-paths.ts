// Which corpus an index was made from: `index/corpus.json`. The next start follows the same articles,
// even when they were named on the command line and not in the settings.

import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { errorCode } from "../errors.ts";
import { replaceFile } from "../store/checked-file.ts";

const FILE = "corpus.json";
const DEFAULT_SEEDS_DIR = "seeds";

/** The folder of the settings where it is set, else what the index was made from, else `seeds`. */
export async function corpusPathsOf(folders: {
  readonly seedsDir: string | null;
  readonly indexDir: string;
}): Promise<readonly string[]> {
  if (folders.seedsDir !== null) return [folders.seedsDir];
  return (await readCorpusPaths(folders.indexDir)) ?? [DEFAULT_SEEDS_DIR];
}

/** Paths and addresses, absolute; null where the index does not tell. */
export async function readCorpusPaths(indexDir: string): Promise<readonly string[] | null> {
  let text: string;
  try {
    text = await readFile(join(indexDir, FILE), "utf8");
  } catch (error) {
    // Of a folder that is a file, whoever opens the index tells.
    if (["ENOENT", "ENOTDIR"].includes(errorCode(error) ?? "")) return null;
    throw error;
  }
  return parsePaths(text);
}

export async function writeCorpusPaths(indexDir: string, paths: readonly string[]): Promise<void> {
  const absolute = paths.map((path) => (isAddress(path) ? path : resolve(path)));
  const known = await readCorpusPaths(indexDir);
  if (JSON.stringify(known) === JSON.stringify(absolute)) return;
  await replaceFile(join(indexDir, FILE), `${JSON.stringify({ paths: absolute }, null, 2)}\n`);
}

/** The file only saves typing the paths again: one that cannot be read counts for nothing. */
function parsePaths(text: string): readonly string[] | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || !("paths" in value)) return null;
    const { paths } = value;
    const isList = Array.isArray(paths) && paths.every((path) => typeof path === "string");
    return isList && paths.length > 0 ? paths : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Whether a part of the corpus is fetched instead of read from the disk. */
export function isAddress(path: string): boolean {
  return /^https?:\/\//i.test(path);
}
