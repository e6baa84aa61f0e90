import { createRequire } from "node:module";
import type { Countries } from "world-countries";
import { frenchCapitals } from "./capitals.ts";
import { foldText } from "./fold-text.ts";

/** How a country, its people and its capital are called. */
export interface CountryNames {
  /** ISO 3166 alpha-2. */
  readonly code: string;
  /** Not a territory, whose people share a name with those of the state it belongs to. */
  readonly isState: boolean;
  /** In French, the first as on a map. */
  readonly names: readonly string[];
  /** Its people, in French. */
  readonly people: readonly string[];
  /** "français", "française": what is of it. */
  readonly adjective: { readonly masculine: string; readonly feminine: string };
  /** Cities that stand for it, each by its spellings in French; "la capitale bolivienne" means the first. */
  readonly capitals: readonly (readonly string[])[];
  /** Other words for its people, asked with and rarely written beside the name. */
  readonly bywords: readonly string[];
  /** Periphrases for it, and its people by the name of their capital. */
  readonly periphrases: readonly string[];
  readonly english: {
    readonly name: string;
    readonly person: string;
    readonly capital: string | null;
  };
  /** Name, people and capital in English, name in Russian and Turkish; folded. */
  readonly foreign: readonly string[];
}

/** What the press says beside the names of the package. */
interface PressNames {
  readonly names?: string;
  readonly people?: string;
  readonly bywords?: string;
  readonly periphrases?: string;
}

const pressNames: Readonly<Record<string, PressNames>> = {
  AE: { names: "Émirats", people: "Émirati, Émiratie" },
  BA: { people: "Bosniaque" },
  BD: { people: "Bangladeshi" },
  BE: { periphrases: "outre-Quiévrain, bruxellois" },
  BF: { people: "Burkinabais" },
  BY: { names: "Bélarus", people: "Bélarusse, Biélorussien" },
  CD: { names: "République démocratique du Congo, RDC, Congo-Kinshasa" },
  CH: { bywords: "helvétique", periphrases: "Confédération" },
  CN: { names: "Chine populaire", periphrases: "Empire du Milieu, pékinois" },
  CR: { people: "Costaricien, Costaricienne" },
  CV: { names: "Cap-Vert", people: "Capverdien, Capverdienne" },
  CZ: { names: "République tchèque" },
  DE: { periphrases: "outre-Rhin, berlinois" },
  ES: { periphrases: "ibérique, madrilène" },
  FR: { periphrases: "Hexagone, tricolore, parisien" },
  GB: {
    names: "Grande-Bretagne, Angleterre",
    bywords: "anglais, anglaise",
    periphrases: "outre-Manche, londonien",
  },
  GR: { bywords: "hellénique", periphrases: "athénien" },
  IL: { periphrases: "État hébreu" },
  IQ: { people: "Iraquien" },
  IR: { periphrases: "République islamique, téhéranais" },
  IT: { bywords: "transalpin, transalpine", periphrases: "romain" },
  JP: { bywords: "nippon, nippone, nipponne", periphrases: "archipel nippon, Soleil-Levant" },
  KR: { periphrases: "Matin calme" },
  KZ: { people: "Kazakh, Kazakhe" },
  LV: { people: "Lettonne" },
  MM: { names: "Myanmar" },
  NL: { names: "Hollande", people: "Hollandais, Hollandaise" },
  PS: { names: "Autorité palestinienne" },
  QA: { people: "Qatari, Qatarie" },
  RU: { periphrases: "moscovite, pays des tsars" },
  SA: { periphrases: "royaume wahhabite" },
  SY: { periphrases: "damascène" },
  TL: { names: "Timor" },
  TR: { periphrases: "stambouliote, ankariote" },
  UA: { periphrases: "kiévien" },
  US: {
    names: "Amérique, USA",
    people: "États-Unien, États-Unienne, Étasunien, Étasunienne",
    periphrases: "outre-Atlantique, Oncle Sam, washingtonien",
  },
  UZ: { people: "Ouzbek" },
  VA: { names: "Saint-Siège", periphrases: "pontifical" },
  VN: { names: "Vietnam" },
};

/** States that not all others recognise, which the package counts among the territories. */
const disputedStates: ReadonlySet<string> = new Set(["PS", "TW", "XK"]);

function present(...names: readonly (string | undefined)[]): string[] {
  return [...new Set(names.filter((name): name is string => name !== undefined && name !== ""))];
}

const listed = (names: string | undefined) => names?.split(", ") ?? [];

let world: readonly CountryNames[] | null = null;

/** All countries of the world. */
export function countries(): readonly CountryNames[] {
  return (world ??= readCountries());
}

function readCountries(): readonly CountryNames[] {
  const allCountries = createRequire(import.meta.url)("world-countries") as Countries;
  return allCountries.map((country): CountryNames => {
    const { cca2: code, independent, capital } = country;
    const { fra, rus, tur } = country.translations;
    const { fra: french, eng: english } = country.demonyms;
    const press = pressNames[code] ?? {};
    return {
      code,
      isState: independent || disputedStates.has(code),
      names: present(fra?.common, ...listed(press.names)),
      people: present(french?.m, french?.f, ...listed(press.people)),
      adjective: {
        masculine: french?.m.toLowerCase() ?? "",
        feminine: french?.f.toLowerCase() ?? "",
      },
      capitals: (frenchCapitals[code] ?? present(...capital)).map((city) => city.split("|")),
      bywords: listed(press.bywords),
      periphrases: listed(press.periphrases),
      english: {
        name: country.name.common,
        person: english?.m ?? "",
        capital: capital[0] ?? null,
      },
      foreign: present(country.name.common, ...capital, english?.m, rus?.common, tur?.common).map(
        foldText,
      ),
    };
  });
}

let known: ReadonlySet<string> | null = null;

/** Whether a word is the French name of a country or of its people. */
export function isCountryOrPeople(name: string): boolean {
  known ??= new Set(
    countries().flatMap(({ names, people }) => [...names, ...people].map(foldText)),
  );
  return known.has(foldText(name));
}
