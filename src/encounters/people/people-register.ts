// The persons an article names, each once: learnt from every mention, found again by any part or
// spelling of their name, or by an office the article or public record gives them.

import { foldName } from "../tokens.ts";
import { genderOfFirstName } from "./first-names.ts";
import { holderOn, holdersNamed } from "./office-holders.ts";
import { addRole, mostRecent, type HeldRole, type Person } from "./person.ts";
import type { Name } from "./read-name.ts";
import { officeFits, type Office } from "./read-role.ts";
import { observerHeads } from "./role-words.ts";
import { familyName, sameFullName } from "./same-name.ts";
import type { NamedMention, RawMention } from "./scan-mentions.ts";
import { spellingKey } from "./spelling-key.ts";

/** Spellings are compared with so many bearers of a surname, the last ones: bounds the cost of lists. */
const MAX_NAMESAKES = 24;

export class PeopleRegister {
  readonly #people: Person[] = [];
  /** By the spelling key of every word of their names. */
  readonly #byWord = new Map<string, Person[]>();
  readonly #byFullName = new Map<string, Person>();
  /** Single words that may be somebody's surname: they make "Israël Katz" a person where "Katz" speaks too. */
  readonly #alone = new Set<string>();
  /** Collected when asked for, until somebody comes in or gets a role. */
  #withRoles: readonly Person[] | null = null;
  readonly #published: string | null;
  readonly #year: string | null;

  /** `year`: a year the text itself states, used when nobody knows the day of publication. */
  constructor(published: string | null, year: string | null) {
    this.#published = published;
    this.#year = year;
  }

  get people(): readonly Person[] {
    return this.#people;
  }

  /** Those of them of whom an office is known. */
  get peopleWithRoles(): readonly Person[] {
    return (this.#withRoles ??= this.#people.filter((person) => person.roles.length > 0));
  }

  giveRole(person: Person, office: Office, country: string | null): void {
    addRole(person, office, country);
    this.#withRoles = null;
  }

  /** Takes up whom a mention names; a single word, or a place's, that nothing says is a person waits for proof. */
  learn(mention: RawMention): void {
    if (mention.kind !== "named") return;
    const isTitled = mention.role !== null || mention.civility !== null;
    for (const name of mention.names) {
      if (name.evidence === "single") this.#alone.add(name.words[0] ?? "");
      if (!isTitled && (name.evidence === "single" || name.evidence === "place")) continue;
      const person = this.#find(name) ?? this.#add(name);
      this.#enrich(person, name, mention);
    }
  }

  /**
   * The person this name means, entered as doubtful when nobody bears it yet; null for what begins like
   * a place and is called by nothing else.
   */
  personNamed(name: Name): Person | null {
    const known = this.#find(name);
    if (name.evidence !== "place") return known ?? this.#addDoubtful(name);
    if (known?.words.length === 1) this.#lengthen(known, name);
    return known ?? (this.#alone.has(name.words.at(-1) ?? "") ? this.#add(name) : null);
  }

  #addDoubtful(name: Name): Person {
    const person = this.#add(name);
    person.doubtful = name.evidence === "single";
    return person;
  }

  #add(name: Name): Person {
    const person: Person = {
      name: name.text,
      words: name.words,
      gender: genderOfFirstName(name.words[0] ?? ""),
      roles: [],
      observer: false,
      doubtful: false,
      lastSeen: 0,
    };
    this.#seedRoles(person);
    this.#people.push(person);
    if (person.roles.length > 0) this.#withRoles = null;
    this.#index(person);
    return person;
  }

  #enrich(person: Person, name: Name, mention: NamedMention): void {
    if (name.words.length > person.words.length) this.#lengthen(person, name);
    const { role, civility } = mention;
    if (civility === "m" || civility === "f") person.gender ??= civility;
    if (role === null) return;
    person.gender ??= role.gender;
    if (observerHeads.has(role.head)) person.observer = true;
    if (role.counterpart || role.former) return;
    const at = mention.names.indexOf(name);
    this.giveRole(person, role.office, role.countries[at] ?? role.countries[0] ?? null);
  }

  #lengthen(person: Person, name: Name): void {
    const known = person.words;
    person.name = name.text;
    person.words = name.words;
    person.gender ??= genderOfFirstName(name.words[0] ?? "");
    this.#index(person, known);
  }

  /** Offices that public record gives to this name. */
  #seedRoles(person: Person): void {
    const day = this.#published ?? (this.#year === null ? null : `${this.#year}-12-31`);
    const word = familyName(person.words);
    for (const holder of holdersNamed(word)) {
      if (day !== null && (holder.from > day || (holder.to !== null && holder.to < day))) continue;
      const sameName =
        person.words.length === 1
          ? familyName(holder.words) === word
          : sameFullName(person.words, holder.words);
      if (sameName) this.giveRole(person, holder.office, holder.country);
    }
  }

  /** The person a name means: same full name, or the one whose surname (else any word) it is. */
  #find(name: Name): Person | null {
    const asked = name.words;
    const last = asked.at(-1) ?? "";
    const near = (this.#byWord.get(spellingKey(last)) ?? []).slice(-MAX_NAMESAKES);
    if (asked.length > 1) {
      return (
        this.#byFullName.get(asked.join(" ")) ??
        near.find((p) => sameFullName(p.words, asked)) ??
        near.find((p) => p.words.length === 1 && p.words[0] === last) ??
        null
      );
    }
    const exact = near.filter((p) => p.words.includes(last));
    const bySurname = exact.filter((p) => p.words.at(-1) === last || familyName(p.words) === last);
    const candidates = bySurname.length > 0 ? bySurname : exact;
    return mostRecent(candidates);
  }

  /** `known`: the words it is entered under already. */
  #index(person: Person, known: readonly string[] = []): void {
    this.#byFullName.set(person.words.join(" "), person);
    const keys = new Set(person.words.map(spellingKey));
    for (const word of known) keys.delete(spellingKey(word));
    for (const key of keys) {
      const bearers = this.#byWord.get(key);
      if (bearers === undefined) this.#byWord.set(key, [person]);
      else bearers.push(person);
    }
  }

  /** Who holds an office of a country here: by the article's own words, else by public record. */
  holder(office: Office | null, country: string | null, exclude: readonly Person[]): Person | null {
    const found = mostRecent(
      this.peopleWithRoles,
      (p) => p.roles.some((held) => holds(held, office, country)) && !exclude.includes(p),
    );
    if (found !== null) return found;
    if (country !== null && office !== null) {
      const unplaced = this.peopleWithRoles.filter(
        (p) =>
          p.roles.some((r) => r.country === null && officeFits(office, r.office)) &&
          !exclude.includes(p),
      );
      if (unplaced.length === 1 && unplaced[0]?.lastSeen !== 0) return unplaced[0] ?? null;
    }
    return this.#fromRecord(office, country);
  }

  #fromRecord(office: Office | null, country: string | null): Person | null {
    if (office === null || country === null || this.#published === null) return null;
    const candidates = /^(?:dirigeant|leader|maitre)$/.test(office)
      ? ["head-of-state", "head-of-government"]
      : [office];
    for (const candidate of candidates) {
      const holder = holderOn(candidate, country, this.#published);
      if (holder === null) continue;
      const words = foldName(holder.name).split(" ");
      return this.#add({ text: holder.name, words, first: 0, next: 0, evidence: "sure" });
    }
    return null;
  }
}

function holds(held: HeldRole, office: Office | null, country: string | null): boolean {
  return (
    (country === null || held.country === country) &&
    (office === null || officeFits(office, held.office))
  );
}
