/*
 * The lines of a page with their verdicts in, the index of the last line that can be the article's out.
 * Below an article come boxes that hold prose of their own: teasers, slogans, notices. Prose that stands
 * between many lines of boilerplate is no longer the article's; prose after one box still is.
 */
import type { Line } from "./split-lines.ts";

/** What a line adds to the belief that the article still goes on. Prose pays by length, up to a limit. */
const PROSE_POINTS = 1;
const PROSE_CHARS_PER_POINT = 240;
const MAX_PROSE_POINTS = 2.5;
const SENTENCE_POINTS = 0.3;
/** Slogans and offers speak to the reader; articles seldom do. */
const READER_POINTS = 0.3;
const BOILERPLATE_POINTS = -0.6;
/** Boxes that outlets put between the paragraphs of an article prove little. */
const INSERTED_POINTS = -0.25;
const INSERTED = new Set([
  "related",
  "advertising",
  "media-player",
  "photo-credit",
  "caption",
  "poll",
]);
/** Titles and labels below a line of boilerplate; in running text they count nothing. */
const FRAGMENT_POINTS = -0.4;
/** A box counts as so many of its lines, however many it has: a poll has one for each answer. */
const MAX_COUNTED_IN_BOX = 3;
/** Never cut off more than this share of the page's prose: better a box too many than a paragraph too few. */
const MAX_SHARE_BELOW = 0.3;

const SPEAKS_TO_READER = /(?:^|[^\p{L}])(?:vous|votre|vos|nos|notre|nous)(?![\p{L}])/u;
const QUOTED = /"[^"]{0,400}"/g;

/**
 * Returns the index of the last line of the article, by the largest sum of points from `start` on
 * (Finn et al. 2001, "body text extraction", on lines instead of tags).
 */
export function findArticleEnd(
  lines: readonly Line[],
  verdicts: readonly (string | null)[],
  start: number,
): number {
  let [sum, best, end] = [0, -Infinity, lines.length - 1];
  let [proseInRow, boxLines] = [0, 0];
  let isBelowBoilerplate = false;
  lines.forEach((line, i) => {
    if (i < start) return;
    const verdict = verdicts[i] ?? null;
    proseInRow = verdict === null && line.shape === "prose" ? proseInRow + 1 : 0;
    isBelowBoilerplate = verdict !== null || (isBelowBoilerplate && proseInRow < 2);
    boxLines = isOfBox(line, verdict) ? boxLines + 1 : 0;
    if (boxLines <= MAX_COUNTED_IN_BOX) sum += pointsOf(line, verdict, isBelowBoilerplate);
    if (sum >= best && verdict === null) [best, end] = [sum, i];
  });
  const all = proseChars(lines, verdicts, start);
  return proseChars(lines, verdicts, end + 1) <= MAX_SHARE_BELOW * all ? end : lines.length - 1;
}

function isOfBox(line: Line, verdict: string | null): boolean {
  return verdict === null ? line.shape === "fragment" : INSERTED.has(verdict);
}

function pointsOf(line: Line, verdict: string | null, isBelowBoilerplate: boolean): number {
  if (verdict !== null) return INSERTED.has(verdict) ? INSERTED_POINTS : BOILERPLATE_POINTS;
  if (line.shape === "fragment") return isBelowBoilerplate ? FRAGMENT_POINTS : 0;
  const speaksToReader = SPEAKS_TO_READER.test(line.folded.replace(QUOTED, " "));
  if (isBelowBoilerplate && speaksToReader) return READER_POINTS;
  if (line.shape === "sentence") return SENTENCE_POINTS;
  return Math.min(MAX_PROSE_POINTS, PROSE_POINTS + line.text.length / PROSE_CHARS_PER_POINT);
}

function proseChars(
  lines: readonly Line[],
  verdicts: readonly (string | null)[],
  start: number,
): number {
  return lines.reduce((sum, line, i) => {
    const counts = i >= start && (verdicts[i] ?? null) === null && line.shape === "prose";
    return counts ? sum + line.text.length : sum;
  }, 0);
}
