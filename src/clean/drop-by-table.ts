/*
 * The lines of a page in; those that a rule of the table names are dropped, with what belongs to them: the
 * titles below "À lire aussi", everything below the readers' comments.
 */
import { createLineMatcher, type RuleMatch } from "./match-rule.ts";
import type { Line } from "./split-lines.ts";
import type { Verdict } from "./verdict.ts";

/** These end the article wherever they stand below some prose. */
const HARD_ENDS = new Set(["comments", "neighbour-articles", "biography"]);
/** Share of the page's prose that must stand above such a line. */
const MIN_PROSE_SHARE_ABOVE_END = 0.25;
/** Lists of articles looked at closely in one page. */
const MAX_LISTS = 20;
const MAX_LINKED_TITLE_CHARS = 160;
const MAX_SUBHEADING_CHARS = 60;

/** Drops from `lines`, in place in `verdicts`, what the table names. */
export function dropByTable(lines: readonly Line[], verdicts: Verdict[]): void {
  const matchLine = createLineMatcher("middle");
  const matches = lines.map((line, i) => (verdicts[i] === null ? matchLine(line) : null));
  matches.forEach((match, i) => {
    if (match !== null) verdicts[i] = match.name;
  });
  const end = findEnd(lines, verdicts, matches);
  matches.slice(0, end).forEach((match, i) => {
    if (match === null || match.reach === "line" || HARD_ENDS.has(match.name)) return;
    for (const j of linkedTitles(lines, verdicts, i)) verdicts[j] = match.name;
  });
  const rule = matches[end]?.name;
  if (rule === undefined) return;
  for (let i = end; i < lines.length; i += 1) verdicts[i] ??= rule;
}

/** The index of the first line that ends the article, or the number of lines. */
function findEnd(
  lines: readonly Line[],
  verdicts: readonly Verdict[],
  matches: readonly (RuleMatch | null)[],
): number {
  const kept = lines.map((line, i) =>
    verdicts[i] === null && line.shape === "prose" ? line.text.length : 0,
  );
  const all = kept.reduce((sum, chars) => sum + chars, 0);
  let above = 0;
  let lists = 0;
  const end = matches.findIndex((match, i) => {
    above += kept[i] ?? 0;
    if (match?.reach !== "end" || above < MIN_PROSE_SHARE_ABOVE_END * Math.max(1, all))
      return false;
    if (HARD_ENDS.has(match.name)) return true;
    lists += 1;
    return (
      lists <= MAX_LISTS && isTeaserList(lines.filter((_, j) => j > i && verdicts[j] === null))
    );
  });
  return end === -1 ? lines.length : end;
}

/**
 * The titles below "À lire aussi". A run of them that ends at another box is all links. One that ends at a
 * paragraph may end with the subheading of that paragraph: then only the titles of the first block are sure.
 */
function linkedTitles(
  lines: readonly Line[],
  verdicts: readonly Verdict[],
  index: number,
): readonly number[] {
  const run: number[] = [];
  for (let i = index + 1; isLinkedTitle(lines[i], verdicts[i]); i += 1) run.push(i);
  const next = index + run.length + 1;
  if (next >= lines.length || verdicts[next] !== null) return run;
  const gap = run.findIndex((i) => i > index + 1 && lines[i]?.isAttached !== true);
  const block = gap === -1 ? run : run.slice(0, gap);
  const last = block.at(-1);
  const isSubheading =
    last === run.at(-1) && (lines[last ?? 0]?.text.length ?? 0) <= MAX_SUBHEADING_CHARS;
  return block.length > 1 && isSubheading ? block.slice(0, -1) : block;
}

function isLinkedTitle(line: Line | undefined, verdict: Verdict | undefined): boolean {
  if (line === undefined || verdict !== null) return false;
  if (line.shape === "prose" || line.text.length > MAX_LINKED_TITLE_CHARS) return false;
  return !/[^.][.:;]$|^[•▪●–-] /.test(line.text);
}

/** Teasers come in pairs, a title and a summary; an article that goes on has prose after prose. */
function isTeaserList(lines: readonly Line[]): boolean {
  const prose = lines.flatMap((line, i) => (line.shape === "prose" ? [i] : []));
  if (prose.length === 0) return true;
  const summaries = prose.filter((i) => lines[i - 1]?.shape === "fragment");
  return prose.length >= 2 && summaries.length === prose.length;
}

/** How much prose `lines` hold, in characters. */
export function proseChars(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + (line.shape === "prose" ? line.text.length : 0), 0);
}
