import { countries } from "./countries.ts";
import { officeHolders } from "./office-holders.ts";
import { officeWordings } from "./office-wordings.ts";
import { pressEquivalents } from "./press-equivalents.ts";
import { regions } from "./regions.ts";
import { seatsOfPower } from "./seats-of-power.ts";
import { generalSynonyms } from "./synonyms/general.ts";
import { publicLifeSynonyms } from "./synonyms/public-life.ts";
import { societySynonyms } from "./synonyms/society.ts";
import { tokenize } from "./tokenize.ts";

/**
 * What an article may say where a reader says something else: the country for its capital, its
 * people or its seat of power, the office for the phrase that stands for it, the press's word for the
 * everyday one. Looked up by index terms. Weights are below 1, the weight of the reader's own word.
 */
export interface Equivalent {
  /** Index terms, all of them expected. */
  readonly terms: readonly string[];
  readonly weight: number;
}

export interface EquivalentLexicon {
  /** Terms of the longest phrase known. */
  readonly longestPhrase: number;
  /** Equivalents of a phrase given as its index terms; undefined when there is none. */
  find(terms: readonly string[]): readonly Equivalent[] | undefined;
  /** What a seat, a capital or a periphrase means in plain words, for the encoder; undefined for other phrases. */
  gloss(terms: readonly string[]): string | undefined;
  /** Equivalents of a country's name in an oblique case (России, Турции). */
  findInflected(folded: string): readonly Equivalent[] | undefined;
}

const weights = {
  sameCountry: 0.6,
  capital: 0.45,
  seat: 0.35,
  holder: 0.4,
  office: 0.3,
  region: 0.3,
  press: 0.35,
  synonym: 0.25,
};

const synonyms = [...publicLifeSynonyms, ...societySynonyms, ...generalSynonyms];

const finalVowels = /[aeiou]+$/u;

class LexiconBuilder implements EquivalentLexicon {
  longestPhrase = 1;
  readonly #entries = new Map<string, Equivalent[]>();
  readonly #glosses = new Map<string, string>();
  readonly #inflected = new Map<string, readonly string[]>();

  add(phrase: string, equivalents: readonly Equivalent[]): void {
    const terms = tokenize(phrase);
    if (terms.length === 0) return;
    this.longestPhrase = Math.max(this.longestPhrase, terms.length);
    const key = terms.join(" ");
    const entry = this.#entries.get(key) ?? [];
    for (const equivalent of equivalents) {
      const other = equivalent.terms.join(" ");
      const known = entry.some(({ terms: those }) => those.join(" ") === other);
      if (other !== "" && other !== key && !known) entry.push(equivalent);
    }
    this.#entries.set(key, entry);
  }

  /** Registers a name whose ending changes with its case. */
  addInflected(name: string): void {
    const terms = tokenize(name);
    const bare = name.replace(finalVowels, "");
    if (bare.length > 2 && terms.length === 1) this.#inflected.set(bare, terms);
  }

  addGloss(phrase: string, gloss: string): void {
    this.#glosses.set(tokenize(phrase).join(" "), gloss);
  }

  gloss(terms: readonly string[]): string | undefined {
    return this.#glosses.get(terms.join(" "));
  }

  find(terms: readonly string[]): readonly Equivalent[] | undefined {
    return this.#entries.get(terms.join(" "));
  }

  findInflected(folded: string): readonly Equivalent[] | undefined {
    const terms = this.#inflected.get(folded.replace(finalVowels, ""));
    return terms === undefined ? undefined : this.find(terms);
  }
}

function equivalent(phrase: string, weight: number): Equivalent {
  return { terms: tokenize(phrase), weight };
}

function addCountries(lexicon: LexiconBuilder): void {
  for (const country of countries()) {
    const seats = seatsOfPower.filter((seat) => seat.country === country.code);
    const french = [...country.names, ...country.people];
    const capitals = country.capitals.flat();
    const otherWords = [...country.bywords, ...country.periphrases];
    const members = [
      ...french.map((name) => equivalent(name, weights.sameCountry)),
      ...capitals.map((name) => equivalent(name, weights.capital)),
      ...seats.flatMap(({ names }) =>
        names.slice(0, 1).map((name) => equivalent(name, weights.seat)),
      ),
    ];
    for (const name of [...french, ...capitals, ...otherWords, ...country.foreign])
      lexicon.add(name, members);
    for (const name of country.foreign) lexicon.addInflected(name);
    const [name = ""] = country.names;
    // Not of its other cities: "La Haye" is more often a court than a government.
    for (const other of [...(country.capitals[0] ?? []), ...otherWords])
      if (other !== name) lexicon.addGloss(other, name);
    for (const { names, holder } of seats) {
      for (const seat of names) lexicon.addGloss(seat, `${holder[0] ?? ""}, ${name}`);
      const held = holder.map((words) => equivalent(words, weights.holder));
      const ruled = members.filter(({ weight }) => weight !== weights.seat);
      for (const name of names) lexicon.add(name, [...held, ...ruled]);
    }
  }
}

function addRegions(lexicon: LexiconBuilder): void {
  const byCode = new Map(countries().map((country) => [country.code, country]));
  for (const [names, codes] of regions) {
    const members = codes.split(" ").flatMap((code) => {
      const { names: own = [], people = [], capitals = [] } = byCode.get(code) ?? {};
      return [...own, ...people, ...capitals.flat()].map((name) =>
        equivalent(name, weights.region),
      );
    });
    for (const name of names.split(", ")) lexicon.add(name, members);
  }
}

function addSeatsWithoutCountry(lexicon: LexiconBuilder): void {
  for (const { names, country, holder } of seatsOfPower) {
    if (country !== null) continue;
    const held = holder.map((words) => equivalent(words, weights.holder));
    for (const name of names) lexicon.add(name, held);
  }
}

/** Groups of words for one another; after a bar stand words of other languages, which are only asked with. */
function addGroups(lexicon: LexiconBuilder, groups: readonly string[], weight: number): void {
  for (const group of groups) {
    const [french = "", foreign = ""] = group.split(" | ");
    const members = french.split(", ");
    const equivalents = members.map((member) => equivalent(member, weight));
    for (const member of [...members, ...foreign.split(", ")]) lexicon.add(member, equivalents);
  }
}

function addOfficeHolders(lexicon: LexiconBuilder): void {
  for (const holder of officeHolders) {
    const [usual, ...others] = officeWordings(holder);
    if (usual === undefined) continue;
    const held = holder.shortNames.map((name) => equivalent(name, weights.holder));
    for (const name of holder.shortNames) lexicon.add(name, [equivalent(usual, weights.office)]);
    for (const wording of [usual, ...others]) lexicon.add(wording, held);
  }
}

let built: EquivalentLexicon | null = null;

/** The lexicon, built at its first use. */
export function equivalentLexicon(): EquivalentLexicon {
  if (built !== null) return built;
  const lexicon = new LexiconBuilder();
  addCountries(lexicon);
  addRegions(lexicon);
  addSeatsWithoutCountry(lexicon);
  addGroups(lexicon, pressEquivalents, weights.press);
  addGroups(lexicon, synonyms, weights.synonym);
  addOfficeHolders(lexicon);
  built = lexicon;
  return lexicon;
}
