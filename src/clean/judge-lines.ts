/*
 * The lines of a page and its title in; for each line the rule that drops it, or null, out. First the rules
 * of the table, then what only structure tells: what stands before the title, captions, repeated lines, and
 * the fragments left at both ends. In the middle, what no rule names is kept.
 */
import { findArticleEnd } from "./find-article-end.ts";
import type { FoundTitle } from "./find-title.ts";
import { hasVerb } from "./line-shape.ts";
import { matchRule, type RuleMatch } from "./match-rule.ts";
import type { Line } from "./split-lines.ts";

/** Rules that no pattern can express, with their reasons. */
export const STRUCTURAL_RULES = {
  "repeated-title": "The title, which the page shows more than once",
  "before-title": "Whatever the page shows above its title: menus, other headlines",
  caption: "The caption of a picture, above its credit or between title and text",
  "repeated-line": "A line the page shows a second time",
  "below-article": "Prose between the boxes that follow the article",
  "author-note": "A last paragraph about the author",
  "head-fragment": "Labels and names between the title and the text",
  "tail-fragment": "Titles and labels below the text",
} as const;

export type Verdict = string | null;

/** These end the article wherever they stand below some prose. */
const HARD_ENDS = new Set(["comments", "neighbour-articles", "biography"]);
/** Share of the page's prose that must stand above such a line. */
const MIN_PROSE_SHARE_ABOVE_END = 0.25;
const MAX_PROSE_SHARE_ABOVE_TITLE = 0.25;
const MIN_REPEATED_CHARS = 25;
const MAX_CAPTION_CHARS = 250;
const MAX_LINKED_TITLE_CHARS = 160;

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

function dropAboveTitle(lines: readonly Line[], verdicts: Verdict[], title: FoundTitle): void {
  const first = title.lines[0] ?? 0;
  const above = proseChars(lines.slice(0, first));
  if (above > MAX_PROSE_SHARE_ABOVE_TITLE * proseChars(lines)) return;
  for (let i = 0; i < first; i += 1) verdicts[i] = "before-title";
}

function proseChars(lines: readonly Line[]): number {
  return lines.reduce((sum, line) => sum + (line.shape === "prose" ? line.text.length : 0), 0);
}

function dropByTable(lines: readonly Line[], verdicts: Verdict[]): void {
  const matches = lines.map((line, i) =>
    verdicts[i] === null ? matchRule(line.text, "middle") : null,
  );
  matches.forEach((match, i) => {
    if (match !== null) verdicts[i] = match.name;
  });
  matches.forEach((match, i) => {
    if (match !== null) dropBelow(lines, verdicts, i, match);
  });
}

function dropBelow(
  lines: readonly Line[],
  verdicts: Verdict[],
  index: number,
  match: RuleMatch,
): void {
  if (match.reach === "line") return;
  if (match.reach === "end" && endsArticle(lines, verdicts, index, match)) {
    for (let i = index + 1; i < lines.length; i += 1) verdicts[i] ??= match.name;
    return;
  }
  for (let i = index + 1; i < lines.length; i += 1) {
    const line = lines[i];
    if (line === undefined || !isLinkedTitle(line, verdicts[i] ?? null)) return;
    verdicts[i] ??= match.name;
  }
}

/** Below "À lire aussi" stand titles; the first prose is the article again. */
function isLinkedTitle(line: Line, verdict: Verdict): boolean {
  if (verdict !== null) return true;
  return (
    line.shape !== "prose" &&
    line.text.length <= MAX_LINKED_TITLE_CHARS &&
    !/[^.]\.$/.test(line.text)
  );
}

function endsArticle(
  lines: readonly Line[],
  verdicts: readonly Verdict[],
  index: number,
  match: RuleMatch,
): boolean {
  const kept = lines.filter((_, i) => verdicts[i] === null);
  const above = lines.filter((_, i) => i < index && verdicts[i] === null);
  const share = proseChars(above) / Math.max(1, proseChars(kept));
  if (share < MIN_PROSE_SHARE_ABOVE_END) return false;
  if (HARD_ENDS.has(match.name)) return true;
  return isTeaserList(lines.filter((_, i) => i > index && verdicts[i] === null));
}

/** Teasers come in pairs, a title and a summary; an article that goes on has prose after prose. */
function isTeaserList(lines: readonly Line[]): boolean {
  const prose = lines.flatMap((line, i) => (line.shape === "prose" ? [i] : []));
  if (prose.length === 0) return true;
  const summaries = prose.filter((i) => lines[i - 1]?.shape === "fragment");
  return prose.length >= 2 && summaries.length === prose.length;
}

function dropRepeated(lines: readonly Line[], verdicts: Verdict[]): void {
  const seen = new Set<string>();
  lines.forEach((line, i) => {
    if (verdicts[i] !== null || line.text.length < MIN_REPEATED_CHARS) return;
    if (seen.has(line.folded)) verdicts[i] = "repeated-line";
    seen.add(line.folded);
  });
}

/** A caption stands right above its credit, or between the title and the text without any verb. */
function dropCaptions(lines: readonly Line[], verdicts: Verdict[]): void {
  lines.forEach((line, i) => {
    const isAboveCredit = verdicts[i + 1] === "photo-credit" && lines[i + 1]?.isAttached === true;
    if (verdicts[i] === null && isAboveCredit && isCaptionLike(line)) verdicts[i] = "caption";
  });
  const prose = indexesOfProse(lines, verdicts);
  // Only as long as more prose follows can the first lines be captions.
  for (const i of prose.slice(0, -1)) {
    const line = lines[i];
    if (line === undefined || !isCaptionLike(line) || !endsInPlaceOrDate(line)) return;
    verdicts[i] = "caption";
  }
}

function isCaptionLike(line: Line): boolean {
  return line.text.length <= MAX_CAPTION_CHARS && !hasVerb(line.text);
}

function endsInPlaceOrDate(line: Line): boolean {
  return /(?:\b(?:le|en|du) (?:(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) )?(?:\d{1,2}(?:er)? )?[a-z]{3,9}(?: \d{4})|\([^)]{2,60}\)|, (?:a|en|au|aux) [a-z' -]{2,40})\.?$/.test(
    line.folded,
  );
}

function indexesOfProse(lines: readonly Line[], verdicts: readonly Verdict[]): number[] {
  return lines.flatMap((line, i) => (line.shape === "prose" && verdicts[i] === null ? [i] : []));
}

function dropBelowEnd(lines: readonly Line[], verdicts: Verdict[], title: FoundTitle): void {
  const end = findArticleEnd(lines, verdicts, title.lines[0] ?? 0);
  lines.forEach((line, i) => {
    if (i > end && line.shape !== "fragment") verdicts[i] ??= "below-article";
  });
}

/** "Jean Dupont est journaliste à…", "Passionné d'histoire, je rédige…": only as the very last prose. */
function dropAuthorNotes(lines: readonly Line[], verdicts: Verdict[]): void {
  const prose = indexesOfProse(lines, verdicts);
  const last = prose.at(-1);
  if (last === undefined || prose.length < 3) return;
  if (AUTHOR_NOTES.some((pattern) => pattern.test(lines[last]?.folded ?? ""))) {
    verdicts[last] = "author-note";
  }
}

const AUTHOR_NOTES: readonly RegExp[] = [
  /^(?:\d+ ans|passionnee?|fan|amateur|amatrice|diplomee?|titulaire|journaliste|redact(?:eur|rice)|ancien(?:ne)? journaliste|fondat(?:eur|rice)|etudiante?)\b.{0,300}\b(?:je|j'aime|j'ecris|depuis|redige|ecrit|collabore|web|actualite|journalis\w+|presse|ecriture)\b/,
  /^[a-z' .-]{4,50} (?:est|a ete) (?:une? |le |la )?(?:journaliste|redact(?:eur|rice)|correspondante?|redact(?:eur|rice) en chef|pigiste|chroniqueu(?:r|se)|contribut(?:eur|rice))\b.{0,400}$/,
];

function dropEdges(lines: readonly Line[], verdicts: Verdict[]): void {
  const prose = indexesOfProse(lines, verdicts);
  const first = prose[0];
  const last = prose.at(-1);
  if (first === undefined || last === undefined) {
    lines.forEach((line, i) => (verdicts[i] ??= matchRule(line.text, "head")?.name ?? null));
    return;
  }
  for (let i = 0; i < first; i += 1) {
    const line = lines[i];
    if (line === undefined || verdicts[i] !== null) continue;
    verdicts[i] =
      matchRule(line.text, "head")?.name ?? (isStatement(line) ? null : "head-fragment");
  }
  dropTail(lines, verdicts, last);
}

/** Below the last prose only what goes on without a break is the article's: short sentences, items of a list. */
function dropTail(lines: readonly Line[], verdicts: Verdict[], last: number): void {
  let goesOn = true;
  for (let i = last + 1; i < lines.length; i += 1) {
    const line = lines[i];
    if (line === undefined) continue;
    const previous = lines[i - 1];
    const rule = verdicts[i] ?? matchRule(line.text, "tail")?.name ?? null;
    goesOn = goesOn && rule === null && (isStatement(line) || isListItem(line, previous));
    verdicts[i] = goesOn ? null : (rule ?? "tail-fragment");
  }
}

/** A short sentence, or a longer line with a verb whose full stop was forgotten. */
function isStatement(line: Line): boolean {
  if (line.shape !== "fragment") return true;
  return line.text.split(/\s+/).length >= 9 && hasVerb(line.text) && line.text.length >= 60;
}

function isListItem(line: Line, previous: Line | undefined): boolean {
  const isItem = /^(?:[-–—•*▪●]|\d{1,2}[.)]) ?\S/.test(line.text);
  return (
    isItem &&
    previous !== undefined &&
    (/[:;,]$/.test(previous.text) || /^[-–—•*▪●\d]/.test(previous.text))
  );
}
