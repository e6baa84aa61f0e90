/*
 * A row of a table or a line of JSON in, the article it describes out. Columns are known by the names that
 * exports give them, in French or English, in any case; the others are passed over.
 */
import { lineOrNull, normalizeText } from "../normalize-text.ts";
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
  id: ["articleid", "article_id", "_id", "id", "uid", "guid"],
  title: ["title", "titre", "headline"],
  text: [
    "text",
    "texte",
    "body",
    "content",
    "contenu",
    "article",
    "corps",
    "fulltext",
    "full_text",
  ],
  url: ["url", "link", "lien", "href", "canonical", "adresse"],
  published: [
    "published",
    "date",
    "published_at",
    "publishedat",
    "pubdate",
    "date_publication",
    "datepublished",
  ],
  outlet: ["outlet", "source", "media", "journal", "publisher", "site", "publication"],
} as const;

/** Columns whose numbers are values like any other; a number is no text and no address. */
const NUMERIC: ReadonlySet<keyof typeof COLUMNS> = new Set(["id", "published"] as const);

const MAX_ID_CHARS = 200;

/** Whether one of the columns called `names` is for the text. */
export function namesText(names: readonly string[]): boolean {
  const wanted: readonly string[] = COLUMNS.text;
  return names.some((name) => wanted.includes(foldColumn(name)));
}

/** Returns the article of `record`, or null when no column holds a text. */
export function parseRecord(record: Readonly<Record<string, unknown>>): ParsedRecord | null {
  const columns = new Map(Object.entries(record).map(([name, value]) => [foldColumn(name), value]));
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
  return name.normalize("NFD").replace(/\p{M}/gu, "").trim().toLowerCase();
}

function readColumn(
  columns: ReadonlyMap<string, unknown>,
  column: keyof typeof COLUMNS,
): string | null {
  for (const name of COLUMNS[column]) {
    const value = columns.get(name);
    if (typeof value === "string" && value.trim() !== "") return value;
    if (typeof value === "number" && NUMERIC.has(column)) return String(value);
  }
  return null;
}

/** Exports of content systems hold HTML; everything else is taken as it is. */
function plainText(text: string): string {
  const normalized = normalizeText(text);
  if (!/<\/(?:p|div|h[1-6]|li|a)>|<br ?\/?>/i.test(normalized)) return normalized;
  const { html, depth } = simplifyHtml(normalized);
  const body = depth > 100 ? null : parseHtml(html).body;
  return body === null ? normalized : pageLines(body);
}
