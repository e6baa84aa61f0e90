/*
 * The lines of a page in; a last paragraph about the author is dropped. Articles end with paragraphs about
 * people too: the note must speak in the first person, name who signed the article, or stand apart from it.
 */
import type { Line } from "./split-lines.ts";
import type { Verdict } from "./verdict.ts";

/** Notes stand within this many lines of prose from the end. */
const MAX_FROM_END = 2;
/** Shorter articles have no note longer than themselves. */
const MIN_PROSE_LINES = 3;

const FIRST_PERSON =
  /^(?:\d+ ans|passionnee?|fan|amateur|amatrice|diplomee?|journaliste|redact(?:eur|rice)|fondat(?:eur|rice)|etudiante?)\b.{0,300}\b(?:je|j'aime|j'ecris|j'ai)\b/;
const PROFESSION =
  /^[a-z' .-]{4,50} (?:est|a ete|couvre|collabore|travaille)\b.{0,60}\b(?:journaliste|redact(?:eur|rice)|correspondante?|pigiste|chroniqueu(?:r|se)|contribut(?:eur|rice)|chercheu(?:r|se)|professeure?|enseignante?|directeur|directrice|auteure?|autrice|specialiste|essayiste|collaborat(?:eur|rice))\b/;

/** Drops the author's note from `lines`, in place in `verdicts`. */
export function dropAuthorNotes(lines: readonly Line[], verdicts: Verdict[]): void {
  const prose = lines.flatMap((line, i) =>
    line.shape === "prose" && verdicts[i] === null ? [i] : [],
  );
  if (prose.length < MIN_PROSE_LINES) return;
  const authors = authorsOf(lines, verdicts);
  for (const i of prose.slice(-MAX_FROM_END)) {
    const folded = lines[i]?.folded ?? "";
    const isSigned = authors.some((author) => folded.startsWith(author));
    const isApart = (verdicts[i - 1] ?? null) !== null;
    const isNote = PROFESSION.test(folded) && (isSigned || isApart);
    if (isNote || FIRST_PERSON.test(folded)) verdicts[i] = "author-note";
  }
}

/** The names on the lines that say who wrote the article. */
function authorsOf(lines: readonly Line[], verdicts: readonly Verdict[]): string[] {
  return lines.flatMap((line, i) => {
    if (verdicts[i] !== "byline") return [];
    const name = line.folded.replace(/^(?:par|by|de|propos recueillis par|ecrit par) /, "");
    const plain = name.replace(/\s*[(,|].*$/, "");
    return plain.includes(" ") ? [plain] : [];
  });
}
