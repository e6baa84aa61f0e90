// The persons of one article: learnt from every mention first, then asked who "le ministre turc",
// "Kerry", "les deux hommes" or "il" is at a point of the text. Knows nothing of encounters.

import { foldName } from "../tokens.ts";
import { genderOfFirstName } from "./first-names.ts";
import { holderOn, holdersNamed } from "./office-holders.ts";
import type { Name } from "./read-name.ts";
import { officeFits, type Office } from "./read-role.ts";
import { spellingKey } from "./spelling-key.ts";
import { observerHeads, type Gender } from "./role-words.ts";
import type { NamedMention, PronounMention, RawMention, RoleMention } from "./scan-mentions.ts";

export interface HeldRole {
  readonly office: Office;
  readonly country: string | null;
}

export interface Person {
  name: string;
  words: readonly string[];
  gender: Gender;
  readonly roles: HeldRole[];
  /** Reports or comments (journalist, photographer, analyst): never met anyone as far as we tell. */
  observer: boolean;
  /** One capitalised word and nothing else says it is a person. */
  doubtful: boolean;
  /** Order of its last mention; higher is more recent. */
  lastSeen: number;
}

export interface Reference {
  readonly persons: readonly Person[];
  /** "son homologue turc", "le préfet": a person is meant whom the article does not name. */
  readonly unnamed: boolean;
}

/** Functions that fit anybody in power: "les deux dirigeants". */
const GENERIC = /^(?:dirigeant|leader|responsable|diplomate|negociateur)$/;
const IN_POWER =
  /^(?:chef|dirigeant|president|ministre|premier-ministre|roi|leader|diplomate|responsable)$/;
/** Spellings are compared with so many bearers of a surname, the last ones: bounds the cost of lists. */
const MAX_NAMESAKES = 24;
const NOBODY: Reference = { persons: [], unnamed: false };

/** Family name first: one word of these names is the first one. */
const FAMILY_NAME_FIRST =
  /^(?:xi|kim|moon|wang|li|hu|wen|park|yoon|lee|zhang|chen|tsai|ban|deng|mao|nguyen|pham|tran|liu|zhou|qin|han|ma|lai)$/;

export class ArticlePeople {
  readonly #people: Person[] = [];
  /** By the spelling key of every word of their names. */
  readonly #byWord = new Map<string, Set<Person>>();
  readonly #byFullName = new Map<string, Person>();
  readonly #published: string | null;
  readonly #year: string | null;
  #clock = 0;
  /** Persons of the last encounter, for "les deux hommes". */
  #lastTogether: readonly Person[] = [];
  #togetherSince = 0;
  #topic: Person | null = null;
  #sentence = 0;

  /** `year`: a year the text itself states, used when nobody knows the day of publication. */
  constructor(published: string | null, year: string | null) {
    this.#published = published;
    this.#year = year;
  }

  get people(): readonly Person[] {
    return this.#people;
  }

  /** First reading: fuller names first would be best, so call it for every mention before resolving any. */
  learn(mention: RawMention): void {
    if (mention.kind !== "named") return;
    for (const name of mention.names) {
      if (name.evidence === "single" && mention.role === null && mention.civility === null)
        continue;
      const person = this.#find(name) ?? this.#add(name);
      this.#enrich(person, name, mention);
    }
  }

  /** Second reading, in the order of the text. `earlier`: persons already met in this sentence. */
  resolve(mention: RawMention, earlier: readonly Person[]): Reference {
    const reference =
      mention.kind === "named"
        ? this.#resolveNamed(mention, earlier)
        : mention.kind === "role"
          ? this.#resolveRole(mention, earlier)
          : this.#resolvePronoun(mention, earlier);
    for (const person of reference.persons) person.lastSeen = ++this.#clock;
    return reference;
  }

  /** The persons of an encounter just told: "les deux hommes" are they. */
  noteTogether(persons: readonly Person[]): void {
    if (persons.length < 2) return;
    this.#lastTogether = persons;
    this.#togetherSince = this.#sentence;
  }

  /** Call before each sentence: "ils" reaches back one or two sentences, no further. */
  beginSentence(): void {
    this.#sentence += 1;
  }

  #isFresh(sentences: number): boolean {
    return this.#sentence - this.#togetherSince <= sentences;
  }

  /** Empty when they were told too long ago for "leur entretien". */
  get lastTogether(): readonly Person[] {
    return this.#isFresh(3) ? this.#lastTogether : [];
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
    this.#index(person);
    return person;
  }

  #enrich(person: Person, name: Name, mention: NamedMention): void {
    if (name.words.length > person.words.length) {
      person.name = name.text;
      person.words = name.words;
      person.gender ??= genderOfFirstName(name.words[0] ?? "");
      this.#index(person);
    }
    const { role, civility } = mention;
    if (civility === "m" || civility === "f") person.gender ??= civility;
    if (role === null) return;
    person.gender ??= role.gender;
    if (observerHeads.has(role.head)) person.observer = true;
    if (role.counterpart || role.former) return;
    const at = mention.names.indexOf(name);
    addRole(person, role.office, role.countries[at] ?? role.countries[0] ?? null);
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
      if (sameName) addRole(person, holder.office, holder.country);
    }
  }

  /** The person a name means: same full name, or the one whose surname (else any word) it is. */
  #find(name: Name): Person | null {
    const asked = name.words;
    const last = asked.at(-1) ?? "";
    const near = [...(this.#byWord.get(spellingKey(last)) ?? [])].slice(-MAX_NAMESAKES);
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
    return candidates.length <= 1 ? (candidates[0] ?? null) : mostRecent(candidates);
  }

  #index(person: Person): void {
    this.#byFullName.set(person.words.join(" "), person);
    for (const word of person.words) {
      const key = spellingKey(word);
      const known = this.#byWord.get(key) ?? new Set();
      this.#byWord.set(key, known.add(person));
    }
  }

  #resolveNamed(mention: NamedMention, earlier: readonly Person[]): Reference {
    const persons = mention.names.map((name) => this.#find(name) ?? this.#addDoubtful(name));
    const first = persons[0];
    if (mention.role?.counterpart === true && first !== undefined) {
      const model = this.#model(earlier, mention.role.countries[0] ?? null);
      const office = model?.roles[0]?.office;
      if (office !== undefined) addRole(first, office, mention.role.countries[0] ?? null);
    }
    return { persons, unnamed: false };
  }

  #addDoubtful(name: Name): Person {
    const person = this.#add(name);
    person.doubtful = name.evidence === "single";
    return person;
  }

  #resolveRole(mention: RoleMention, earlier: readonly Person[]): Reference {
    const { role } = mention;
    if (role.counterpart) return this.#resolveCounterpart(mention, earlier);
    if (role.countries.length > 1) {
      const persons = role.countries
        .map((country) => this.#holder(role.office, country, []))
        .filter((p) => p !== null);
      return { persons, unnamed: persons.length < role.countries.length };
    }
    const country = role.countries[0] ?? null;
    if (role.plural)
      return this.#withEarlier(mention, earlier) ?? this.#resolvePlural(mention, country);
    const person = this.#holder(role.office, country, mention.possessive ? earlier : []);
    const meant = person ?? this.#topicAs(mention);
    return meant === null ? { persons: [], unnamed: true } : { persons: [meant], unnamed: false };
  }

  /** "Le chef du régime nigérien" opening a sentence: whoever the last one was about, if nothing speaks against it. */
  #topicAs({ first, possessive, role }: RoleMention): Person | null {
    const topic = this.#topic;
    if (topic === null || first > 0 || possessive || !IN_POWER.test(role.head)) return null;
    if (topic.roles.some((held) => held.country !== null)) return null;
    const agrees = role.gender === null || topic.gender === null || role.gender === topic.gender;
    return agrees ? topic : null;
  }

  /** Whom the sentence just read was about; null when about several or nobody. */
  noteTopic(subject: readonly Person[]): void {
    this.#topic = subject.length === 1 ? (subject[0] ?? null) : null;
  }

  /** "l'entretien avec Kerry, les diplomates…": whoever this sentence named is one of them. */
  #withEarlier(mention: RoleMention, earlier: readonly Person[]): Reference | null {
    const named = [...new Set(earlier)].filter((p) => !p.doubtful);
    const [one] = named;
    if (named.length !== 1 || one === undefined || this.#lastTogether.includes(one)) return null;
    if ((mention.count ?? 2) !== 2 || mention.role.countries.length > 0) return null;
    if (
      !GENERIC.test(mention.role.office) &&
      !one.roles.some((r) => officeFits(mention.role.office, r.office))
    )
      return null;
    const other = byRecency(
      this.#people.filter((p) => p !== one && p.lastSeen > 0 && !p.doubtful && !p.observer),
    )[0];
    return other === undefined ? null : { persons: [other, one], unnamed: false };
  }

  /** "les deux présidents": the last two together if they fit, else the two last named who do. */
  #resolvePlural(mention: RoleMention, country: string | null): Reference {
    const { office } = mention.role;
    const fits = (person: Person): boolean =>
      person.roles.some(
        (held) => officeFits(office, held.office) && (country === null || held.country === country),
      );
    const count = mention.count ?? 2;
    const generic = GENERIC.test(office);
    const counted = mention.count !== null;
    const together = this.#lastTogether;
    const suits = (p: Person): boolean => fits(p) || (p.roles.length === 0 && counted) || generic;
    if (together.length === count && this.#isFresh(counted ? 8 : 2) && together.every(suits)) {
      return { persons: together, unnamed: false };
    }
    const holders = byRecency(this.#people.filter((p) => !p.doubtful && p.lastSeen > 0 && fits(p)));
    const enough = counted ? holders.length >= count : holders.length === count && !generic;
    return enough ? { persons: holders.slice(0, count), unnamed: false } : NOBODY;
  }

  #resolveCounterpart(mention: RoleMention, earlier: readonly Person[]): Reference {
    const country = mention.role.countries[0] ?? null;
    const model = this.#model(earlier, country);
    const office = model?.roles[0]?.office ?? null;
    if (mention.role.plural) return NOBODY;
    if (country === null) return { persons: [], unnamed: true };
    const others = earlier.length > 0 && model !== null ? [model] : [];
    const person = this.#holder(office, country, others);
    return person === null ? { persons: [], unnamed: true } : { persons: [person], unnamed: false };
  }

  /** Whose counterpart: the person named before in the sentence, else the last one of another country. */
  #model(earlier: readonly Person[], country: string | null): Person | null {
    const other = (p: Person): boolean =>
      p.roles.length > 0 && !p.roles.some((r) => country !== null && r.country === country);
    return (
      earlier.findLast(other) ??
      byRecency(this.#people.filter((p) => p.lastSeen > 0 && other(p)))[0] ??
      null
    );
  }

  /** Who holds an office of a country here: by the article's own words, else by public record. */
  #holder(
    office: Office | null,
    country: string | null,
    exclude: readonly Person[],
  ): Person | null {
    const fits = (held: HeldRole): boolean =>
      (office === null || officeFits(office, held.office)) &&
      (country === null || held.country === country);
    const inArticle = this.#people.filter((p) => !exclude.includes(p) && p.roles.some(fits));
    const found = inArticle.length === 1 ? inArticle[0] : mostRecent(inArticle);
    if (found !== undefined && found !== null) return found;
    if (country !== null && office !== null) {
      const unplaced = this.#people.filter(
        (p) =>
          !exclude.includes(p) &&
          p.roles.some((r) => r.country === null && officeFits(office, r.office)),
      );
      if (unplaced.length === 1 && unplaced[0]?.lastSeen !== 0) return unplaced[0] ?? null;
    }
    return this.#fromRecord(office, country);
  }

  #fromRecord(office: Office | null, country: string | null): Person | null {
    if (office === null || this.#published === null) return null;
    const candidates = /^(?:dirigeant|leader|maitre)$/.test(office)
      ? ["head-of-state", "head-of-government"]
      : [office];
    for (const candidate of candidates) {
      const holder = holderOn(candidate, country ?? "FR", this.#published);
      if (holder === null) continue;
      const words = foldName(holder.name).split(" ");
      return this.#add({ text: holder.name, words, first: 0, next: 0, evidence: "sure" });
    }
    return null;
  }

  #resolvePronoun(mention: PronounMention, earlier: readonly Person[]): Reference {
    if (mention.count !== 1) {
      const inSentence = [...new Set(earlier)].filter((p) => !p.doubtful);
      if (inSentence.length === 2 && (mention.count ?? 2) === 2) {
        return { persons: inSentence, unnamed: false };
      }
      const count = mention.count ?? this.#lastTogether.length;
      if (
        this.#lastTogether.length === count &&
        count >= 2 &&
        this.#isFresh(mention.count === null ? 1 : 8)
      ) {
        return { persons: this.#lastTogether, unnamed: false };
      }
      if (mention.count === null) return NOBODY;
      const recent = byRecency(this.#people.filter((p) => p.lastSeen > 0 && !p.doubtful));
      return recent.length >= count ? { persons: recent.slice(0, count), unnamed: false } : NOBODY;
    }
    const agrees = (p: Person): boolean => p.gender === null || p.gender === mention.gender;
    const near = earlier.filter(agrees);
    const distinct = [...new Set(near)];
    if (distinct.length >= 1)
      return { persons: [distinct[0]].filter((p) => p !== undefined), unnamed: false };
    return { persons: [], unnamed: false };
  }
}

function addRole(person: Person, office: Office, country: string | null): void {
  const same = person.roles.some(
    (r) => r.office === office && (r.country === country || country === null),
  );
  if (!same) person.roles.push({ office, country });
}

function familyName(words: readonly string[]): string {
  return FAMILY_NAME_FIRST.test(words[0] ?? "") ? (words[0] ?? "") : (words.at(-1) ?? "");
}

/** "serguei lavrov" and "sergei lavrov", "recep tayyip erdogan" and "tayyip erdogan". */
export function sameFullName(a: readonly string[], b: readonly string[]): boolean {
  if (a.join(" ") === b.join(" ")) return true;
  if (a.length < 2 || b.length < 2 || !sameSpelling(a.at(-1), b.at(-1))) return false;
  const [x = "", y = ""] = [a[0], b[0]];
  if (a.length !== b.length) return endsWith(a, b) || endsWith(b, a) || x === y;
  return x === y || alikeGivenNames(x, y);
}

function sameSpelling(a = "", b = ""): boolean {
  return a === b || spellingKey(a) === spellingKey(b);
}

/** Transliterations: same first letter, and one consonant skeleton. */
function alikeGivenNames(a: string, b: string): boolean {
  return (
    spellingKey(a) === spellingKey(b) ||
    (b.startsWith(a.charAt(0)) && consonants(a) === consonants(b))
  );
}

function consonants(name: string): string {
  return name
    .replace(/ou|w|[aeiouyjh'-]/g, "")
    .replace(/gu|g/g, "g")
    .replace(/(.)\1/g, "$1");
}

function endsWith(long: readonly string[], short: readonly string[]): boolean {
  return (
    long.length > short.length &&
    short.every((word, i) => sameSpelling(long[long.length - short.length + i], word))
  );
}

function byRecency(people: readonly Person[]): Person[] {
  return [...people].sort((a, b) => b.lastSeen - a.lastSeen);
}

function mostRecent(people: readonly Person[]): Person | null {
  return byRecency(people)[0] ?? null;
}
