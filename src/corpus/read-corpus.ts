/*
 * Paths of folders and files in, one item per article out, in a stable order. Nothing is cleaned here.
 * A file that cannot be an article is an item too: the rest of the corpus is read all the same.
 */
import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import path from "node:path";
import { CorpusError } from "../errors.ts";
import { decodeText } from "./decode-text.ts";
import { type ListedFile, listFiles } from "./list-files.ts";
import { normalizeText } from "./normalize-text.ts";
import type { ArticleId, RawArticle, Rejection } from "./raw-article.ts";
import { readBoundedFile } from "./read-bounded-file.ts";
import { SOURCES_FILE, type Sources, UNKNOWN_SOURCE, readSources } from "./read-sources.ts";

export type CorpusItem =
  | { readonly kind: "article"; readonly article: RawArticle }
  | { readonly kind: "rejected"; readonly rejection: Rejection };

export interface CorpusOptions {
  /** Largest file read, in bytes. @default 16 MiB, a thousand times a long article */
  readonly maxFileBytes?: number;
}

const DEFAULT_MAX_FILE_BYTES = 16 * 1024 * 1024;
const READABLE_EXTENSIONS: ReadonlySet<string> = new Set([".txt"]);

/** What the reading of several paths shares. */
interface Reading {
  readonly maxFileBytes: number;
  /** Article ids already given out, so that no two articles share one. */
  readonly taken: Set<string>;
}

/**
 * Reads every article under `paths`, one at a time: memory does not grow with the corpus.
 *
 * @throws {CorpusError} when a path is missing, a folder holds no article file, or its sources.json is
 *   not JSON.
 */
export async function* readCorpus(
  paths: readonly string[],
  options: CorpusOptions = {},
): AsyncGenerator<CorpusItem> {
  const { maxFileBytes = DEFAULT_MAX_FILE_BYTES } = options;
  const reading: Reading = { maxFileBytes, taken: new Set() };
  for (const given of paths) {
    if (await isFolder(given)) yield* readFolder(given, reading);
    else yield* readFiles(path.dirname(given), [fileGiven(given)], reading);
  }
}

async function isFolder(given: string): Promise<boolean> {
  try {
    return (await stat(given)).isDirectory();
  } catch (error) {
    throw new CorpusError(given, `Cannot read the corpus: no folder or file "${given}"`, {
      cause: error,
    });
  }
}

function fileGiven(given: string): ListedFile {
  return { path: given, origin: path.basename(given) };
}

async function* readFolder(folder: string, reading: Reading): AsyncGenerator<CorpusItem> {
  const { files, rejections } = await listFiles(folder);
  yield* rejections.map(rejected);
  const named = files.filter((file) => file.origin !== SOURCES_FILE);
  const readable = named.filter((file) => isReadable(file.path));
  yield* describeUnreadable(named).map(rejected);
  if (readable.length === 0) {
    const wanted = [...READABLE_EXTENSIONS].join(", ");
    throw new CorpusError(folder, `No article in "${folder}": put ${wanted} files there`);
  }
  yield* readFiles(folder, readable, reading);
}

async function* readFiles(
  folder: string,
  files: readonly ListedFile[],
  reading: Reading,
): AsyncGenerator<CorpusItem> {
  const sources = await readSources(folder);
  const unused = new Set(sources.byArticle.keys());
  yield* sources.rejections.map(rejected);
  for (const file of files) {
    unused.delete(nameOf(file));
    yield* readFile(file, sources, reading);
  }
  const isWholeFolder = files.length > 1;
  for (const name of isWholeFolder ? unused : []) {
    yield rejected({ origin: `${SOURCES_FILE}: ${name}`, reason: "there is no such article file" });
  }
}

async function* readFile(
  file: ListedFile,
  sources: Sources,
  reading: Reading,
): AsyncGenerator<CorpusItem> {
  const read = await readBoundedFile(file.path, reading.maxFileBytes);
  const decoded = read.kind === "bytes" ? decodeText(read.bytes) : read;
  if (decoded.kind !== "text") {
    yield rejected({ origin: file.origin, reason: decoded.reason });
    return;
  }
  const text = normalizeText(decoded.text);
  if (text.trim() === "") {
    yield rejected({ origin: file.origin, reason: "it holds no visible text" });
    return;
  }
  const source = sources.byArticle.get(nameOf(file)) ?? UNKNOWN_SOURCE;
  const articleId = takeId(file, reading.taken);
  yield {
    kind: "article",
    article: { articleId, origin: file.origin, form: "scrape", text, source },
  };
}

/** The file's name without its extension. */
function nameOf(file: ListedFile): string {
  return path.parse(file.origin).name.normalize("NFC");
}

/** Two files of one name in two folders are two articles: the second gets a mark made from its path. */
function takeId(file: ListedFile, taken: Set<string>): ArticleId {
  const name = nameOf(file);
  const mark = createHash("sha256").update(file.origin).digest("hex").slice(0, 8);
  const articleId = taken.has(name) ? `${name}-${mark}` : name;
  taken.add(articleId);
  return articleId as ArticleId;
}

function isReadable(filePath: string): boolean {
  return READABLE_EXTENSIONS.has(path.extname(filePath).toLowerCase());
}

/** One line for all files of other kinds: a saved page brings dozens of scripts and pictures. */
function describeUnreadable(files: readonly ListedFile[]): Rejection[] {
  const unreadable = files.filter((file) => !isReadable(file.path));
  const [first, ...others] = unreadable;
  if (first === undefined) return [];
  const more = others.length === 0 ? "" : ` (and ${others.length} more)`;
  const wanted = [...READABLE_EXTENSIONS].join(", ");
  return [{ origin: first.origin + more, reason: `it is not of a kind Sourcier reads: ${wanted}` }];
}

function rejected(rejection: Rejection): CorpusItem {
  return { kind: "rejected", rejection };
}
