/*
 * The lines of a page and the title somebody gave, if any, in; the title, and the lines that repeat it,
 * out. Pages show their title two or three times, after a breadcrumb or before a credit: that is what marks it.
 */
import { isConsentProse } from "./consent-prose.ts";
import { foldCutApart, foldedWords, foldLine } from "./fold-line.ts";
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
const MAX_HEAD_LINES = 300;
const MAX_TITLE_CHARS = 220;
/** What may stand around the title on its line: a breadcrumb, a credit, the outlet's name. */
const MAX_AFFIX_CHARS = 70;
/** Shorter titles are too likely to begin or end another line by chance. */
const MIN_AFFIXED_TITLE_CHARS = 20;
/** "DIRECT. …", "VIDÉO - …": of a title as well as of a link to another article. */
const TITLE_LABEL = /^\p{Lu}[\p{Lu} ’']{2,24}(?: ?[.:!|]| -) /u;
const UNTITLED_CHARS = 100;

/** " - Le Monde", " | Le Figaro.fr", " – RTBF Actus" at the end of a browser's title. */
const OUTLET_SUFFIX = /^(.{15,}\S)\s+(?:[-–—|•·:]|::)\s+([^-–—|•·]{2,40})$/u;
const CREDIT_SUFFIX = /^(.{15,}\S)\s+(?:Source|Crédits?|Photo|Vidéo)\s?:\s.{1,60}$/u;
const BREADCRUMB_SEPARATORS = /\s*[>›»/|]\s*/u;

/** Finds the title among `lines`; `given` is what sources.json or the page's metadata say. */
export function findTitle(lines: readonly Line[], given: string | null): FoundTitle {
  if (given !== null) return { title: given, lines: linesOf(lines, given), outlet: null };
  const candidate = findCandidate(withoutSiteNames(lines));
  if (candidate === null)
    return { title: untitled(lines.slice(mainProse(lines).start)), lines: [], outlet: null };
  const { title, outlet } = stripAffixes(candidate);
  return { title, lines: linesOf(lines, title), outlet };
}

function findCandidate(lines: readonly Line[]): string | null {
  return titleOfBody(lines) ?? repeatedLine(lines) ?? firstTitleLike(lines);
}

/** Not the credit behind a caption, which may repeat the title. */
const COPYRIGHT = /^[\d -]{0,12}(?:©|\(c\)|copyright\b)/;
/** Copyright lines looked at in one page, the last ones: a footer has one or two. */
const MAX_COPYRIGHT_LINES = 10;

/** A page shows its own name as often as its title; the copyright line tells which of them is the name. */
function withoutSiteNames(lines: readonly Line[]): readonly Line[] {
  const owners = lines
    .filter((line) => line.text.length <= MAX_TITLE_CHARS && COPYRIGHT.test(line.folded))
    .slice(-MAX_COPYRIGHT_LINES)
    .map((line) => keyOf(line.text, line.folded))
    .join(" ");
  if (owners === "") return lines;
  return lines.filter(
    (line) => line.text.length > MAX_TITLE_CHARS || !owners.includes(keyOf(line.text, line.folded)),
  );
}

/** How far a line may fall short of the best one and still be preferred for coming first. */
const FIRST_COME_MARGIN = 0.12;
const MIN_TITLE_SCORE = 0.35;
const REPEATED_BONUS = 0.3;

/**
 * The line whose words the body takes up. Menus show other articles' titles above an article's own, and
 * captions that are about the same thing stand below it: hence the first of those that fit about best.
 */
function titleOfBody(lines: readonly Line[]): string | null {
  const body = mainProse(lines);
  const prose = lines.slice(body.start, body.end).filter((line) => line.shape === "prose");
  const bodyStems = new Set(prose.flatMap(stemsOf));
  const head = lines.slice(0, Math.min(MAX_HEAD_LINES, body.middle));
  // Below the first prose, a short sentence is a question of the interview or an answer.
  const candidates = head.filter(
    (line, i) =>
      (line.shape === "fragment" || (line.shape === "sentence" && i < body.start)) &&
      isTitleLike(line, 5),
  );
  const timesSeen = countLines(head);
  const scored = candidates.map((line) => {
    const stems = stemsOf(line);
    // Two more words in the divisor: a label of one or two words proves nothing.
    const taken = stems.filter((stem) => bodyStems.has(stem)).length / (stems.length + 2);
    return { line, score: taken + ((timesSeen.get(line.folded) ?? 0) > 1 ? REPEATED_BONUS : 0) };
  });
  const best = scored.reduce((most, { score }) => Math.max(most, score), 0);
  if (best < MIN_TITLE_SCORE) return null;
  return scored.find(({ score }) => score >= best - FIRST_COME_MARGIN)?.line.text ?? null;
}

/** The longer words of a line, cut so that "négocient" and "négociations" agree. */
function stemsOf({ text, folded }: Line): string[] {
  return foldedWords(text, folded).flatMap((word) => (word.length >= 4 ? [word.slice(0, 5)] : []));
}

/** What a line that is no prose costs the stretch it stands in, in characters of prose. */
const GAP_CHARS = 80;

/** The stretch of lines with most prose and least else, and the line by which half of its prose is read. */
function mainProse(lines: readonly Line[]): { start: number; end: number; middle: number } {
  let best = { start: 0, end: 0, sum: 0 };
  let [start, sum] = [0, 0];
  lines.forEach((line, i) => {
    if (sum <= 0) [start, sum] = [i, 0];
    const isBody = line.shape === "prose" && !isConsentProse(line.text, line.folded);
    sum += isBody ? line.text.length : -GAP_CHARS;
    if (sum > best.sum) best = { start, end: i + 1, sum };
  });
  let read = 0;
  const middle = lines.findIndex((line, i) => {
    if (i >= best.start && line.shape === "prose") read += line.text.length;
    return read > best.sum / 2;
  });
  return { start: best.start, end: best.end, middle: middle === -1 ? lines.length : middle };
}

/** A line or a title, and what of it is compared. */
interface Keyed {
  readonly text: string;
  readonly key: string;
}

function linesOf(lines: readonly Line[], title: string): number[] {
  const wanted = { text: title, key: keyOf(title) };
  const found: number[] = [];
  if (wanted.key === "") return found;
  lines.forEach((line, i) => {
    if (line.folded.length < wanted.key.length) return;
    const own = keyed(line);
    const isAffixed = i < MAX_HEAD_LINES && hasAffixedTitle(own, wanted);
    if (own.key === wanted.key || isAffixed) found.push(i);
  });
  return found;
}

function hasAffixedTitle(line: Keyed, title: Keyed): boolean {
  const [whole, part] = [line.key, title.key];
  if (part.length < MIN_AFFIXED_TITLE_CHARS || whole.length <= part.length) return false;
  if (line.text.length > title.text.length + MAX_AFFIX_CHARS) return false;
  if (whole.endsWith(part)) return true;
  if (!whole.startsWith(part)) return false;
  // "Poutine rencontre Erdogan ce vendredi." begins like a title and is a sentence of the body.
  const rest = line.text.slice(title.text.length).trimStart();
  return /^[\p{Lu}\-–—|•·:([/©]/u.test(rest) && !/[.!?]$/.test(line.text);
}

/** The first line that comes back, alone or inside another line, near the top. */
function repeatedLine(lines: readonly Line[]): string | null {
  const head = lines
    .slice(0, MAX_HEAD_LINES)
    .filter((line) => isTitleLike(line, 5) && line.text.length >= MIN_AFFIXED_TITLE_CHARS)
    .map(keyed);
  const timesSeen = countLines(lines);
  const repeated = head.find(
    (line) =>
      (timesSeen.get(line.folded) ?? 0) > 1 ||
      head.some((other) => other !== line && hasAffixedTitle(other, line)),
  );
  return repeated?.text ?? null;
}

/** How often each text stands among `lines`, by its folded form. */
function countLines(lines: readonly Line[]): ReadonlyMap<string, number> {
  const timesSeen = new Map<string, number>();
  for (const { folded } of lines) timesSeen.set(folded, (timesSeen.get(folded) ?? 0) + 1);
  return timesSeen;
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
  const bare = text.replace(TITLE_LABEL, "");
  return foldedWords(text, line.folded).length >= minWords && matchRule(bare, "head") === null;
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

function keyed(line: Line): Line & Keyed {
  return { ...line, key: keyOf(line.text, line.folded) };
}

/** Letters and digits only: titles differ in quotes, spaces and apostrophes from one place to another. */
function keyOf(text: string, folded = foldLine(text)): string {
  return foldCutApart(text, folded).replace(/[^\p{L}\p{N}]+/gu, "");
}
