// Words that name a country ("Russie", "la Turquie") or its people ("russe", "turques") -> ISO 3166 code.
// Nationality tells which minister "le ministre turc" is; country names are never persons.

import { createRequire } from "node:module";
import { foldName } from "../tokens.ts";
import { capitals } from "./capitals.ts";

/** Forms the press uses beside those of the library: `code: words`, folded. */
const MORE_DEMONYMS: Readonly<Record<string, string>> = {
  TR: "turque",
  AE: "emirati emiratie",
  GB: "anglais anglaise ecossais ecossaise gallois galloise",
  US: "etats-unien etats-unienne etasunien etasunienne",
  BY: "belarusse bielorussien",
  KZ: "kazakh kazakhe kazakhstanais",
  UZ: "ouzbek",
  GR: "grecque",
  BF: "burkinabe burkinabais",
  QA: "qatari qatarie",
  BD: "bangladeshi",
  BA: "bosniaque bosno-serbe",
  RU: "sovietique tchetchene",
  IQ: "irakien iraquien",
  IL: "hebreu",
  NL: "hollandais hollandaise",
  NZ: "neo-zelandais neo-zelandaise",
  CV: "capverdien capverdienne",
  AD: "andorran",
  CD: "congolais",
  FR: "francais francaise",
  CH: "helvetique",
  CR: "costaricien costaricienne",
  VA: "vatican",
  SK: "slovaque",
  LV: "lettonne",
  RO: "roumain",
  EU: "europeen europeenne communautaire",
  UN: "onusien onusienne",
  KRD: "kurde",
  CAT: "catalan catalane",
  QC: "quebecois quebecoise",
};

const MORE_COUNTRIES: Readonly<Record<string, string>> = {
  US: "etats-unis|amerique|usa",
  GB: "grande-bretagne|angleterre|ecosse|royaume-uni|pays de galles",
  CD: "rdc|congo|republique democratique du congo",
  BY: "belarus|bielorussie",
  NL: "pays-bas|hollande",
  CN: "chine",
  VN: "vietnam",
  CZ: "republique tcheque|tchequie",
  AE: "emirats|emirats arabes unis",
  EU: "union europeenne|ue|europe",
  KR: "coree du sud",
  KP: "coree du nord",
  TL: "timor",
  MM: "birmanie|myanmar",
  PS: "autorite palestinienne|palestine",
  RU: "urss|union sovietique",
  NG: "nigeria",
  CI: "cote d'ivoire",
  UN: "onu|nations unies",
  DE: "rfa|rda",
};

/** Names of power: whoever sits there stands for the country. Folded. */
const SEATS: Readonly<Record<string, string>> = {
  FR: "elysee|matignon|quai d'orsay|bercy",
  RU: "kremlin",
  US: "maison blanche|maison-blanche|pentagone",
  GB: "downing street",
  UA: "kyiv",
  CN: "beijing",
  VA: "vatican|saint-siege",
};

interface Country {
  readonly cca2: string;
  readonly name: { readonly common: string };
  readonly capital?: readonly string[];
  readonly independent?: boolean;
  readonly demonyms: Readonly<Record<string, { readonly m: string; readonly f: string }>>;
  readonly translations: Readonly<Record<string, { readonly common: string }>>;
}

/** The package's types describe a default export that its CommonJS file does not have. */
const worldCountries = createRequire(import.meta.url)("world-countries") as readonly Country[];

interface CountryWords {
  readonly demonyms: ReadonlyMap<string, string>;
  readonly countries: ReadonlyMap<string, string>;
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
    seats: new Map([
      ...splitTable(SEATS, "|"),
      ...[...capitals].map(([code, name]) => [foldName(name), code] as const),
    ]),
    english: collectEnglishNames(),
    englishDemonyms: collectEnglishDemonyms(),
  };
  return words;
}

function collectEnglishNames(): Map<string, string> {
  const names = new Map<string, string>();
  for (const country of worldCountries) {
    const capital = capitals.get(country.cca2);
    const english = country.capital?.[0];
    if (capital !== undefined && english) names.set(foldName(english), capital);
    const french = country.translations["fra"]?.common;
    if (french) names.set(foldName(country.name.common), french);
  }
  return names;
}

function collectEnglishDemonyms(): Map<string, string> {
  const demonyms = new Map([["palestinian", "PS"]]);
  for (const { cca2, demonyms: of, independent } of worldCountries) {
    const form = of["eng"]?.m;
    if (form && (independent ?? false)) demonyms.set(foldName(form), cca2);
  }
  return demonyms;
}

function splitTable(table: Readonly<Record<string, string>>, separator: string) {
  return Object.entries(table).flatMap(([code, list]) =>
    list.split(separator).map((word) => [word, code] as const),
  );
}

function collectDemonyms(): Map<string, string> {
  const demonyms = new Map<string, string>();
  const add = (form: string, code: string): void => {
    for (const plural of [form, `${form}s`]) {
      if (!demonyms.has(plural)) demonyms.set(plural, code);
    }
  };
  // Territories share a demonym with their country; only members of the UN and the like count.
  const independent = worldCountries.filter((country) => country.independent ?? false);
  for (const [form, code] of splitTable(MORE_DEMONYMS, " ")) add(form, code);
  for (const country of independent) {
    const french = country.demonyms["fra"];
    for (const form of [french?.m, french?.f]) {
      if (form) add(foldName(form), country.cca2);
    }
  }
  for (const [form, code] of [
    ["taiwanais", "TW"],
    ["palestinien", "PS"],
    ["kosovar", "XK"],
  ] as const) {
    add(form, code);
    add(`${form}ne`, code);
    add(`${form}e`, code);
  }
  return demonyms;
}

function collectCountries(): Map<string, string> {
  const countries = new Map<string, string>();
  for (const country of worldCountries) {
    const name = country.translations["fra"]?.common;
    if (name) countries.set(foldName(name), country.cca2);
  }
  for (const [name, code] of splitTable(MORE_COUNTRIES, "|")) countries.set(name, code);
  return countries;
}

/** The country of a folded nationality word ("turques" -> "TR"). */
export function countryOfDemonym(fold: string): string | null {
  return countryWords().demonyms.get(fold) ?? null;
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
