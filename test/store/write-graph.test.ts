import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beginFilesUpdate } from "../../src/store/files-update.ts";
import { findPublishedBuild } from "../../src/store/index-folder.ts";
import { openFilesStore } from "../../src/store/open-files-store.ts";
import { createSyntheticCorpus, syntheticDimensions } from "../support/synthetic-corpus.ts";

const options = { embedderFingerprint: "synthetic", dimensions: syntheticDimensions };
const corpus = createSyntheticCorpus(800, 3);

describe("writeGraph()", () => {
  let indexDir = "";
  beforeAll(async () => (indexDir = await mkdtemp(join(tmpdir(), "sourcier-graph-"))));
  afterAll(() => rm(indexDir, { recursive: true, force: true }));

  /** Puts articles (of eight passages each) and tells what the manifest then says of the graph. */
  async function putArticles(from: number, to: number) {
    const update = await beginFilesUpdate(indexDir, options);
    for (let i = from; i < to; i++) await update.put(corpus.article(i));
    await update.publish();
    return (await findPublishedBuild(indexDir)).manifest.graph;
  }

  it("measures the recall of a new graph and of one that has grown, but not after each small addition", async () => {
    const fresh = await putArticles(0, 60);
    expect(fresh).toMatchObject({ labels: 480, builtFor: 480, measuredFor: 480 });
    expect(fresh?.recallAt10).toBeGreaterThanOrEqual(0.985);
    const { ef, recallAt10, recallQueries } = fresh ?? {};
    const oneMore = await putArticles(60, 61);
    expect(oneMore).toMatchObject({ labels: 488, measuredFor: 480, ef, recallAt10, recallQueries });
    const grown = await putArticles(61, 70);
    expect(grown).toMatchObject({ labels: 560, builtFor: 480, measuredFor: 560 });
    expect(grown?.recallAt10).toBeGreaterThanOrEqual(0.985);
    const doubled = await putArticles(0, 100);
    expect(doubled?.deadLabels).toBe(0);
  }, 60_000);

  it("finds what was added as the nearest to its own vector", async () => {
    const store = await openFilesStore(indexDir, options);
    for (const passage of [0, 479, 480, 487, 559, 799]) {
      const [first] = await store.nearest(corpus.passageVector(passage), 1);
      expect(first?.similarity).toBeCloseTo(1, 4);
    }
    await store.close();
  });
});
