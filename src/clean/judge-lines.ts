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
