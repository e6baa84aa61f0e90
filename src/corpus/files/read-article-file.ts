/*
 * A file of one article in, its text and what it states about itself out: .txt, .md, .html. Where the kind of
 * file allows nothing to be stated, the source is unknown.
 */
import { decodeText } from "../decode-text.ts";
import { extractArticle } from "../html/extract-article.ts";
import { normalizeText } from "../normalize-text.ts";
import type { RawArticle, Source } from "../raw-article.ts";
import { readBoundedFile } from "../read-bounded-file.ts";
import { UNKNOWN_SOURCE } from "../read-sources.ts";
import { parseMarkdown } from "./parse-markdown.ts";
import { parseRecord } from "./parse-record.ts";

export type FileKind = "text" | "markdown" | "html";

export type ReadArticle =
  | ({ readonly kind: "article"; readonly source: Source } & Pick<RawArticle, "text" | "form">)
  | { readonly kind: "refused"; readonly reason: string };

/** Reads the file at `filePath`, at most `maxBytes` long. */
export async function readArticleFile(
  filePath: string,
  kind: FileKind,
  maxBytes: number,
): Promise<ReadArticle> {
  const read = await readBoundedFile(filePath, maxBytes);
  if (read.kind !== "bytes") return { kind: "refused", reason: read.reason };
  return parseArticle(read.bytes, kind, { address: null, charset: null });
}

/** Where bytes came from, and the charset that came with them, if they did not come from a file. */
export interface Origin {
  readonly address: string | null;
  readonly charset: string | null;
}

/** Parses the bytes of one article. */
export function parseArticle(bytes: Uint8Array, kind: FileKind, origin: Origin): ReadArticle {
  const charset = origin.charset ?? (kind === "html" ? declaredCharset(bytes) : null);
  const decoded = decodeText(bytes, charset);
  if (decoded.kind === "refused") return decoded;
  const { source, ...article } = parseText(decoded.text, kind, origin.address);
  const text = normalizeText(article.text);
  if (text.trim() === "") return { kind: "refused", reason: "it holds no visible text" };
  return { kind: "article", form: article.form, text, source };
}

/** What <meta charset> or <meta http-equiv> near the top of a page say. */
function declaredCharset(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 4096)).toString("latin1");
  return /<meta[^>]{0,200}charset\s*=\s*["']?([\w.:-]{2,40})/i.exec(head)?.[1] ?? null;
}

function parseText(
  text: string,
  kind: FileKind,
  address: string | null,
): Pick<RawArticle, "text" | "form" | "source"> {
  if (kind === "text") return { text, form: "scrape", source: UNKNOWN_SOURCE };
  if (kind === "html") {
    const page = extractArticle(text, address);
    const { title, outlet, url, published } = page.metadata;
    const source = { title, outlet, url, published };
    return { text: page.text, form: page.form, source };
  }
  const markdown = parseMarkdown(normalizeText(text));
  // The front matter names its fields as tables name their columns.
  const record = parseRecord({ ...markdown.fields, text: markdown.text });
  return { text: markdown.text, form: "scrape", source: record?.source ?? UNKNOWN_SOURCE };
}
