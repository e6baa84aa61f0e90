/*
 * The source of a page in, the same source without what never holds text (comments, scripts, styles, drawings)
 * out, with its size and depth. One pass over the source, so that a page made to slow parsers down costs no
 * more than its length; what is too large for a tree can still be read as text.
 */
import { decodeHTMLStrict } from "entities";

export interface SimplifiedHtml {
  readonly html: string;
  readonly elements: number;
  /** Deepest nesting of elements, counted generously: unclosed <p> and <li> count as open. */
  readonly depth: number;
}

/** Left out with everything inside. JSON-LD is a script too, and stays. */
const REMOVED = new Set(["script", "style", "svg", "template", "iframe", "object", "canvas"]);
const JSON_LD = /type\s*=\s*["']?application\/ld\+json/i;
/** Never closed, so they do not nest. */
const VOID = new Set(
  "area base br col embed hr img input link meta source track wbr p li td tr th option dt dd".split(
    " ",
  ),
);
/** A longer tag is an attack or an inlined file, and is left out. */
const MAX_TAG_CHARS = 20_000;

const MARKUP = /<(?:!--|(\/?)([a-zA-Z][a-zA-Z0-9:-]*))/g;

/** Simplifies `source`. Linear in its length. */
export function simplifyHtml(source: string): SimplifiedHtml {
  const kept: string[] = [];
  let [position, elements, depth, deepest] = [0, 0, 0, 0];
  MARKUP.lastIndex = 0;
  for (let match = MARKUP.exec(source); match !== null; match = MARKUP.exec(source)) {
    const tag = readTag(source, match);
    if (tag.isRemoved) {
      kept.push(source.slice(position, match.index), " ");
      position = tag.end;
    } else if (!VOID.has(tag.name)) {
      elements += tag.isClosing ? 0 : 1;
      depth = Math.max(0, depth + (tag.isClosing ? -1 : 1));
      deepest = Math.max(deepest, depth);
    }
    MARKUP.lastIndex = Math.max(tag.end, match.index + 1);
  }
  kept.push(source.slice(position));
  return { html: kept.join(""), elements, depth: deepest };
}

interface Tag {
  readonly name: string;
  readonly isClosing: boolean;
  readonly isRemoved: boolean;
  /** Offset after the tag, or after everything that goes with it. */
  readonly end: number;
}

function readTag(source: string, match: RegExpExecArray): Tag {
  const name = (match[2] ?? "").toLowerCase();
  const isClosing = match[1] === "/";
  if (name === "")
    return { name, isClosing, isRemoved: true, end: after(source, "-->", match.index) };
  const end = after(source, ">", match.index);
  const isTooLong = end - match.index > MAX_TAG_CHARS;
  if (isTooLong) return { name, isClosing, isRemoved: true, end };
  const isJsonLd = name === "script" && JSON_LD.test(source.slice(match.index, end));
  if (isClosing || !REMOVED.has(name) || isJsonLd)
    return { name, isClosing, isRemoved: false, end };
  return { name, isClosing, isRemoved: true, end: afterClosing(source, name, end) };
}

/** The offset after the next `mark`; the end of the source when there is none, as browsers do. */
function after(source: string, mark: string, from: number): number {
  const found = source.indexOf(mark, from);
  return found === -1 ? source.length : found + mark.length;
}

function afterClosing(source: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}[^>]{0,100}>`, "gi");
  closing.lastIndex = from;
  const match = closing.exec(source);
  return match === null ? source.length : closing.lastIndex;
}

const BLOCK_TAGS =
  /<\/?(?:address|article|aside|blockquote|br|dd|div|dl|dt|figure|footer|form|h[1-6]|header|hr|li|main|nav|ol|p|section|table|td|th|tr|ul)(?![a-z])[^>]{0,20000}>/gi;
const OTHER_TAGS = /<[/!a-z][^>]{0,20000}>/gi;

/** The text between the tags of simplified HTML, a line for each block: for pages that no tree can hold. */
export function textBetweenTags(html: string): string {
  const body = html.replace(/<head[\s>][\s\S]*?<\/head>/i, " ");
  return decodeEntities(body.replace(BLOCK_TAGS, "\n\n").replace(OTHER_TAGS, ""));
}

/** Decodes what ends in a semicolon: browsers also take "&copy", but then "?a=1&copy=2" would be another address. */
export function decodeEntities(text: string): string {
  return decodeHTMLStrict(text);
}
