/** A corpus of one short article and a place for its index, made anew for each test of a file. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach } from "vitest";

export interface SmallCorpus {
  readonly folder: string;
  readonly indexDir: string;
}

/** The text of its only file, `premier.txt`. */
export const SMALL_ARTICLE = "Un titre\n\nLe conseil a voté le budget mardi.";

/** To be called where the tests are described; the folders are named before each of them. */
export function useSmallCorpus(): SmallCorpus {
  const corpus = { folder: "", indexDir: "" };
  beforeEach(async () => {
    corpus.folder = await mkdtemp(join(tmpdir(), "sourcier-corpus-"));
    corpus.indexDir = await mkdtemp(join(tmpdir(), "sourcier-index-"));
    await writeFile(join(corpus.folder, "premier.txt"), SMALL_ARTICLE);
  });
  afterEach(async () => {
    await rm(corpus.folder, { recursive: true });
    await rm(corpus.indexDir, { recursive: true });
  });
  return corpus;
}
