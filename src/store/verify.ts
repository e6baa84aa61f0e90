/** Checks a published index byte by byte and tells what is there, or what is wrong and what to do. */
import type { ArticleId } from "../corpus/raw-article.ts";
import { IndexError } from "../errors.ts";
import { openBuild, readContents } from "./build-files.ts";
import { findPublishedBuild } from "./index-folder.ts";
import type { Manifest } from "./manifest.ts";

export type Verification =
  | {
      readonly outcome: "sound";
      readonly build: string;
      readonly manifest: Manifest;
      /** contentHash of every article, to be compared with the corpus. */
      readonly contents: ReadonlyMap<ArticleId, string>;
    }
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
    const contents = await readContents(build);
    await build.close();
    return { outcome: "sound", build: published.name, manifest: published.manifest, contents };
  } catch (error) {
    if (!(error instanceof IndexError)) throw error;
    return { outcome: "unusable", reason: error.reason, message: error.message };
  }
}
