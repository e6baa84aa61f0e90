/*
 * A line in, the form in which the rules compare it out: lower case, no accents, straight apostrophes,
 * single spaces. Only for comparing; what is kept or dropped is always the line itself.
 */
import { withoutAccents } from "../corpus/normalize-text.ts";

/** A line without any of these differs from its folded form by its capitals only. */
const MORE_THAN_CAPITALS = /[^ -_a-~]| {2}|^ | $/;
const OTHER_SIGNS = /[’‘`´œ«»“”„]/g;
const SIGNS: Readonly<Record<string, string>> = {
  "’": "'",
  "‘": "'",
  "`": "'",
  "´": "'",
  œ: "oe",
  "«": '"',
  "»": '"',
  "“": '"',
  "”": '"',
  "„": '"',
};

/** Returns `line` folded for comparison. */
export function foldLine(line: string): string {
  if (!MORE_THAN_CAPITALS.test(line)) return line.toLowerCase();
  return withoutAccents(line)
    .toLowerCase()
    .replace(OTHER_SIGNS, (sign) => SIGNS[sign] ?? sign)
    .replace(/\s{2,}|[^\S ]/g, " ")
    .trim();
}

const GLUED_WORDS = /\p{Ll}\p{Lu}/u;
const SEAMS = /(?<=\p{Ll})(?=\p{Lu})/gu;

/** Folds `line` with a space where scraping glued two words: "Partager cet articleDiscussion". Also cuts "YouTube". */
export function foldCutApart(line: string, folded = foldLine(line)): string {
  return GLUED_WORDS.test(line) ? foldLine(line.replace(SEAMS, " ")) : folded;
}

/** Returns the folded words of `line`, glued ones cut apart. */
export function foldedWords(line: string, folded = foldLine(line)): readonly string[] {
  return wordsOf(foldCutApart(line, folded));
}

/** The words of a folded text. */
export function wordsOf(folded: string): readonly string[] {
  return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
}
