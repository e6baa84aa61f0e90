// The persons of one article: learnt from every mention first, then asked who "le ministre turc",
// "Kerry", "les deux hommes" or "il" is at a point of the text. Knows nothing of encounters.

import { PeopleRegister } from "./people-register.ts";
import { lastMentioned, mostRecent, type HeldRole, type Person } from "./person.ts";
import { officeFits } from "./read-role.ts";
import type { NamedMention, PronounMention, RawMention, RoleMention } from "./scan-mentions.ts";

export interface Reference {
  readonly persons: readonly Person[];
  /** "son homologue turc", "le préfet": a person is meant whom the article does not name. */
  readonly unnamed: boolean;
}

/** Functions that fit anybody in power: "les deux dirigeants". */
const GENERIC = /^(?:dirigeant|leader|responsable|diplomate|negociateur)$/;
const IN_POWER =
  /^(?:chef|dirigeant|president|ministre|premier-ministre|roi|leader|diplomate|responsable)$/;
/** Offices of one holder at a time: who has one of them has no other. */
const SOLE = /^(?:head-of-|foreign-minister$)/;
/** Who met, and in which sentence that was told. */
interface Together {
  readonly persons: readonly Person[];
  readonly sentence: number;
}

const NOBODY_TOGETHER: Together = { persons: [], sentence: 0 };
const NOBODY: Reference = { persons: [], unnamed: false };

export class ArticlePeople {
  readonly #register: PeopleRegister;
  #clock = 0;
  /** Persons of the last encounter, for "leur entretien". */
  #lastTogether: Together = NOBODY_TOGETHER;
  /** Of the last encounter of so many, for "les deux hommes", "les quatre dirigeants". */
  readonly #lastOfSize = new Map<number, Together>();
  #topic: Person | null = null;
  #sentence = 0;
  /** The clock when this sentence began, and when the one before it did. */
  #began = 0;
  #beganBefore = 0;

  /** `year`: a year the text itself states, used when nobody knows the day of publication. */
  constructor(published: string | null, year: string | null) {
    this.#register = new PeopleRegister(published, year);
  }

  /** First reading: fuller names first would be best, so call it for every mention before resolving any. */
  learn(mentions: readonly RawMention[]): void {
    for (const mention of mentions) this.#register.learn(mention);
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
    this.#lastTogether = { persons, sentence: this.#sentence };
    this.#lastOfSize.set(persons.length, this.#lastTogether);
  }

  /** Call before each sentence: "ils" reaches back one or two sentences, no further. */
  beginSentence(): void {
    this.#sentence += 1;
    this.#beganBefore = this.#began;
    this.#began = this.#clock;
  }

  /** The persons of an encounter told at most so many sentences ago, else nobody. */
  #within(sentences: number, { persons, sentence }: Together): readonly Person[] {
    return this.#sentence - sentence <= sentences ? persons : [];
  }

  #countedTogether(count: number, sentences: number): readonly Person[] {
    return this.#within(sentences, this.#lastOfSize.get(count) ?? NOBODY_TOGETHER);
  }

  /** Empty when they were told too long ago for "leur entretien". */
  get lastTogether(): readonly Person[] {
    return this.#within(3, this.#lastTogether);
  }

  #resolveNamed(mention: NamedMention, earlier: readonly Person[]): Reference {
    const persons = mention.names
      .map((name) => this.#register.personNamed(name))
      .filter((person) => person !== null);
    const first = persons[0];
    if (mention.role?.counterpart === true && first !== undefined) {
      const model = this.#model(earlier, mention.role.countries[0] ?? null);
      const office = model?.roles[0]?.office;
      if (office !== undefined)
        this.#register.giveRole(first, office, mention.role.countries[0] ?? null);
    }
    return { persons, unnamed: false };
  }

  #resolveRole(mention: RoleMention, earlier: readonly Person[]): Reference {
    const { role } = mention;
    if (role.counterpart) return this.#resolveCounterpart(mention, earlier);
    if (role.countries.length > 1) {
      const persons = role.countries
        .map((country) => this.#register.holder(role.office, country, []))
        .filter((p) => p !== null);
      return { persons, unnamed: persons.length < role.countries.length };
    }
    if (mention.owned && !role.plural && role.countries.length === 0)
      return { persons: [], unnamed: true };
    const country = role.countries[0] ?? null;
    if (role.plural)
      return this.#withEarlier(mention, earlier) ?? this.#resolvePlural(mention, country);
    const person = this.#register.holder(role.office, country, mention.possessive ? earlier : []);
    const meant = person ?? this.#topicAs(mention);
    return meant === null ? { persons: [], unnamed: true } : { persons: [meant], unnamed: false };
  }

  /** "Le chef du régime nigérien" opening a sentence: whoever the last one was about, if nothing speaks against it. */
  #topicAs({ first, possessive, role }: RoleMention): Person | null {
    const topic = this.#topic;
    if (topic === null || first > 0 || possessive || !IN_POWER.test(role.head)) return null;
    const speaksAgainst = ({ office, country }: HeldRole): boolean =>
      country !== null ||
      (SOLE.test(office) && SOLE.test(role.office) && !officeFits(role.office, office));
    if (topic.roles.some(speaksAgainst)) return null;
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
    if (named.length !== 1 || one === undefined || this.#lastTogether.persons.includes(one))
      return null;
    if ((mention.count ?? 2) !== 2 || mention.role.countries.length > 0) return null;
    if (
      !GENERIC.test(mention.role.office) &&
      !one.roles.some((r) => officeFits(mention.role.office, r.office))
    )
      return null;
    const other = mostRecent(
      this.#register.people,
      (p) => p !== one && p.lastSeen > 0 && !p.doubtful && !p.observer,
    );
    return other === null ? null : { persons: [other, one], unnamed: false };
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
    const together = counted
      ? this.#countedTogether(count, 8)
      : this.#within(2, this.#lastTogether);
    const suits = (p: Person): boolean => fits(p) || (p.roles.length === 0 && counted) || generic;
    if (together.length === count && together.every(suits)) {
      return { persons: together, unnamed: false };
    }
    const holders = this.#register.peopleWithRoles.filter(
      (p) => !p.doubtful && p.lastSeen > 0 && fits(p),
    );
    // Of more holders than two, which three are meant is anybody's guess.
    const enough =
      counted && count === 2
        ? holders.length >= 2
        : holders.length === count && (counted || !generic);
    if (enough) return { persons: lastMentioned(holders, count), unnamed: false };
    const near = counted && count === 2 ? this.#namedLately() : [];
    const unknown = (p: Person): boolean => p.roles.length === 0 || fits(p);
    return near.length === 2 && (generic || office === "elu" || near.every(unknown))
      ? { persons: near, unnamed: false }
      : NOBODY;
  }

  /** The sure persons of this sentence so far and of the one before. */
  #namedLately(): readonly Person[] {
    return this.#register.people.filter(
      (p) => p.lastSeen > this.#beganBefore && !p.doubtful && !p.observer,
    );
  }

  #resolveCounterpart(mention: RoleMention, earlier: readonly Person[]): Reference {
    const country = mention.role.countries[0] ?? null;
    const model = this.#model(earlier, country);
    const office = model?.roles[0]?.office ?? null;
    if (mention.role.plural) return NOBODY;
    if (country === null) return { persons: [], unnamed: true };
    const others = earlier.length > 0 && model !== null ? [model] : [];
    const person =
      this.#register.holder(office, country, others) ??
      (office !== null && officeFits("dirigeant", office)
        ? this.#register.holder("dirigeant", country, others)
        : null);
    return person === null ? { persons: [], unnamed: true } : { persons: [person], unnamed: false };
  }

  /** Whose counterpart: the person named before in the sentence, else the last one of another country. */
  #model(earlier: readonly Person[], country: string | null): Person | null {
    const other = (p: Person): boolean =>
      p.roles.length > 0 && !p.roles.some((r) => country !== null && r.country === country);
    return (
      earlier.findLast(other) ??
      mostRecent(this.#register.peopleWithRoles, (p) => p.lastSeen > 0 && other(p))
    );
  }

  /** Whom "ce dernier" means: the one named last who may be called so. */
  #namedLast({ gender }: PronounMention): Reference {
    const person = mostRecent(
      this.#register.people,
      (p) => p.lastSeen > 0 && !p.doubtful && (p.gender === null || p.gender === gender),
    );
    return { persons: person === null ? [] : [person], unnamed: false };
  }

  #resolvePronoun(mention: PronounMention, earlier: readonly Person[]): Reference {
    if (mention.last === true) return this.#namedLast(mention);
    if (mention.count !== 1) {
      const inSentence = [...new Set(earlier)].filter((p) => !p.doubtful);
      if (inSentence.length === 2 && (mention.count ?? 2) === 2) {
        return { persons: inSentence, unnamed: false };
      }
      const { count } = mention;
      const together =
        count === null ? this.#within(1, this.#lastTogether) : this.#countedTogether(count, 8);
      if (together.length >= 2) return { persons: together, unnamed: false };
      if (count !== 2) return NOBODY;
      const recent = lastMentioned(
        this.#register.people.filter((p) => p.lastSeen > 0 && !p.doubtful),
        count,
      );
      return recent.length >= count ? { persons: recent, unnamed: false } : NOBODY;
    }
    const agrees = (p: Person): boolean => p.gender === null || p.gender === mention.gender;
    const near = earlier.filter(agrees);
    const distinct = [...new Set(near)];
    if (distinct.length >= 1)
      return { persons: [distinct[0]].filter((p) => p !== undefined), unnamed: false };
    return { persons: [], unnamed: false };
  }
}
