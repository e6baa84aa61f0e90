import { createRequire } from "node:module";
import type { Countries } from "world-countries";
import { foldText } from "./fold-text.ts";
import { frenchCapitals } from "./french-capitals.ts";

/** How a country, its people and its capital are called. */
export interface CountryNames {
  /** ISO 3166 alpha-2. */
  readonly code: string;
  /** Name and demonyms in French. */
  readonly french: readonly string[];
  /** The capital, in French. */
  readonly capitals: readonly string[];
  /** Periphrases for it, and its people by the name of their capital. */
  readonly periphrases: readonly string[];
  /** Name, people and capital in English, name in Russian and Turkish; folded. */
  readonly foreign: readonly string[];
}

/** Names the press uses beside those of the package. */
const pressNames: Readonly<Record<string, readonly string[]>> = {
  US: ["Amérique", "USA", "Américain"],
  GB: ["Grande-Bretagne", "Angleterre", "Britannique"],
  NL: ["Hollande"],
  CZ: ["République tchèque"],
  MM: ["Birmanie"],
  BY: ["Bélarus"],
  KR: ["Corée du Sud"],
  KP: ["Corée du Nord"],
  CD: ["RDC", "Congo-Kinshasa"],
  CN: ["Chine populaire"],
  PS: ["Palestine", "Autorité palestinienne", "Gaza"],
  VA: ["Saint-Siège"],
  AE: ["Émirats"],
};

/** Periphrases for a country and people named after its capital: asked with, rarely written beside the name. */
const periphrases: Readonly<Record<string, readonly string[]>> = {
  FR: ["Hexagone", "tricolore", "parisien"],
  DE: ["outre-Rhin", "berlinois"],
  GB: ["outre-Manche", "londonien", "anglais"],
  US: ["outre-Atlantique", "Oncle Sam", "washingtonien"],
  CN: ["Empire du Milieu", "pékinois"],
  JP: ["nippon", "nippone", "archipel nippon", "Soleil-Levant"],
  IT: ["transalpin", "romain"],
  BE: ["outre-Quiévrain", "bruxellois"],
  ES: ["ibérique", "madrilène"],
  GR: ["hellénique", "athénien"],
  CH: ["helvétique", "Confédération"],
  IL: ["État hébreu"],
  IR: ["République islamique", "téhéranais"],
  KR: ["Matin calme"],
  RU: ["moscovite", "pays des tsars"],
  SA: ["royaume wahhabite"],
  SY: ["damascène"],
  TR: ["stambouliote", "ankariote"],
  UA: ["kiévien"],
  VA: ["pontifical"],
};

function present(names: readonly (string | undefined)[]): string[] {
  return [...new Set(names.filter((name): name is string => name !== undefined && name !== ""))];
}

/** All countries of the world. */
export function countries(): readonly CountryNames[] {
  const allCountries = createRequire(import.meta.url)("world-countries") as Countries;
  return allCountries.map((country): CountryNames => {
    const { fra, rus, tur } = country.translations;
    const { fra: french, eng: english } = country.demonyms;
    const capital = frenchCapitals[country.cca2];
    return {
      code: country.cca2,
      french: present([fra?.common, french?.m, french?.f, ...(pressNames[country.cca2] ?? [])]),
      capitals: present(capital === undefined ? country.capital : [capital]),
      periphrases: periphrases[country.cca2] ?? [],
      foreign: present([
        country.name.common,
        ...country.capital,
        english?.m,
        rus?.common,
        tur?.common,
      ]).map(foldText),
    };
  });
}

let known: ReadonlySet<string> | null = null;

/** Whether a word is the French name of a country or of its people. */
export function isCountryOrPeople(name: string): boolean {
  known ??= new Set(countries().flatMap(({ french }) => french.map(foldText)));
  return known.has(foldText(name));
}
