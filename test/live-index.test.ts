import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createLiveIndex } from "../src/live-index.ts";
import { createLogger } from "../src/logger.ts";
import { buildFiles } from "../src/store/build-files.ts";
import { findPublishedBuild } from "../src/store/index-folder.ts";
import { folderPlace } from "../src/store/index-place.ts";
import { createFakeEmbedder } from "./support/fake-embedder.ts";
import { articlesOf, publishState } from "./support/index-states.ts";

let indexDir: string;
beforeEach(async () => {
  indexDir = await mkdtemp(join(tmpdir(), "sourcier-live-"));
});
afterEach(() => rm(indexDir, { recursive: true }));

it("opens a publication whose first opening failed as soon as it can be read", async () => {
  await publishState(indexDir, 3);
  const { folder } = await findPublishedBuild(indexDir);
  const path = join(folder, buildFiles.passages);
  const content = await readFile(path);
  await writeFile(path, "");
  const index = createLiveIndex({
    place: folderPlace(indexDir),
    indexDir,
    embedder: Promise.resolve(createFakeEmbedder()),
    logger: createLogger({ level: "silent", secrets: [] }),
    network: {},
    onProgress: () => undefined,
  });
  await index.open();
  expect(index.readiness().state).toBe("building");
  await writeFile(path, content);
  index.follow();
  await expect.poll(() => index.readiness().state, { timeout: 20_000 }).toBe("ready");
  expect(index.current().summary.articles).toBe(articlesOf(3).length);
  await index.close();
});
