/*
 * The source of a page in, the text of its article and what the page states about it out. The part that the
 * page itself marks as the article's body is taken when there is one; else Mozilla's Readability finds it; else
 * the whole page is handed on, to be cleaned like any other copy of a page.
 */
import { Readability } from "@mozilla/readability";
import { type PageDocument, type PageElement, parseHtml } from "./parse-html.ts";
import { pageLines } from "./page-lines.ts";
import { simplifyHtml, textBetweenTags } from "./simplify-html.ts";
import { type PageMetadata, readMetadata } from "./page-metadata.ts";

export interface ExtractedPage {
  readonly metadata: PageMetadata;
  readonly text: string;
  /** `scrape` when nothing on the page told the article from the rest. */
  readonly form: "scrape" | "extracted";
}

/** Less text than this is no article: a teaser, a caption, a player. */
const MIN_BODY_CHARS = 250;
/** Trees larger or deeper than this take parsers and Readability minutes; news pages stay below a tenth of it. */
const MAX_ELEMENTS = 20_000;
const MAX_DEPTH = 300;

/** Extracts the article of `html`, which was found at `address` (null for a file). */
export function extractArticle(html: string, address: string | null): ExtractedPage {
  const simplified = simplifyHtml(html);
  const isTooLarge = simplified.elements > MAX_ELEMENTS || simplified.depth > MAX_DEPTH;
  if (isTooLarge) return extractAsText(simplified.html, address);
  const document = parseHtml(simplified.html);
  const metadata = readMetadata(document, address ?? savedFrom(html));
  const marked = markedBody(document);
  if (marked.length >= MIN_BODY_CHARS) return { metadata, text: marked, form: "extracted" };
  const data = metadata.articleBody ?? "";
  const readable = readableBody(document);
  if (data.length >= MIN_BODY_CHARS && readable.length < data.length / 2) {
    return { metadata, text: data, form: "extracted" };
  }
  if (readable.length >= MIN_BODY_CHARS) return { metadata, text: readable, form: "extracted" };
  const whole = parseHtml(simplified.html).body;
  return { metadata, text: whole === null ? "" : pageLines(whole), form: "scrape" };
}

/** Metadata comes from the head alone: its size is bounded, whatever the body is made of. */
function extractAsText(html: string, address: string | null): ExtractedPage {
  const head = /<head[\s>][\s\S]{0,200000}?<\/head>/i.exec(html)?.[0] ?? "";
  const isSafe = simplifyHtml(head).depth <= MAX_DEPTH;
  const document = parseHtml(isSafe ? `<html>${head}<body></body></html>` : "");
  return { metadata: readMetadata(document, address), text: textBetweenTags(html), form: "scrape" };
}

/** Browsers note where a saved page came from. */
function savedFrom(html: string): string | null {
  return /<!-- saved from url=\(\d+\)(\S{8,2000}) -->/.exec(html.slice(0, 5000))?.[1] ?? null;
}

/** The text of the elements marked as articleBody (schema.org), outermost ones only. */
function markedBody(document: PageDocument): string {
  const marked = [...document.querySelectorAll('[itemprop~="articleBody"]')];
  const outermost = marked.filter((element) => !marked.some((other) => isInside(element, other)));
  return outermost.map(pageLines).join("\n\n");
}

function isInside(element: PageElement, other: PageElement): boolean {
  for (let up = element.parentNode; up !== null; up = up.parentNode) if (up === other) return true;
  return false;
}

function readableBody(document: PageDocument): string {
  // Readability takes the document apart: it comes last.
  const reader = new Readability<PageElement>(document, {
    serializer: (node: PageElement) => node,
  });
  const content = reader.parse()?.content;
  return content == null ? "" : pageLines(content);
}
