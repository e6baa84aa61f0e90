/*
 * The lines of a page and its title in; for each line the rule that drops it, or null, out. First the rules
 * of the table, then what only structure tells. In the middle of an article, what no rule names is kept.
 */
import { dropAuthorNotes } from "./drop-author-notes.ts";
import { dropByTable } from "./drop-by-table.ts";
import { dropCaptions } from "./drop-captions.ts";
import { dropAboveTitle, dropBelowEnd, dropEdges } from "./drop-edges.ts";
import type { FoundTitle } from "./find-title.ts";
import type { Line } from "./split-lines.ts";
import type { Verdict } from "./verdict.ts";

/** Rules that no pattern can express, with their reasons. */
export const STRUCTURAL_RULES = {
  "repeated-title": "The title, which the page shows more than once",
  "before-title": "Whatever the page shows above its title: menus, other headlines",
  caption: "The caption of a picture, above its credit or between title and text",
  "box-label": "A label between the lines of a box",
  "repeated-line": "A line the page shows a second time",
  "below-article": "Prose between the boxes that follow the article",
  "author-note": "A last paragraph about the author",
  "head-fragment": "Labels and names between the title and the text",
  "tail-fragment": "Titles and labels below the text",
} as const;

/** Shorter lines may come back in an article: the name of who speaks, a refrain. */
const MIN_REPEATED_CHARS = 25;

/** Judges every line. `extracted` text only has remains: there, position proves nothing. */
export function judgeLines(
  lines: readonly Line[],
  title: FoundTitle,
  form: "scrape" | "extracted",
): readonly Verdict[] {
  const verdicts: Verdict[] = lines.map(() => null);
  for (const i of title.lines) verdicts[i] = "repeated-title";
  if (form === "scrape") dropAboveTitle(lines, verdicts, title);
  dropByTable(lines, verdicts);
  dropRepeated(lines, verdicts);
  if (form === "extracted") return verdicts;
  dropCaptions(lines, verdicts);
  dropBelowEnd(lines, verdicts, title);
  dropAuthorNotes(lines, verdicts);
  dropEdges(lines, verdicts);
  return verdicts;
}

function dropRepeated(lines: readonly Line[], verdicts: Verdict[]): void {
  const seen = new Set<string>();
  lines.forEach((line, i) => {
    if (verdicts[i] !== null || line.text.length < MIN_REPEATED_CHARS) return;
    if (seen.has(line.folded)) verdicts[i] = "repeated-line";
    seen.add(line.folded);
  });
}
