/**
 * The vectors of a build and the names of their texts: all that is needed to embed nothing twice. They are also
 * saved from a build that is damaged elsewhere, because they cost hours where everything else costs minutes.
 */
import type { FileHandle } from "node:fs/promises";
import { IndexError } from "../errors.ts";
import { buildFiles } from "./build-files.ts";
import { openChecked } from "./checked-file.ts";
import { factsOf, findPublishedBuild } from "./index-folder.ts";

export interface VectorSource {
  readonly vectors: FileHandle;
  readonly vectorKeys: FileHandle;
  /** Records in each of the two files. */
  readonly records: number;
  close(): Promise<void>;
}

/** The vectors of a build that cannot be opened as a whole; null when they are damaged too, or of another size. */
export async function salvageVectors(
  indexDir: string,
  dimensions: number,
): Promise<VectorSource | null> {
  const handles: FileHandle[] = [];
  const close = async (): Promise<void> => {
    for (const handle of handles) await handle.close();
  };
  try {
    const build = await findPublishedBuild(indexDir);
    const { manifest, folder } = build;
    if (manifest.dimensions !== dimensions) return null;
    const vectors = await openChecked(folder, factsOf(build, buildFiles.vectors));
    handles.push(vectors);
    const vectorKeys = await openChecked(folder, factsOf(build, buildFiles.vectorKeys));
    handles.push(vectorKeys);
    return { vectors, vectorKeys, records: manifest.passages + manifest.sentences, close };
  } catch (error) {
    await close();
    if (error instanceof IndexError) return null;
    throw error;
  }
}
