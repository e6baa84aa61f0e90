import { stemmer } from "@orama/stemmers/french";

/**
 * Folded word -> index term: the Snowball stem of French, with the endings mended that folding the
 * accents hides from it (rencontrées, turque).
 */

const cacheLimit = 50_000;
const cache = new Map<string, string>();

function computeStem(folded: string): string {
  if (folded.length < 4 || /\d/u.test(folded)) return folded;
  const unaccented = folded.replace(/ees?$/u, "e");
  return stemmer(unaccented)
    .replace(/cqu$|qu$/u, "c")
    .replace(/([nr]d)[ur]$/u, "$1")
    .replace(/([^aeiouy])\1$/u, "$1");
}

/** The index term of one folded word. Pure; remembers what it computed, within a bound. */
export function stemWord(folded: string): string {
  const known = cache.get(folded);
  if (known !== undefined) return known;
  if (cache.size >= cacheLimit) cache.clear();
  const stem = computeStem(folded);
  cache.set(folded, stem);
  return stem;
}
