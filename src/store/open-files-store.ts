/**
 * Opens the published index in a folder and answers from it. Nothing is read that was not checked; what is big
 * (articles, vectors, postings) stays on the disk and is read where it is needed; nothing is ever written.
 */
import { IndexError, messageOf } from "../errors.ts";
import { openBuild, type OpenBuild } from "./build-files.ts";
import { createFilesStore } from "./files-store.ts";
import { openGraph, type Graph } from "./graph.ts";
import { assertSameEmbedder, findPublishedBuild, type PublishedBuild } from "./index-folder.ts";
import type { Store } from "./store.ts";

export interface OpenOptions {
  /** Fingerprint of the encoder that will embed the questions. */
  readonly embedderFingerprint: string;
}

/** @throws {IndexError} `missing`, `damaged` or `incompatible`, with what to do. */
export async function openFilesStore(indexDir: string, options: OpenOptions): Promise<Store> {
  let published = await findPublishedBuild(indexDir);
  for (;;) {
    assertSameEmbedder(published, options.embedderFingerprint);
    try {
      return await openStore(published);
    } catch (error) {
      const now = await findPublishedBuild(indexDir);
      if (now.name === published.name) throw error;
      published = now; // another process published meanwhile and removed what was being opened
    }
  }
}

async function openStore(published: PublishedBuild): Promise<Store> {
  const build = await openBuild(published);
  try {
    return await createFilesStore(build, await loadGraph(build));
  } catch (error) {
    await build.close();
    throw error;
  }
}

async function loadGraph(build: OpenBuild): Promise<Graph | null> {
  const { graph } = build.published.manifest;
  if (!graph) return null;
  try {
    return await openGraph(build.graphPath, graph.dimensions, graph.labels);
  } catch (cause) {
    if (cause instanceof IndexError) throw cause;
    const found = messageOf(cause);
    throw new IndexError(
      build.graphPath,
      "damaged",
      `The index is damaged: ${build.graphPath}: ${found}. Run "npm run sourcier -- ingest" to build it again`,
      { cause },
    );
  }
}
