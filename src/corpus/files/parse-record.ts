/*
 * A row of a table or a line of JSON in, the article it describes out. Columns are known by the names that
 * exports give them, in French or English, in any case and spelling; the others are passed over.
 */
import { z } from "zod";
import { lineOrNull, normalizeText, withoutAccents } from "../normalize-text.ts";
import { parseDate } from "../parse-date.ts";
import { parseUrl } from "../parse-url.ts";
import type { Source } from "../raw-article.ts";
import { parseHtml } from "../html/parse-html.ts";
import { pageLines } from "../html/page-lines.ts";
import { simplifyHtml } from "../html/simplify-html.ts";

export interface ParsedRecord {
  /** The record's own identity, when it has one. */
  readonly id: string | null;
  readonly text: string;
  readonly source: Source;
}

const COLUMNS = {
  id: ["articleid", "article_id", "_id", "id", "uid", "guid", "uuid", "identifiant"],
  title: ["title", "titre", "headline"],
  text: ["text", "texte", "body", "content", "contenu", "article", "corps", "fulltext"],
  url: ["url", "link", "lien", "href", "canonical", "canonicalurl", "adresse", "permalink"],
  published: [
    "published",
    "date",
    "publishedat",
    "pubdate",
    "datepublication",
    "datepublished",
    "dateparution",
  ],
  outlet: ["outlet", "source", "media", "journal", "publisher", "site", "publication"],
} as const;

/** What exports wrap a value in: WordPress its HTML, MongoDB its ids and dates, others what has a name. */
const WRAPPERS = ["rendered", "$oid", "$date", "name"] as const;

/** Columns whose numbers are values like any other; a number is no text and no address. */
const NUMERIC: ReadonlySet<keyof typeof COLUMNS> = new Set(["id", "published"] as const);

const MAX_ID_CHARS = 200;

/** Whether one of the columns called `names` is for the text. */
export function namesText(names: readonly string[]): boolean {
  const wanted: readonly string[] = COLUMNS.text;
  return names.some((name) =>
    [foldColumn(name), bareColumn(name)].some((folded) => wanted.includes(folded)),
  );
}

/** Returns the article of `record`, or null when no column holds a text. */
export function parseRecord(record: Readonly<Record<string, unknown>>): ParsedRecord | null {
  // A column's own name counts more than what is left of another's: "id" more than "post_id".
  const entries = Object.entries(record);
  const columns = new Map([
    ...entries.map(([name, value]): [string, unknown] => [bareColumn(name), value]).toReversed(),
    ...entries.map(([name, value]): [string, unknown] => [foldColumn(name), value]),
  ]);
  const read = (column: keyof typeof COLUMNS) => readColumn(columns, column);
  const text = plainText(read("text") ?? "");
  if (text.trim() === "") return null;
  const line = (column: keyof typeof COLUMNS) => lineOrNull(read(column) ?? "");
  return {
    id: line("id")?.slice(0, MAX_ID_CHARS) ?? null,
    text,
    source: {
      outlet: line("outlet"),
      title: line("title"),
      url: parseUrl(read("url") ?? ""),
      published: parseDate(read("published") ?? ""),
    },
  };
}

/** "Média", "MEDIA" and " media" are one column. */
function foldColumn(name: string): string {
  return withoutAccents(name).trim().toLowerCase();
}

/** Words that only say of what, or bind others: "Texte de l'article", "post_content", "Date de publication". */
const BINDING_WORDS = new Set(["article", "post", "de", "du", "d", "l", "la", "le", "of", "the"]);

/** The words that tell what a column holds, written together: "texte", "content", "datepublication". */
function bareColumn(name: string): string {
  const words = foldColumn(name).match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !BINDING_WORDS.has(word)).join("");
}

function readColumn(
  columns: ReadonlyMap<string, unknown>,
  column: keyof typeof COLUMNS,
): string | null {
  for (const name of COLUMNS[column]) {
    const value = unwrap(columns.get(name));
    if (typeof value === "string" && value.trim() !== "") return value;
    if (typeof value === "number" && NUMERIC.has(column)) return String(value);
  }
  return null;
}

const wrapped = z.record(z.string(), z.unknown());
const paragraphs = z.array(z.string());

function unwrap(value: unknown): unknown {
  if (Array.isArray(value)) return paragraphs.safeParse(value).data?.join("\n\n");
  const parts = wrapped.safeParse(value).data ?? {};
  const inner = WRAPPERS.map((name) => parts[name]).find((part) => part !== undefined);
  return inner ?? value;
}

/** Exports of content systems hold HTML; everything else is taken as it is. */
function plainText(text: string): string {
  const normalized = normalizeText(text);
  if (!/<\/(?:p|div|h[1-6]|li|a)>|<br ?\/?>/i.test(normalized)) return normalized;
  const { html, depth } = simplifyHtml(normalized);
  const body = depth > 100 ? null : parseHtml(html).body;
  return body === null ? normalized : pageLines(body);
}
