/** Checks a published index byte by byte and tells what is there, or what is wrong and what to do. */
import { IndexError } from "../errors.ts";
import { openBuild } from "./build-files.ts";
import { findPublishedBuild } from "./index-folder.ts";
import type { Manifest } from "./manifest.ts";

export type Verification =
  | { readonly outcome: "sound"; readonly build: string; readonly manifest: Manifest }
  | {
      readonly outcome: "unusable";
      readonly reason: IndexError["reason"];
      readonly message: string;
    };

/** Compares every file of the published build with its manifest. Reads everything, changes nothing. */
export async function verifyFilesIndex(indexDir: string): Promise<Verification> {
  try {
    const published = await findPublishedBuild(indexDir);
    const build = await openBuild(published);
    await build.close();
    return { outcome: "sound", build: published.name, manifest: published.manifest };
  } catch (error) {
    if (!(error instanceof IndexError)) throw error;
    return { outcome: "unusable", reason: error.reason, message: error.message };
  }
}
