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

/**
 * Returns the folded words of `line`, where words that scraping glued are cut at the capital letter:
 * "Partager cet articleDiscussion" gives partager, cet, article, discussion.
 */
export function foldedWords(line: string): readonly string[] {
  const apart = line.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, " ");
  return foldLine(apart).match(/[\p{L}\p{N}]+/gu) ?? [];
}
