import { stemmer } from "@orama/stemmers/french";
import { rememberWords } from "./remember-words.ts";

function computeStem(folded: string): string {
  if (folded.length < 4 || /\d/u.test(folded)) return folded;
  const unaccented = folded.replace(/ees?$/u, "e").replace(/(?<=[^aeiou])us$/u, "u");
  return stemmer(unaccented)
    .replace(/cqu$|qu$/u, "c")
    .replace(/([nr]d)[ur]$/u, "$1")
    .replace(/([^aeiouy])\1$/u, "$1");
}

/**
 * Folded word -> index term: the Snowball stem of French, with the endings mended that folding the
 * accents hides from it (rencontrées, turque), and those it takes for part of the word (disparus). Pure; remembers what it worked out.
 */
export const stemWord = rememberWords(computeStem, 50_000);
