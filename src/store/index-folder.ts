/**
 * The layout of `index/`: `CURRENT` names the published build, `builds/<name>/` holds it. A build is never
 * changed once it has its name; publishing switches `CURRENT`, and nothing else is ever switched.
 */
import { mkdir, readdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { errorCode, IndexError } from "../errors.ts";
import { replaceFile, syncFolder, type FileFacts } from "./checked-file.ts";
import { buildName, formatVersion, manifestName, type Manifest } from "./manifest.ts";

export interface PublishedBuild {
  readonly folder: string;
  readonly name: string;
  readonly manifest: Manifest;
}

const pointerPattern = /^[0-9a-f]{32}\n$/;
const rebuildAdvice = 'Run "npm run sourcier -- ingest" to build it';

export function buildsFolder(indexDir: string): string {
  return join(indexDir, "builds");
}

/** @throws {IndexError} `missing` when nothing is published, `damaged` or `incompatible` when it cannot be used. */
export async function findPublishedBuild(indexDir: string): Promise<PublishedBuild> {
  const name = await readPointer(indexDir);
  const folder = join(buildsFolder(indexDir), name);
  const path = join(folder, manifestName);
  let text: Buffer;
  try {
    text = await readFile(path);
  } catch (error) {
    throw damaged(path, "the build that CURRENT names is not there", error);
  }
  if (buildName(text) !== name)
    throw damaged(path, "the manifest is not the one that CURRENT names");
  const manifest = JSON.parse(text.toString("utf8")) as Manifest; // vouched for by its hash
  if (manifest.formatVersion !== formatVersion)
    throw incompatible(
      folder,
      `its format is ${manifest.formatVersion}, this Sourcier reads ${formatVersion}`,
    );
  return { folder, name, manifest };
}

async function readPointer(indexDir: string): Promise<string> {
  const path = join(indexDir, "CURRENT");
  let pointer: string;
  try {
    pointer = await readFile(path, "latin1");
  } catch (error) {
    if (errorCode(error) === "ENOENT")
      throw new IndexError(
        indexDir,
        "missing",
        `There is no index in ${indexDir}. ${rebuildAdvice}`,
      );
    throw damaged(path, "it cannot be read", error);
  }
  if (!pointerPattern.test(pointer)) throw damaged(path, "it does not name a build");
  return pointer.trimEnd();
}

/** @throws {IndexError} reason `incompatible` when the build was made by another encoder. */
export function assertSameEmbedder(build: PublishedBuild, embedderFingerprint: string): void {
  const found = build.manifest.embedderFingerprint;
  if (found !== embedderFingerprint)
    throw incompatible(
      build.folder,
      `its vectors are of "${found}", the encoder is "${embedderFingerprint}"`,
    );
}

/** @throws {IndexError} reason `damaged` when the manifest does not know the file. */
export function factsOf(build: PublishedBuild, name: string): FileFacts {
  const facts = build.manifest.files.find((file) => file.name === name);
  if (!facts) throw damaged(join(build.folder, name), "the manifest does not list it");
  return facts;
}

/** Gives a finished build its name, makes it the published one, and returns it. */
export async function publishBuild(publication: {
  readonly indexDir: string;
  readonly temporary: string;
  readonly manifest: Manifest;
  readonly onStep: (step: string) => void;
}): Promise<PublishedBuild> {
  const { indexDir, temporary, manifest, onStep } = publication;
  const text = `${JSON.stringify(manifest, null, 1)}\n`;
  const name = buildName(Buffer.from(text));
  const folder = join(buildsFolder(indexDir), name);
  await replaceFile(join(temporary, manifestName), text);
  onStep("manifest written");
  await rename(temporary, folder);
  await syncFolder(buildsFolder(indexDir));
  onStep("build named");
  await replaceFile(join(indexDir, "CURRENT"), `${name}\n`);
  onStep("pointer switched");
  return { folder, name, manifest };
}

/** Removes builds and leftovers other than the published one. Readers of an old build hold its files open. */
export async function removeOtherBuilds(indexDir: string, published: string | null): Promise<void> {
  for (const name of await readdir(buildsFolder(indexDir)))
    if (name !== published && !name.endsWith(damagedEnding))
      await rm(join(buildsFolder(indexDir), name), { recursive: true, force: true });
}

const damagedEnding = ".damaged";

/**
 * Puts a damaged index out of the way, for whoever wants to look at it: its build is renamed to
 * `builds/<name>.damaged` (the one before it is removed) and `CURRENT` goes. The next update starts afresh.
 */
export async function setAsideDamagedIndex(indexDir: string): Promise<void> {
  await mkdir(buildsFolder(indexDir), { recursive: true });
  for (const name of await readdir(buildsFolder(indexDir))) {
    const path = join(buildsFolder(indexDir), name);
    if (name.endsWith(damagedEnding)) await rm(path, { recursive: true, force: true });
    else if (/^[0-9a-f]{32}$/.test(name)) await rename(path, path + damagedEnding);
  }
  await rm(join(indexDir, "CURRENT"), { recursive: true, force: true }); // whatever stands in its place
  await syncFolder(indexDir);
}

function damaged(path: string, found: string, cause?: unknown): IndexError {
  return new IndexError(
    path,
    "damaged",
    `The index is damaged: ${path}: ${found}. ${rebuildAdvice} again`,
    { cause },
  );
}

function incompatible(path: string, found: string): IndexError {
  return new IndexError(
    path,
    "incompatible",
    `The index in ${path} does not fit: ${found}. ${rebuildAdvice} again`,
  );
}
