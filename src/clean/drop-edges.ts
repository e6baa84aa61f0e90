/*
 * The lines of a page in; what stands around the article is dropped by where it stands: above the title, below
 * the end, and the labels left between title and text and after the last sentence.
 */
import { proseChars } from "./drop-by-table.ts";
import { findArticleEnd } from "./find-article-end.ts";
import type { FoundTitle } from "./find-title.ts";
import { hasVerb } from "./line-shape.ts";
import { createLineMatcher } from "./match-rule.ts";
import type { Line } from "./split-lines.ts";
import type { Verdict } from "./verdict.ts";

const MAX_PROSE_SHARE_ABOVE_TITLE = 0.25;
/** A longer line with a verb is a sentence whose full stop was forgotten. */
const MIN_STATEMENT_CHARS = 60;
const MIN_STATEMENT_WORDS = 9;

/** A page that ends right here, in the middle of a sentence, was cut off. */
const MIN_CUT_OFF_WORDS = 5;

/** Drops what stands above the title, unless so much of it is prose that the title must be elsewhere. */
export function dropAboveTitle(
  lines: readonly Line[],
  verdicts: Verdict[],
  title: FoundTitle,
): void {
  const first = title.lines[0] ?? 0;
  const above = proseChars(lines.slice(0, first));
  if (above > MAX_PROSE_SHARE_ABOVE_TITLE * proseChars(lines)) return;
  for (let i = 0; i < first; i += 1) verdicts[i] = "before-title";
}

/** Drops prose that stands between the boxes below the article. */
export function dropBelowEnd(lines: readonly Line[], verdicts: Verdict[], title: FoundTitle): void {
  const end = findArticleEnd(lines, verdicts, title.lines[0] ?? 0);
  lines.forEach((line, i) => {
    if (i > end && line.shape !== "fragment") verdicts[i] ??= "below-article";
  });
}

/** Drops the labels before the first prose and after the last. */
export function dropEdges(lines: readonly Line[], verdicts: Verdict[]): void {
  const prose = lines.flatMap((line, i) =>
    line.shape === "prose" && verdicts[i] === null ? [i] : [],
  );
  const first = prose[0];
  const last = prose.at(-1);
  const matchLine = createLineMatcher("head");
  if (first === undefined || last === undefined) {
    lines.forEach((line, i) => (verdicts[i] ??= matchLine(line)?.name ?? null));
    return;
  }
  for (let i = 0; i < first; i += 1) {
    const line = lines[i];
    if (line === undefined || verdicts[i] !== null) continue;
    const rule = matchLine(line)?.name;
    verdicts[i] = rule ?? (isStatement(line) ? null : "head-fragment");
  }
  dropTail(lines, verdicts, last);
}

/** Below the last prose only what goes on without a break is the article's: short sentences, items of a list. */
function dropTail(lines: readonly Line[], verdicts: Verdict[], last: number): void {
  const matchLine = createLineMatcher("tail");
  let goesOn = true;
  for (let i = last + 1; i < lines.length; i += 1) {
    const line = lines[i];
    if (line === undefined) continue;
    const rule = verdicts[i] ?? matchLine(line)?.name ?? null;
    const isLast = i === lines.length - 1 && line.text.split(/\s+/).length >= MIN_CUT_OFF_WORDS;
    const belongs = isLast || isStatement(line) || isListItem(line, lines[i - 1]);
    goesOn = goesOn && rule === null && belongs;
    verdicts[i] = goesOn ? null : (rule ?? "tail-fragment");
  }
}

function isStatement(line: Line): boolean {
  if (line.shape !== "fragment") return true;
  const isLong = line.text.length >= MIN_STATEMENT_CHARS;
  return isLong && line.text.split(/\s+/).length >= MIN_STATEMENT_WORDS && hasVerb(line.text);
}

function isListItem(line: Line, previous: Line | undefined): boolean {
  const isItem = /^(?:[-–—•*▪●]|\d{1,2}[.)]) ?\S/.test(line.text);
  const follows = /[:;,]$|^[-–—•*▪●\d]/.test(previous?.text ?? "");
  return isItem && follows;
}
