/*
 * A line in, the form in which the rules compare it out: lower case, no accents, straight apostrophes,
 * single spaces. Only for comparing; what is kept or dropped is always the line itself.
 */

/** Returns `line` folded for comparison. */
export function foldLine(line: string): string {
  return line
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/œ/g, "oe")
    .replace(/[«»“”„]/g, '"')
    .replace(/\s+/g, " ")
    .trim();
}

/** Puts a space where scraping glued two words: "Partager cet articleDiscussion". Also cuts "YouTube". */
export function cutGluedWords(line: string): string {
  return line.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, " ");
}

/** Returns the folded words of `line`, glued ones cut apart. */
export function foldedWords(line: string): readonly string[] {
  return foldLine(cutGluedWords(line)).match(/[\p{L}\p{N}]+/gu) ?? [];
}
