/*
 * Paths and addresses in, one item per article out, in a stable order, one at a time: memory does not grow
 * with the corpus. Nothing is cleaned here. What cannot be an article is an item too, and the rest of the corpus
 * is read all the same.
 */
import { realpath, stat } from "node:fs/promises";
import path from "node:path";
import { CorpusError } from "../errors.ts";
import { type FileKind, readArticleFile } from "./files/read-article-file.ts";
import { parseRecord } from "./files/parse-record.ts";
import { readJsonLines, readTable } from "./files/read-records.ts";
import { FolderSources } from "./folder-sources.ts";
import { IdGiver } from "./id-giver.ts";
import { type ListedFile, listFiles } from "./list-files.ts";
import { type FetchOptions, PageFetcher } from "./network/page-fetcher.ts";
import {
  type AddressItem,
  type AddressReading,
  isAddressList,
  readAddress,
  readAddressList,
} from "./network/read-address.ts";
import { normalizeLine } from "./normalize-text.ts";
import type { ArticleId, RawArticle, Rejection, Source } from "./raw-article.ts";
import { SOURCES_FILE, UNKNOWN_SOURCE, readSources } from "./read-sources.ts";

export type CorpusItem =
  | { readonly kind: "article"; readonly article: RawArticle }
  | { readonly kind: "rejected"; readonly rejection: Rejection };

export interface CorpusOptions {
  /** Largest file of one article read, in bytes. @default 16 MiB, a thousand times a long article */
  readonly maxFileBytes?: number;
  /** How pages are fetched, when an address is given. */
  readonly network?: FetchOptions;
}

/** What the reading of several paths shares. */
interface Reading {
  readonly maxFileBytes: number;
  readonly ids: IdGiver;
  /** The paths of the files that were read: a file may be given by itself and with its folder. */
  readonly files: Set<string>;
  readonly addresses: AddressReading;
  /** By the folder's real path: files given one by one share the sources.json beside them. */
  readonly sources: Map<string, FolderSources>;
}

const DEFAULT_MAX_FILE_BYTES = 16 * 1024 * 1024;

const KINDS: ReadonlyMap<string, FileKind | "json-lines" | "table"> = new Map([
  [".txt", "text"],
  [".md", "markdown"],
  [".markdown", "markdown"],
  [".html", "html"],
  [".htm", "html"],
  [".xhtml", "html"],
  [".jsonl", "json-lines"],
  [".ndjson", "json-lines"],
  [".csv", "table"],
  [".tsv", "table"],
]);

const LIST_IN_FOLDER =
  "it is a list of addresses: name it to `ingest` by itself to have the pages read";

/** What browsers put beside a saved page; no reader wonders why it is no article. */
const COMPANION_FOLDER = /_(?:files|fichiers)\//;

/**
 * Reads every article under `paths`.
 *
 * @throws {CorpusError} when a path is missing, a folder holds no article file, or its sources.json is
 *   not JSON.
 */
export async function* readCorpus(
  paths: readonly string[],
  options: CorpusOptions = {},
): AsyncGenerator<CorpusItem> {
  const { maxFileBytes = DEFAULT_MAX_FILE_BYTES, network } = options;
  const reading: Reading = {
    maxFileBytes,
    ids: new IdGiver(),
    files: new Set(),
    addresses: { fetcher: new PageFetcher(network), read: new Set() },
    sources: new Map(),
  };
  for (const given of paths) {
    if (/^https?:/i.test(given)) yield* readItems(readAddress(given, reading.addresses), reading);
    else if (await isFolder(given)) yield* readFolder(given, reading);
    else yield* readGivenFile(await fileGiven(given), reading);
  }
}

/**
 * How many articles `readCorpus` will give at most, for a progress that knows its end; null where only
 * the reading can tell, as with tables and addresses.
 */
export async function countArticles(paths: readonly string[]): Promise<number | null> {
  let count = 0;
  for (const given of paths) {
    if (/^https?:/i.test(given)) return null;
    const files = (await isFolder(given))
      ? (await listFiles(given)).files
      : [await fileGiven(given)];
    if (files.some(holdsRecords)) return null;
    count += files.filter((file) => kindOf(file) !== undefined).length;
  }
  return count;
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

/** Its path is the one by which its folder lists it; a link stays the link, as it does there. */
async function fileGiven(given: string): Promise<ListedFile> {
  const origin = path.basename(given);
  return { path: path.join(await realpath(path.dirname(given)), origin), origin };
}

/** A file named by itself may also be a list of addresses; in a folder it may not, lest every start went online. */
async function* readGivenFile(file: ListedFile, reading: Reading): AsyncGenerator<CorpusItem> {
  const list = kindOf(file) === "text" ? await readAddresses(file, reading) : null;
  if (list === null) yield* readFiles(path.dirname(file.path), [file], reading);
  else yield* readItems(readAddressList(list, reading.addresses), reading);
}

async function readAddresses(file: ListedFile, reading: Reading): Promise<string | null> {
  const read = await readArticleFile(file.path, "text", reading.maxFileBytes);
  return read.kind === "article" && isAddressList(read.text) ? read.text : null;
}

async function* readItems(
  items: AsyncGenerator<AddressItem>,
  reading: Reading,
): AsyncGenerator<CorpusItem> {
  for await (const item of items) {
    if (item.kind === "rejected") yield item;
    else {
      const { text, form, source } = item.article;
      const { origin } = item;
      const articleId = reading.ids.give(item.name, origin);
      yield { kind: "article", article: { articleId, origin, form, text, source } };
    }
  }
}

async function* readFolder(folder: string, reading: Reading): AsyncGenerator<CorpusItem> {
  const { files, rejections } = await listFiles(folder);
  yield* rejections.map(rejected);
  const named = files.filter(
    ({ origin }) => origin !== SOURCES_FILE && !COMPANION_FOLDER.test(origin),
  );
  const readable = named.filter((file) => kindOf(file) !== undefined);
  yield* describeUnreadable(named).map(rejected);
  if (readable.length === 0) {
    throw new CorpusError(folder, `No article in "${folder}": put ${wantedKinds()} files there`);
  }
  yield* readFiles(folder, readable, reading);
  for (const articleId of reading.sources.get(await realpath(folder))?.unused ?? []) {
    yield rejected({
      origin: `${SOURCES_FILE}: ${normalizeLine(articleId)}`,
      reason: "no article of the folder has this id",
    });
  }
}

async function* readFiles(
  folder: string,
  files: readonly ListedFile[],
  reading: Reading,
): AsyncGenerator<CorpusItem> {
  const place = await realpath(folder);
  let sources = reading.sources.get(place);
  if (sources === undefined) {
    const { byArticle, rejections } = await readSources(folder);
    yield* rejections.map(rejected);
    sources = new FolderSources(byArticle);
    reading.sources.set(place, sources);
  }
  for (const file of files) {
    if (reading.files.has(file.path)) continue;
    reading.files.add(file.path);
    const kind = kindOf(file);
    if (kind === undefined) yield* describeUnreadable([file]).map(rejected);
    else if (kind === "json-lines" || kind === "table") yield* readRecords(file, sources, reading);
    else yield await readOne(file, kind, sources, reading);
  }
}

async function readOne(
  file: ListedFile,
  kind: FileKind,
  sources: FolderSources,
  reading: Reading,
): Promise<CorpusItem> {
  const read = await readArticleFile(file.path, kind, reading.maxFileBytes);
  const name = nameOf(file);
  const refuse = (reason: string) =>
    rejected({ origin: file.origin, articleId: name as ArticleId, reason });
  if (read.kind === "refused") return refuse(read.reason);
  const { text, form, source } = read;
  if (isAddressList(text)) return refuse(LIST_IN_FOLDER);
  const articleId = reading.ids.give(name, file.origin);
  const known = mergeSources(sources.find(articleId, name, file.origin), source);
  return {
    kind: "article",
    article: { articleId, origin: file.origin, form, text, source: known },
  };
}

async function* readRecords(
  file: ListedFile,
  sources: FolderSources,
  reading: Reading,
): AsyncGenerator<CorpusItem> {
  const records = kindOf(file) === "table" ? readTable(file.path) : readJsonLines(file.path);
  for await (const item of records) {
    const origin = item.line === null ? file.origin : `${file.origin}:${item.line}`;
    if (item.kind === "problem") {
      yield rejected({ origin, reason: item.reason });
      continue;
    }
    const record = parseRecord(item.record);
    if (record === null) {
      yield rejected({ origin, reason: 'no column "text" (or body, content, texte) holds a text' });
      continue;
    }
    const name = record.id ?? `${nameOf(file)}-${item.line}`;
    const articleId = reading.ids.give(name, origin);
    const source = mergeSources(sources.find(articleId, name, origin), record.source);
    const article: RawArticle = { articleId, origin, form: "extracted", text: record.text, source };
    yield { kind: "article", article };
  }
}

/** What sources.json says counts more than what the page says of itself. */
function mergeSources(listed: Source = UNKNOWN_SOURCE, stated: Source = UNKNOWN_SOURCE): Source {
  return {
    outlet: listed.outlet ?? stated.outlet,
    title: listed.title ?? stated.title,
    url: listed.url ?? stated.url,
    published: listed.published ?? stated.published,
  };
}

/** The file's name without its extension. */
function nameOf(file: ListedFile): string {
  return path.parse(file.origin).name.normalize("NFC");
}

function kindOf(file: ListedFile) {
  return KINDS.get(path.extname(file.path).toLowerCase());
}

function holdsRecords(file: ListedFile): boolean {
  const kind = kindOf(file);
  return kind === "json-lines" || kind === "table";
}

/** One line for all files of other kinds: a folder may hold hundreds of pictures. */
function describeUnreadable(files: readonly ListedFile[]): Rejection[] {
  const [first, ...others] = files.filter((file) => kindOf(file) === undefined);
  if (first === undefined) return [];
  const more = others.length === 0 ? "" : ` (and ${others.length} more)`;
  const reason = `it is not of a kind Sourcier reads: ${wantedKinds()}`;
  return [{ origin: normalizeLine(first.origin) + more, reason }];
}

function wantedKinds(): string {
  return [...KINDS.keys()].join(", ");
}

function rejected(rejection: Rejection): CorpusItem {
  return { kind: "rejected", rejection };
}
