import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { folderPlace } from "../src/store/index-place.ts";
import { updateIndex } from "../src/update-index.ts";
import { createFakeEmbedder } from "./support/fake-embedder.ts";

let folder: string;
let indexDir: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "sourcier-corpus-"));
  indexDir = await mkdtemp(join(tmpdir(), "sourcier-index-"));
  await writeFile(join(folder, "premier.txt"), "Un titre\n\nLe conseil a voté le budget mardi.");
});
afterEach(async () => {
  await rm(folder, { recursive: true });
  await rm(indexDir, { recursive: true });
});

/** Gives up soon: an index that stays locked would be waited for without end. */
const update = (path: string) =>
  updateIndex([path], {
    place: folderPlace(indexDir),
    indexDir,
    embedder: createFakeEmbedder(),
    network: {},
    onProgress: () => undefined,
    signal: AbortSignal.timeout(20_000),
  });

describe("updateIndex()", () => {
  it("leaves the index free for the next update when a path is wrong", async () => {
    await expect(update(join(folder, "absent"))).rejects.toMatchObject({ name: "CorpusError" });
    expect((await update(folder)).added).toEqual(["premier"]);
  });

  it("leaves the index free when the corpus turns out to hold no article", async () => {
    const file = join(folder, "premier.txt");
    await writeFile(file, "");
    await expect(update(file)).rejects.toMatchObject({ name: "CorpusError" });
    await writeFile(file, "Un titre\n\nLe conseil a voté le budget mardi.");
    expect((await update(file)).added).toEqual(["premier"]);
  });
});
