/*
 * The lines of a page in; captions of pictures are dropped: a line above a credit, or one between title and
 * text that has no verb and ends with a place or a date.
 */
import { hasVerb } from "./line-shape.ts";
import type { Line } from "./split-lines.ts";
import type { Verdict } from "./verdict.ts";

const MAX_CAPTION_CHARS = 250;

/** Drops captions from `lines`, in place in `verdicts`. */
export function dropCaptions(lines: readonly Line[], verdicts: Verdict[]): void {
  let isAfterText = false;
  lines.forEach((line, i) => {
    const isAbove = verdicts[i] === null && isAboveCredit(lines, verdicts, i);
    if (isAbove && isCaption(line, isAfterText)) {
      verdicts[i] = "caption";
    }
    isAfterText ||= verdicts[i] === null && line.shape === "prose";
    const labels = labelsOfBox(lines, verdicts, i);
    for (let j = i; j < i + labels; j += 1) verdicts[j] = "box-label";
  });
  dropFirstCaptions(lines, verdicts);
}

const MAX_LABEL_CHARS = 40;
const MAX_LABELS = 4;

/** How many labels from `start` on stand between two lines of boxes, all in one block: those are of the box. */
function labelsOfBox(lines: readonly Line[], verdicts: readonly Verdict[], start: number): number {
  if (!isDropped(verdicts, start - 1)) return 0;
  let end = start;
  while (end - start < MAX_LABELS && isLabel(lines[end], verdicts[end])) end += 1;
  return isDropped(verdicts, end) && lines[end]?.isAttached === true ? end - start : 0;
}

function isLabel(line: Line | undefined, verdict: Verdict | undefined): boolean {
  if (line === undefined || verdict !== null || !line.isAttached) return false;
  return line.shape === "fragment" && line.text.length <= MAX_LABEL_CHARS;
}

function isDropped(verdicts: readonly Verdict[], index: number): boolean {
  return (verdicts[index] ?? null) !== null;
}

function isAboveCredit(lines: readonly Line[], verdicts: readonly Verdict[], index: number) {
  return verdicts[index + 1] === "photo-credit" && lines[index + 1]?.isAttached === true;
}

/**
 * Directly above its credit even a sentence is a caption, once a standfirst has been read; but a paragraph of
 * several sentences is not.
 */
function isCaption(line: Line, isAfterText: boolean): boolean {
  if (line.text.length > MAX_CAPTION_CHARS) return false;
  if (!hasVerb(line.text)) return true;
  const isOneSentence = !/[.!?…] +\p{Lu}/u.test(line.text);
  return isOneSentence && isAfterText && line.isAttached;
}

/** Only as long as more prose follows can the first lines of prose be captions. */
function dropFirstCaptions(lines: readonly Line[], verdicts: Verdict[]): void {
  const prose = lines.flatMap((line, i) =>
    line.shape === "prose" && verdicts[i] === null ? [i] : [],
  );
  for (const i of prose.slice(0, -1)) {
    const line = lines[i];
    if (line === undefined || line.text.length > MAX_CAPTION_CHARS || hasVerb(line.text)) return;
    // A text without anything around it has no pictures either.
    const hasFurniture = [i - 1, i + 1].some((j) => !MAY_STAND_ALONE.has(verdicts[j] ?? null));
    if (!hasFurniture || !ENDS_IN_PLACE_OR_DATE.test(line.folded)) return;
    verdicts[i] = "caption";
  }
}

/** What stands beside the first paragraph of a text that is nothing but an article. */
const MAY_STAND_ALONE: ReadonlySet<Verdict> = new Set([null, "repeated-title"]);

const ENDS_IN_PLACE_OR_DATE =
  /(?:\b(?:le|en|du) (?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) )?(?:\d{1,2}(?:er)? )?[a-z]{3,9} \d{4}|\([^)]{2,60}\)|, (?:a|en|au|aux) [a-z' -]{2,40})\.?$/;
