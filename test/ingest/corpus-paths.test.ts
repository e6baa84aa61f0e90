import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readCorpusPaths, writeCorpusPaths } from "../../src/ingest/corpus-paths.ts";

describe("the corpus that an index was made from", () => {
  let indexDir: string;
  beforeEach(async () => {
    indexDir = await mkdtemp(join(tmpdir(), "sourcier-paths-"));
  });
  afterEach(async () => rm(indexDir, { recursive: true }));

  it("is found again wherever the next command is run: folders absolute, addresses as they are", async () => {
    await writeCorpusPaths(indexDir, ["pages", "https://example.org/feed"]);
    expect(await readCorpusPaths(indexDir)).toEqual([resolve("pages"), "https://example.org/feed"]);
  });

  it.each(["", "{", "[]", '{"paths":[]}', '{"paths":[1]}'])("is unknown in %j", async (text) => {
    await writeFile(join(indexDir, "corpus.json"), text);
    expect(await readCorpusPaths(indexDir)).toBeNull();
  });

  it("is unknown where the index's folder is a file", async () => {
    const file = join(indexDir, "file");
    await writeFile(file, "");
    expect(await readCorpusPaths(file)).toBeNull();
  });

  it("is unknown in a new index", async () => {
    expect(await readCorpusPaths(indexDir)).toBeNull();
  });
});
