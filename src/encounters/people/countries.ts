// Words that name a country ("Russie", "la Turquie") or its people ("russe", "turques") -> ISO 3166 code.
// Nationality tells which minister "le ministre turc" is; country names are never persons.

import { countries } from "../../terms/countries.ts";
import { seatsOfPower } from "../../terms/seats-of-power.ts";
import { foldName } from "../tokens.ts";

/**
 * Whom else an office may be of: bodies, parts of countries that have a government of their own, states that
 * are no more, and of two countries of one name the larger. Folded.
 */
const MORE: readonly {
  readonly code: string;
  readonly demonyms?: string;
  readonly names?: string;
}[] = [
  {
    code: "EU",
    demonyms: "europeen|europeenne|communautaire",
    names: "union europeenne|ue|europe",
  },
  { code: "UN", demonyms: "onusien|onusienne", names: "onu|nations unies" },
  { code: "NATO", names: "otan|alliance atlantique" },
  { code: "CD", demonyms: "congolais|congolaise", names: "congo" },
  { code: "RU", demonyms: "sovietique", names: "urss|union sovietique" },
  { code: "DE", names: "rfa|rda" },
  { code: "IL", demonyms: "hebreu" },
  { code: "SCT", demonyms: "ecossais|ecossaise", names: "ecosse" },
  { code: "WLS", demonyms: "gallois|galloise", names: "pays de galles" },
  { code: "CHE", demonyms: "tchetchene", names: "tchetchenie" },
  { code: "SRP", demonyms: "bosno-serbe" },
  { code: "KRD", demonyms: "kurde" },
  { code: "CAT", demonyms: "catalan|catalane" },
  { code: "QC", demonyms: "quebecois|quebecoise" },
];

interface CountryWords {
  readonly demonyms: ReadonlyMap<string, string>;
  readonly countries: ReadonlyMap<string, string>;
  /** Capitals, and the palaces and ministries that stand for a government. */
  readonly seats: ReadonlyMap<string, string>;
  readonly english: ReadonlyMap<string, string>;
  readonly englishDemonyms: ReadonlyMap<string, string>;
}

let words: CountryWords | undefined;

/** Built at first use, once. */
function countryWords(): CountryWords {
  words ??= {
    demonyms: collectDemonyms(),
    countries: collectCountries(),
    seats: collectSeats(),
    english: collectEnglishNames(),
    englishDemonyms: new Map(
      states().map(({ code, english }) => [foldName(english.person), code] as const),
    ),
  };
  return words;
}

/** Territories share a demonym with their country, and their capitals are called as people are. */
function states() {
  return countries().filter(({ isState }) => isState);
}

function collectSeats(): Map<string, string> {
  const seats = new Map<string, string>();
  for (const { names, country, isParliament } of seatsOfPower) {
    if (country === null || isParliament === true) continue;
    for (const name of names) seats.set(foldName(name), country);
  }
  for (const { code, capitals, english } of states())
    for (const name of [english.capital, ...capitals.flat()])
      if (name !== null) seats.set(foldName(name), code);
  return seats;
}

function collectEnglishNames(): Map<string, string> {
  const names = new Map<string, string>();
  for (const { names: french, english, capitals, isState } of countries()) {
    if (isState && english.capital !== null) {
      const folded = foldName(english.capital);
      const same = capitals.find((city) => city.some((name) => foldName(name) === folded));
      names.set(folded, (same ?? capitals[0])?.[0] ?? english.capital);
    }
    if (french[0] !== undefined) names.set(foldName(english.name), french[0]);
  }
  return names;
}

function collectDemonyms(): Map<string, string> {
  const demonyms = new Map<string, string>();
  const add = (form: string, code: string): void => {
    for (const plural of [form, `${form}s`]) {
      if (!demonyms.has(plural)) demonyms.set(plural, code);
    }
  };
  for (const { code, demonyms: forms } of MORE)
    for (const form of forms?.split("|") ?? []) add(form, code);
  for (const { code, people, bywords } of states())
    for (const form of [...people, ...bywords]) add(foldName(form), code);
  return demonyms;
}

function collectCountries(): Map<string, string> {
  return new Map([
    ...countries().flatMap(({ code, names }) =>
      names.map((name) => [foldName(name), code] as const),
    ),
    ...MORE.flatMap(({ code, names }) =>
      (names?.split("|") ?? []).map((name) => [name, code] as const),
    ),
  ]);
}

/** The country of a folded nationality word ("turques" -> "TR"). */
export function countryOfDemonym(fold: string): string | null {
  return countryWords().demonyms.get(fold) ?? null;
}

/** Its capital, in French. */
export function capitalOf(code: string): string | null {
  return countries().find((country) => country.code === code)?.capitals[0]?.[0] ?? null;
}

/** The country a folded place name stands for: its own name, its capital, its seat of power. */
export function countryOfPlace(fold: string): string | null {
  const { countries, seats } = countryWords();
  return countries.get(fold) ?? seats.get(fold) ?? null;
}

/** "Moscow" -> "Moscou", "Serbia" -> "Serbie"; null for a place that needs no French name. */
export function frenchPlaceName(fold: string): string | null {
  return countryWords().english.get(fold) ?? null;
}

/** Whether the folded word names a country. */
export function isCountry(fold: string): boolean {
  return countryWords().countries.has(fold);
}

/** "Turkish", "chinese", in the English of a question; folded. */
export function countryOfEnglishDemonym(fold: string): string | null {
  return countryWords().englishDemonyms.get(fold) ?? null;
}
