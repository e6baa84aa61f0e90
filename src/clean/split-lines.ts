/*
 * A scrape in, its lines out, each trimmed, with what is known of each: its shape, its folded form, and
 * whether a blank line stands before it. Lines that were broken to fit a width are joined again.
 */
import { normalizeText } from "../corpus/normalize-text.ts";
import { foldLine } from "./fold-line.ts";
import { endsSentence, type LineShape, shapeOf } from "./line-shape.ts";

/** What the text of a line tells by itself. */
interface LineText {
  readonly text: string;
  readonly folded: string;
  readonly shape: LineShape;
}

export interface Line extends LineText {
  /** Whether the line above follows without a blank line between. */
  readonly isAttached: boolean;
}

/** Text wrapped for a terminal or by a mail program: no line is longer than this. */
const MAX_WRAP_CHARS = 110;
const MIN_WRAP_CHARS = 45;

/** Splits `text` into its non-blank lines. */
export function splitLines(text: string): readonly Line[] {
  const rows = normalizeText(text)
    .split("\n")
    .map((row) => normalizeSpaces(row));
  const joined = isHardWrapped(rows) ? joinWrapped(rows) : rows;
  const lines: Line[] = [];
  const known = new Map<string, LineText>();
  joined.forEach((row, i) => {
    if (row === "") return;
    const { text, folded, shape } = known.get(row) ?? describe(row);
    const isAttached = i > 0 && joined[i - 1] !== "";
    const line = { text, folded, shape, isAttached };
    known.set(row, line);
    lines.push(line);
  });
  return lines;
}

function describe(text: string): LineText {
  const folded = foldLine(text);
  return { text, folded, shape: shapeOf(text, folded) };
}

const UNUSUAL_SPACES = /[\t\u00a0\u2000-\u200a\u202f\u205f\u3000]| {2}/;

/**
 * Single spaces; no-break ones only where French sets them (before `; : ! ? » % €`, after `«`, between groups
 * of digits). Elsewhere they come from editors' machines, and a name must not be written in two ways.
 */
function normalizeSpaces(row: string): string {
  if (!UNUSUAL_SPACES.test(row)) return row.trim();
  return row
    .replace(/[ \t\u00a0\u2000-\u200a\u202f\u205f\u3000]+/g, (spaces) =>
      /[\u00a0\u202f]/.test(spaces) ? "\u00a0" : " ",
    )
    .replace(/(?<![«\d])\u00a0(?![;:!?»%€])|(?<=\d)\u00a0(?![\d;:!?»%€])/g, " ")
    .trim();
}

/** Whether most rows break off in mid-sentence and go on in the next one. */
function isHardWrapped(rows: readonly string[]): boolean {
  const full = rows.filter((row) => row !== "");
  const longest = full.reduce((most, row) => Math.max(most, row.length), 0);
  if (full.length < 8 || longest > MAX_WRAP_CHARS) return false;
  const broken = rows.filter((row, i) => goesOn(row, rows[i + 1] ?? "", longest));
  return broken.length >= full.length * 0.4;
}

function goesOn(row: string, next: string, longest: number): boolean {
  const isFull = row.length >= Math.max(MIN_WRAP_CHARS, longest * 0.7);
  return isFull && next !== "" && (!endsSentence(row) || /^\p{Ll}/u.test(next));
}

function joinWrapped(rows: readonly string[]): string[] {
  const longest = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const joined: string[] = [];
  let previous = "";
  for (const row of rows) {
    const last = joined.length - 1;
    // A full row that happens to end a sentence still goes on when the next row follows without a blank.
    const continues = row !== "" && previous.length >= Math.max(MIN_WRAP_CHARS, longest * 0.7);
    if (continues && last >= 0) joined[last] = `${joined[last] ?? ""} ${row}`;
    else joined.push(row);
    previous = row;
  }
  return joined;
}
