/**
 * The address of an article, opened at a passage: a text fragment
 * `#:~:text=[prefix-,]start[,end][,-suffix]` (WICG scroll-to-text-fragment). Where a browser finds no
 * match the page opens at its top, so a wrong guess costs nothing.
 */
import type { Span } from "../clean/article.ts";
import { wellFormed } from "./well-formed.ts";

/** Longest target written out whole; longer ones are given by their first and last words. */
const maxWholeChars = 90;
const edgeWords = 5;
const maxEdgeWords = 12;
const contextWords = 3;
const maxContextChars = 60;
/** Telegram refuses buttons with very long addresses. */
const maxUrlChars = 2000;

/** The address as it may be opened, or null: only http and https, with no user name hidden in front of the host. */
export function safeUrl(url: string | null): string | null {
  if (url === null || !URL.canParse(url)) return null;
  const parsed = new URL(url);
  const isWeb = parsed.protocol === "https:" || parsed.protocol === "http:";
  return isWeb && parsed.username === "" && parsed.password === "" && url.length <= maxUrlChars
    ? parsed.href
    : null;
}

/** `url` with a fragment for `text.slice(start, end)`; null when the address cannot be opened. */
export function linkToPassage(url: string | null, text: string, target: Span): string | null {
  const base = safeUrl(url);
  if (base === null) return null;
  const fragment = textFragment(wellFormed(text), target);
  if (fragment === null) return base;
  const link = `${base}${base.includes("#") ? "" : "#"}:~:text=${fragment}`;
  return link.length <= maxUrlChars ? link : base;
}

function textFragment(text: string, target: Span): string | null {
  const words = wordsWithin(text, target);
  const first = words[0];
  const last = words.at(-1);
  if (first === undefined || last === undefined) return null;
  const whole = text.slice(first.start, last.end);
  if (whole.length <= maxWholeChars && !whole.includes("\n")) {
    return isUnique(text, whole) ? encode(whole) : withContext(text, first.start, last.end, whole);
  }
  return `${encode(startOf(text, words))},${encode(endOf(text, words))}`;
}

/** The shortest run of first words, at least five, that occurs once in the article. */
function startOf(text: string, words: readonly Span[]): string {
  const from = words[0]?.start ?? 0;
  let start = "";
  for (const word of words.slice(edgeWords - 1, maxEdgeWords)) {
    start = text.slice(from, word.end);
    if (isUnique(text, start)) break;
  }
  return start === "" ? text.slice(from, words[0]?.end) : start;
}

/** The shortest run of last words, at least five, that does not occur earlier in the target. */
function endOf(text: string, words: readonly Span[]): string {
  const from = words[0]?.start ?? 0;
  const to = words.at(-1)?.end ?? 0;
  let end = "";
  for (let count = edgeWords; count <= maxEdgeWords; count += 1) {
    end = text.slice(words.at(-Math.min(count, words.length))?.start, to);
    if (text.indexOf(end, from) + end.length >= to) break;
  }
  return end;
}

/** Neighbours of the same paragraph only: between paragraphs a page shows what no article has. */
function withContext(text: string, start: number, end: number, whole: string): string {
  const from = Math.max(text.lastIndexOf("\n", start) + 1, start - maxContextChars);
  const lineEnd = text.indexOf("\n", end);
  const to = Math.min(lineEnd < 0 ? text.length : lineEnd, end + maxContextChars);
  const before = wordsWithin(text, { start: from, end: start }).slice(-contextWords)[0];
  const after = wordsWithin(text, { start: end, end: to }).slice(0, contextWords).at(-1);
  const prefix = before ? `${encode(text.slice(before.start, start).trim())}-,` : "";
  const suffix = after ? `,-${encode(text.slice(end, after.end).trim())}` : "";
  return `${prefix}${encode(whole)}${suffix}`;
}

/** Words without the punctuation at their edges, which pages and extractors write differently. */
function wordsWithin(text: string, { start, end }: Span): Span[] {
  const words: Span[] = [];
  for (const match of text.slice(start, end).matchAll(/[\p{L}\p{N}](?:\S*[\p{L}\p{N}])?/gu)) {
    words.push({ start: start + match.index, end: start + match.index + match[0].length });
  }
  return words;
}

function isUnique(text: string, part: string): boolean {
  return text.indexOf(part) === text.lastIndexOf(part);
}

/** `-` separates prefix and suffix in the syntax; encodeURIComponent leaves it alone. */
function encode(part: string): string {
  return encodeURIComponent(part).replaceAll("-", "%2D");
}
