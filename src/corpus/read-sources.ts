/*
 * `sources.json` in, what it states of each article out. An entry that is wrong costs that entry, and a
 * wrong field that field; a file that is not JSON at all stops the reading, because going on would take
 * the links of every article away.
 */
import path from "node:path";
import { z } from "zod";
import { CorpusError, messageOf } from "../errors.ts";
import { decodeText } from "./decode-text.ts";
import { lineOrNull, normalizeLine, showValue } from "./normalize-text.ts";
import { parseDate } from "./parse-date.ts";
import { WANTED_URL, parseUrl } from "./parse-url.ts";
import type { Rejection, Source } from "./raw-article.ts";
import { readBoundedFile } from "./read-bounded-file.ts";

export const SOURCES_FILE = "sources.json";
const MAX_SOURCES_BYTES = 64 * 1024 * 1024;

interface Sources {
  readonly byArticle: ReadonlyMap<string, Source>;
  readonly rejections: readonly Rejection[];
}

const sourceEntry = z.record(z.string(), z.unknown());

/** A source of which nothing is known. */
export const UNKNOWN_SOURCE: Source = { outlet: null, title: null, url: null, published: null };

/**
 * Reads the `sources.json` of `folder`; a folder without one has articles of which nothing else is known.
 *
 * @throws {CorpusError} when the file is there but is not a JSON object.
 */
export async function readSources(folder: string): Promise<Sources> {
  const file = path.join(folder, SOURCES_FILE);
  const text = await readSourcesText(file);
  if (text === null) return { byArticle: new Map(), rejections: [] };
  const entries = Object.entries(parseObject(file, text));
  const byArticle = new Map<string, Source>();
  const rejections: Rejection[] = [];
  for (const [articleId, entry] of entries) {
    const { source, problems } = parseSource(entry);
    if (source !== null) byArticle.set(articleId.normalize("NFC"), source);
    for (const problem of problems) {
      rejections.push({ origin: `${SOURCES_FILE}: ${normalizeLine(articleId)}`, reason: problem });
    }
  }
  return { byArticle, rejections };
}

async function readSourcesText(file: string): Promise<string | null> {
  const read = await readBoundedFile(file, MAX_SOURCES_BYTES);
  if (read.kind === "missing") return null;
  const decoded = read.kind === "bytes" ? decodeText(read.bytes) : read;
  if (decoded.kind === "text") return decoded.text;
  throw new CorpusError(file, `Cannot read "${SOURCES_FILE}": ${decoded.reason}`);
}

function parseObject(file: string, text: string): object {
  const shape = 'must be a JSON object of {"articleId": {"outlet", "title", "url", "published"}}';
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (error) {
    const found = messageOf(error);
    throw new CorpusError(file, `Cannot parse "${SOURCES_FILE}": it ${shape}: ${found}`, {
      cause: error,
    });
  }
  if (typeof parsed === "object" && parsed !== null && !Array.isArray(parsed)) return parsed;
  const found = Array.isArray(parsed) ? "a list" : parsed === null ? "null" : typeof parsed;
  throw new CorpusError(file, `Cannot use "${SOURCES_FILE}": it ${shape}: found ${found}`);
}

/** How each field is read, and what it must be. */
const FIELDS: readonly (readonly [
  name: keyof Source,
  read: (text: string) => string | null,
  expected: string,
])[] = [
  ["outlet", lineOrNull, "a text"],
  ["title", lineOrNull, "a text"],
  ["url", parseUrl, WANTED_URL],
  ["published", parseDate, "a date such as 2020-02-28"],
];

/** Checks one entry; every field that does not hold becomes null and a problem. */
function parseSource(entry: unknown): { source: Source | null; problems: string[] } {
  const parsed = sourceEntry.safeParse(entry);
  if (!parsed.success) {
    const problem = `the entry is ignored: ${showValue(entry)} is not a JSON object`;
    return { source: null, problems: [problem] };
  }
  const source: Record<keyof Source, string | null> = { ...UNKNOWN_SOURCE };
  const problems: string[] = [];
  for (const [name, read, expected] of FIELDS) {
    const given = parsed.data[name] ?? "";
    source[name] = typeof given === "string" ? read(given) : null;
    const isEmpty = typeof given === "string" && given.trim() === "";
    if (source[name] === null && !isEmpty)
      problems.push(`"${name}" is ignored: ${showValue(given)} is not ${expected}`);
  }
  return { source, problems };
}
