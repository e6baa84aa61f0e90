import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderPlace } from "../src/store/index-place.ts";
import { updateIndex } from "../src/update-index.ts";
import { createFakeEmbedder } from "./support/fake-embedder.ts";
import { SMALL_ARTICLE, useSmallCorpus } from "./support/small-corpus.ts";

const corpus = useSmallCorpus();

/** Gives up soon: an index that stays locked would be waited for without end. */
const update = (path: string) =>
  updateIndex([path], {
    place: folderPlace(corpus.indexDir),
    indexDir: corpus.indexDir,
    embedder: createFakeEmbedder(),
    network: {},
    onProgress: () => undefined,
    signal: AbortSignal.timeout(20_000),
  });

describe("updateIndex()", () => {
  it("leaves the index free for the next update when a path is wrong", async () => {
    await expect(update(join(corpus.folder, "absent"))).rejects.toMatchObject({
      name: "CorpusError",
    });
    expect((await update(corpus.folder)).added).toEqual(["premier"]);
  });

  it("leaves the index free when the corpus turns out to hold no article", async () => {
    const file = join(corpus.folder, "premier.txt");
    await writeFile(file, "");
    await expect(update(file)).rejects.toMatchObject({ name: "CorpusError" });
    await writeFile(file, SMALL_ARTICLE);
    expect((await update(file)).added).toEqual(["premier"]);
  });
});
