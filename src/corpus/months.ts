/*
 * The months as French and English texts name them. What may stand around one ("en mars", "le 3 mars") is
 * told where it is read.
 */
import { withoutAccents } from "./normalize-text.ts";

/** In full, then as shortened; January first. */
const MONTHS: readonly {
  readonly french: readonly string[];
  readonly english: readonly string[];
}[] = [
  { french: ["janvier", "janv"], english: ["january", "jan"] },
  { french: ["février", "févr", "fév"], english: ["february", "feb"] },
  { french: ["mars"], english: ["march", "mar"] },
  { french: ["avril", "avr"], english: ["april", "apr"] },
  { french: ["mai"], english: ["may"] },
  { french: ["juin"], english: ["june", "jun"] },
  { french: ["juillet", "juil"], english: ["july", "jul"] },
  { french: ["août"], english: ["august", "aug"] },
  { french: ["septembre", "sept"], english: ["september", "sep"] },
  { french: ["octobre", "oct"], english: ["october", "oct"] },
  { french: ["novembre", "nov"], english: ["november", "nov"] },
  { french: ["décembre", "déc"], english: ["december", "dec"] },
];

const inFull = (names: readonly string[]) => names.slice(0, 1);

/** The French names in full, without accents. */
export const FRENCH_MONTHS: readonly string[] = MONTHS.flatMap(({ french }) =>
  inFull(french).map(withoutAccents),
);

export const ENGLISH_MONTHS: readonly string[] = MONTHS.flatMap(({ english }) => inFull(english));

/** The names in full in both languages, without accents. */
export const MONTHS_IN_FULL: readonly string[] = [...FRENCH_MONTHS, ...ENGLISH_MONTHS];

/** "janv", "fevr": how French shortens them, without accents. */
export const SHORT_FRENCH_MONTHS: readonly string[] = MONTHS.flatMap(({ french }) =>
  french.slice(1).map(withoutAccents),
);

/** Alternatives of a pattern: the French names in full, with and without their accents. */
export const FRENCH_MONTH_PATTERN = [
  ...new Set([...MONTHS.flatMap(({ french }) => inFull(french)), ...FRENCH_MONTHS]),
].join("|");

/** "01" to "12" by every name, shortened or not, in lower case without accents. */
export const MONTH_NUMBERS: ReadonlyMap<string, string> = new Map(
  MONTHS.flatMap(({ french, english }, index) =>
    [...french, ...english].map((name): [string, string] => [
      withoutAccents(name),
      String(index + 1).padStart(2, "0"),
    ]),
  ),
);
