import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { verifyIndex } from "../../src/commands/verify.ts";
import { readCorpus } from "../../src/corpus/read-corpus.ts";
import { ingest } from "../../src/ingest/ingest.ts";
import { beginFilesUpdate } from "../../src/store/files-update.ts";
import { folderPlace } from "../../src/store/index-place.ts";
import { createFakeEmbedder } from "../support/fake-embedder.ts";

let folder: string;
let seedsDir: string;
let indexDir: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "sourcier-verify-"));
  seedsDir = join(folder, "seeds");
  indexDir = join(folder, "index");
  await mkdir(seedsDir);
  await write(
    "port.txt",
    "Le port\n\nLe port de Brest accueille une nouvelle grue, a dit le maire.",
  );
});
afterEach(() => rm(folder, { recursive: true }));

const write = (name: string, text: string) => writeFile(join(seedsDir, name), text);
const verify = () => verifyIndex(folderPlace(indexDir), { seedsDir, indexDir });

async function ingestSeeds() {
  const update = await beginFilesUpdate(indexDir, {
    embedderFingerprint: "fake-1",
    dimensions: 32,
  });
  return await ingest({ items: readCorpus([seedsDir]), embedder: createFakeEmbedder(), update });
}

describe("verifyIndex()", () => {
  it("wants nothing of an article that an ingest refuses", async () => {
    await write("oneword.txt", "x");
    expect((await ingestSeeds()).rejected).toHaveLength(1);
    expect(await verify()).toMatchObject({ ok: true, articles: 1, missing: [], gone: [] });
  });

  it("says that an article is gone when nothing is left of it, and is content after the ingest", async () => {
    await write(
      "grue.txt",
      "La grue\n\nLa grue est arrivée de Hambourg par la mer, a dit le capitaine.",
    );
    await ingestSeeds();
    await write("grue.txt", "x");
    expect(await verify()).toMatchObject({ ok: false, changed: [], gone: ["grue"] });
    expect((await ingestSeeds()).removed).toEqual(["grue"]);
    expect(await verify()).toMatchObject({ ok: true });
  });
});
