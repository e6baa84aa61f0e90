/*
 * The lines of a page and the title somebody gave, if any, in; the title, and the lines that repeat it,
 * out. Pages show their title two or three times, after a breadcrumb or before a credit: that is what marks it.
 */
import { foldedWords } from "./fold-line.ts";
import { matchRule } from "./match-rule.ts";
import { findOutletName } from "./outlets.ts";
import type { Line } from "./split-lines.ts";

export interface FoundTitle {
  readonly title: string;
  /** Indexes of the lines that are the title, with or without something around it. Ascending. */
  readonly lines: readonly number[];
  /** The outlet, when the title was followed by its name ("… - Le Monde"). */
  readonly outlet: string | null;
}

/** A title is looked for in this many lines; menus can be long. */
const MAX_HEAD_LINES = 60;
const MAX_TITLE_CHARS = 220;
/** What may stand around the title on its line: a breadcrumb, a credit, the outlet's name. */
const MAX_AFFIX_CHARS = 70;
/** Shorter titles are too likely to begin or end another line by chance. */
const MIN_AFFIXED_TITLE_CHARS = 20;
const UNTITLED_CHARS = 100;

/** " - Le Monde", " | Le Figaro.fr", " – RTBF Actus" at the end of a browser's title. */
const OUTLET_SUFFIX = /^(.{15,}\S)\s+(?:[-–—|•·:]|::)\s+([^-–—|•·]{2,40})$/u;
const CREDIT_SUFFIX = /^(.{15,}\S)\s+(?:Source|Crédits?|Photo|Vidéo)\s?:\s.{1,60}$/u;
const BREADCRUMB_SEPARATORS = /\s*[>›»/|]\s*/u;

/** Finds the title among `lines`; `given` is what sources.json or the page's metadata say. */
export function findTitle(lines: readonly Line[], given: string | null): FoundTitle {
  if (given !== null) return { title: given, lines: linesOf(lines, given), outlet: null };
  const candidate = repeatedLine(lines) ?? firstTitleLike(lines);
  if (candidate === null) return { title: untitled(lines), lines: [], outlet: null };
  const { title, outlet } = stripAffixes(candidate);
  return { title, lines: linesOf(lines, title), outlet };
}

function linesOf(lines: readonly Line[], title: string): number[] {
  const wanted = keyOf(title);
  const found: number[] = [];
  lines.forEach((line, i) => {
    if (keyOf(line.text) === wanted || (i < MAX_HEAD_LINES && hasAffixedTitle(line, title))) {
      found.push(i);
    }
  });
  return wanted === "" ? [] : found;
}

function hasAffixedTitle(line: Line, title: string): boolean {
  const [whole, part] = [keyOf(line.text), keyOf(title)];
  if (part.length < MIN_AFFIXED_TITLE_CHARS || whole.length <= part.length) return false;
  if (line.text.length > title.length + MAX_AFFIX_CHARS) return false;
  if (whole.endsWith(part)) return true;
  if (!whole.startsWith(part)) return false;
  // "Poutine rencontre Erdogan ce vendredi." begins like a title and is a sentence of the body.
  const rest = line.text.slice(title.length).trimStart();
  return /^[\p{Lu}\-–—|•·:([/©]/u.test(rest) && !/[.!?]$/.test(line.text);
}

/** The first line that comes back, alone or inside another line, near the top. */
function repeatedLine(lines: readonly Line[]): string | null {
  const head = lines
    .slice(0, MAX_HEAD_LINES)
    .filter((line) => isTitleLike(line, 5) && line.text.length >= MIN_AFFIXED_TITLE_CHARS);
  const repeated = head.find((line) =>
    lines.some((other) => {
      if (other === line) return false;
      const same = keyOf(other.text) === keyOf(line.text);
      return same || (head.includes(other) && hasAffixedTitle(other, line.text));
    }),
  );
  return repeated?.text ?? null;
}

function firstTitleLike(lines: readonly Line[]): string | null {
  const firstProse = lines.findIndex((line) => line.shape === "prose" && !isTitleLike(line, 5));
  const end = firstProse === -1 ? MAX_HEAD_LINES : Math.min(firstProse, MAX_HEAD_LINES);
  const head = lines.slice(0, end);
  const titled = head.find(
    (line) => stripAffixes(line.text).outlet !== null && isTitleLike(line, 3),
  );
  const found =
    titled ??
    head.find((line) => isTitleLike(line, 5)) ??
    head.find((line) => isTitleLike(line, 3));
  return found?.text ?? null;
}

function isTitleLike(line: Line, minWords: number): boolean {
  const { text } = line;
  if (text.length < 12 || text.length > MAX_TITLE_CHARS || /[^.]\.$|[:;,]$/.test(text))
    return false;
  return foldedWords(text).length >= minWords && matchRule(text, "head") === null;
}

/** Takes a breadcrumb, a credit and the outlet's name off a title. */
function stripAffixes(line: string): { title: string; outlet: string | null } {
  const credit = CREDIT_SUFFIX.exec(line)?.[1] ?? line;
  const suffixed = OUTLET_SUFFIX.exec(credit);
  const outlet = suffixed === null ? null : findOutletName(suffixed[2] ?? "");
  const title = outlet === null ? credit : (suffixed?.[1] ?? credit);
  return { title: stripBreadcrumb(title), outlet };
}

/** "Accueil Internationales Discussion animée…": menu words stand before the title. */
function stripBreadcrumb(title: string): string {
  const parts = title.split(BREADCRUMB_SEPARATORS);
  if (/^(?:accueil|home)$/i.test(parts[0] ?? "") && parts.length > 1) return parts.at(-1) ?? title;
  if (!/^(?:accueil|home)\s/i.test(title)) return title;
  const tokens = title.split(/\s+/);
  const first = tokens.findIndex((token) => matchRule(token, "head")?.name !== "navigation");
  return first > 0 ? tokens.slice(first).join(" ") : title;
}

/** No title anywhere: the first words of the article stand for it. */
function untitled(lines: readonly Line[]): string {
  const first = lines.find((line) => line.shape !== "fragment") ?? lines[0];
  const text = first?.text ?? "";
  if (text.length <= UNTITLED_CHARS) return text;
  return `${text.slice(0, text.lastIndexOf(" ", UNTITLED_CHARS) + 1 || UNTITLED_CHARS).trimEnd()}…`;
}

/** Letters and digits only: titles differ in quotes, spaces and apostrophes from one place to another. */
function keyOf(text: string): string {
  return foldedWords(text.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, "")).join("");
}
