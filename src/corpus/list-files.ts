/*
 * A folder in, the files to read out, in one order on every machine. What must not be opened (a link
 * that leaves the folder, a device, a pipe, a name that lies) comes out as a Rejection; nothing is opened here.
 */
import { lstat, readdir, realpath } from "node:fs/promises";
import path from "node:path";
import { CorpusError } from "../errors.ts";
import type { Rejection } from "./raw-article.ts";

export interface ListedFile {
  /** Path to open. */
  readonly path: string;
  /** Path relative to the folder asked for, with `/`: what messages show. */
  readonly origin: string;
}

export interface FileListing {
  readonly files: readonly ListedFile[];
  readonly rejections: readonly Rejection[];
}

/** Folders nested deeper than this are refused: no corpus is, and a loop of mounts would be. */
const MAX_DEPTH = 16;

/**
 * Lists every regular file under `folder`, subfolders included, sorted by path in code-unit order.
 * Hidden entries (`.git`, `.DS_Store`) are passed over silently.
 *
 * @throws {CorpusError} when `folder` cannot be read.
 */
export async function listFiles(folder: string): Promise<FileListing> {
  const root = await realpath(folder).catch((error: unknown) => {
    throw new CorpusError(folder, `Cannot read the corpus: no folder or file "${folder}"`, {
      cause: error,
    });
  });
  const listing = { files: [] as ListedFile[], rejections: [] as Rejection[] };
  await listInto(root, root, listing, 0);
  return listing;
}

async function listInto(
  root: string,
  folder: string,
  listing: { files: ListedFile[]; rejections: Rejection[] },
  depth: number,
): Promise<void> {
  for (const name of (await readNames(root, folder)).sort()) {
    if (name.startsWith(".")) continue;
    const entry = path.join(folder, name);
    const origin = path.relative(root, entry).split(path.sep).join("/");
    const verdict = await judgeEntry(root, entry, name);
    if (verdict === "folder" && depth < MAX_DEPTH) await listInto(root, entry, listing, depth + 1);
    else if (verdict === "folder") refuse(listing, origin, "its folder is nested too deep");
    else if (verdict === "file") listing.files.push({ path: entry, origin });
    else refuse(listing, origin, verdict.reason);
  }
}

async function readNames(root: string, folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    const shown = path.relative(root, folder) || root;
    throw new CorpusError(folder, `Cannot list the folder "${shown}" of the corpus`, {
      cause: error,
    });
  }
}

async function judgeEntry(
  root: string,
  entry: string,
  name: string,
): Promise<"folder" | "file" | { readonly reason: string }> {
  if (/[\p{Cc}\p{Cf}\p{Co}\ufffd\u2028\u2029]/u.test(name)) {
    return { reason: "its name holds invisible or undecodable characters: rename it" };
  }
  const stats = await lstat(entry);
  if (stats.isDirectory()) return "folder";
  if (stats.isFile()) return "file";
  if (!stats.isSymbolicLink()) return { reason: "it is a device, pipe or socket, not a file" };
  return judgeLink(root, entry);
}

async function judgeLink(
  root: string,
  entry: string,
): Promise<"file" | { readonly reason: string }> {
  const target = await realpath(entry).catch(() => null);
  if (target === null) return { reason: "it is a link to nothing" };
  if (target !== root && !target.startsWith(root + path.sep))
    return { reason: "it is a link out of the folder" };
  // A link to a folder inside would be read twice, or for ever.
  return (await lstat(target)).isFile() ? "file" : { reason: "it is a link to no regular file" };
}

function refuse(listing: { rejections: Rejection[] }, origin: string, reason: string): void {
  // Spelled out, so that a message about a name does not do what the name does.
  const visible = origin.replace(/[\p{C}\u2028\u2029\ufffd]/gu, (char) => {
    return `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`;
  });
  listing.rejections.push({ origin: visible, reason });
}
