// A sentence's tokens -> the places where persons are named or meant, in order, without overlap.
// Reads shapes only; which person "le ministre turc" is gets decided in article-people.ts.

import { foldName, type Token } from "../tokens.ts";
import { countryOfPlace } from "./countries.ts";
import { isFirstName } from "./first-names.ts";
import { readEpithet } from "./read-epithet.ts";
import { readName, type Name } from "./read-name.ts";
import { readRole, type Role } from "./read-role.ts";
import { institutionWords, placeWords } from "./not-people.ts";
import { withSharedSurname } from "./shared-surname.ts";
import type { Gender } from "./role-words.ts";
import {
  isCapitalizedWord,
  nameAfterTitle,
  namesAfterRole,
  namesOfShared,
  readNameList,
} from "./titled-names.ts";
import { verbForms } from "../triggers/verb-forms.ts";

interface Extent {
  /** Index of its first token, determiner included, and of the token after its last. */
  readonly first: number;
  readonly next: number;
}

export interface NamedMention extends Extent {
  readonly kind: "named";
  readonly names: readonly Name[];
  readonly role: Role | null;
  readonly civility: Gender | "plural";
}

export interface RoleMention extends Extent {
  readonly kind: "role";
  readonly role: Role;
  readonly possessive: boolean;
  /** "le président du tribunal": of something that is neither a country nor a known domain. */
  readonly owned: boolean;
  /** "les deux présidents" */
  readonly count: number | null;
}

/** "les deux hommes", "ils", "ce dernier". */
export interface PronounMention extends Extent {
  readonly kind: "pronoun";
  readonly gender: Gender;
  readonly count: number | null;
  /** "ce dernier": whoever was named last, where "il" is the subject. */
  readonly last?: true;
}

export type RawMention = NamedMention | RoleMention | PronounMention;

const CIVILITIES: ReadonlyMap<string, Gender | "plural"> = new Map([
  ["m", "m"],
  ["mm", "plural"],
  ["mr", "m"],
  ["mme", "f"],
  ["mmes", "plural"],
  ["mlle", "f"],
  ["me", null],
  ["monsieur", "m"],
  ["madame", "f"],
  ["sir", "m"],
  ["lord", "m"],
  ["lady", "f"],
  ["dr", null],
  ["mgr", "m"],
]);
const DETERMINERS = new Set(
  "le la les l' son sa ses leur leurs ce cet cette ces un une du des au aux d' notre nos mon".split(
    " ",
  ),
);
const OPENING_SIGNS = /^[«"“”:–—•(.!?…;-]$/;

const NUMBERS: ReadonlyMap<string, number> = new Map([
  ["deux", 2],
  ["trois", 3],
  ["quatre", 4],
]);

/** Every mention of persons in the sentence. */
export function scanMentions(tokens: readonly Token[]): RawMention[] {
  const mentions: RawMention[] = [];
  let index = 0;
  while (index < tokens.length) {
    const afterPlace = skipElidedPlace(tokens, index);
    const mention = afterPlace === null ? readMention(tokens, index) : null;
    if (mention !== null) mentions.push(mention);
    index =
      mention === null
        ? (afterPlace ?? skipCapitals(tokens, index))
        : Math.max(mention.next, index + 1);
  }
  return mentions;
}

/** "Côte d'Ivoire": "Ivoire" would look like somebody's name. */
function skipElidedPlace(tokens: readonly Token[], at: number): number | null {
  const [first, elision, last] = tokens.slice(at, at + 3).map((t) => t.fold);
  return elision === "d'" && countryOfPlace(`${first} d'${last}`) !== null ? at + 3 : null;
}

/** What is no person as a whole has no person as its last words: "Stade Vélodrome", "affaire Carlos Ghosn". */
function skipCapitals(tokens: readonly Token[], at: number): number {
  const token = tokens[at];
  if (token === undefined || !token.isCapitalized || opens(tokens, at)) return at + 1;
  const place = placeBeforeName(tokens, at);
  if (place > 0) return at + place;
  let index = at + 1;
  while (isCapitalizedWord(tokens[index])) index += 1;
  return readRole(tokens, at) === null && !CIVILITIES.has(token.fold) ? index : at + 1;
}

/** "a reçu à Nouméa Sonia Backès", "à New York Antonio Guterres": how many words the place has, 0 when it is none. */
function placeBeforeName(tokens: readonly Token[], at: number): number {
  const preposition = tokens[at - 1]?.text.toLowerCase();
  if (preposition !== "à" && preposition !== "au") return 0;
  for (const size of [1, 2]) {
    const folds = tokens.slice(at, at + size).map((t) => t.fold);
    const place = folds.join(" ");
    const isKnown = [place, `le ${place}`].some((name) => countryOfPlace(name) !== null);
    // "à Riyad Mohammed ben Salmane": a capital may be a first name too.
    if (!isCapitalizedWord(tokens[at + size - 1])) return 0;
    if (isFirstName(folds.at(-1) ?? "") && !isKnown) return 0;
    if (!isCapitalizedWord(tokens[at + size]) || !continuesFullName(tokens[at + size + 1]))
      return 0;
    // "au Parc Georges Brassens" is all one place: after "au" only a place known by itself counts.
    const namedByFirstName = isFirstName(tokens[at + size]?.fold ?? "");
    if (
      isKnown ||
      (namedByFirstName && (preposition === "à" || opensBeforeSubject(tokens, at, size)))
    )
      return size;
  }
  return 0;
}

/** "Au Quirinal Emmanuel Macron a rencontré": what opens the sentence is where, what stands before the verb is who. */
function opensBeforeSubject(tokens: readonly Token[], at: number, size: number): boolean {
  return (
    at === 1 && /^(?:a|est|avait|était|doit|va|s['’])$/.test(tokens[at + size + 2]?.text ?? "")
  );
}

/** "Macron", or the "ben" of "Mohammed ben Salmane". */
function continuesFullName(token: Token | undefined): boolean {
  return isCapitalizedWord(token) || /^(?:ben|bin|ould|van|von)$/.test(token?.text ?? "");
}

function readMention(tokens: readonly Token[], at: number): RawMention | null {
  if (tokens[at]?.isWord !== true) return null;
  return (
    readCivility(tokens, at) ??
    readPair(tokens, at) ??
    readFunction(tokens, at) ??
    readEpithet(tokens, at) ??
    readPlainName(tokens, at) ??
    readPronoun(tokens, at)
  );
}

function opens(tokens: readonly Token[], at: number): boolean {
  return at === 0 || OPENING_SIGNS.test(tokens[at - 1]?.text ?? "");
}

function nameAt(tokens: readonly Token[], at: number): Name | null {
  const name = readName(tokens, at, opens(tokens, at));
  return name === null ? null : withSharedSurname(tokens, name);
}

/** "M. Lavrov", "MM. Lavrov et Kerry", "Mme Shiloh". */
function readCivility(tokens: readonly Token[], at: number): NamedMention | null {
  const token = tokens[at];
  const civility = CIVILITIES.get(token?.fold ?? "");
  if (civility === undefined || !/^(?:[A-Z]|monsieur$|madame$)/.test(token?.text ?? ""))
    return null;
  const from = tokens[at + 1]?.text === "." ? at + 2 : at + 1;
  const names =
    civility === "plural"
      ? readNameList(tokens, from)
      : [nameAfterTitle(tokens, from)].filter((n) => n !== null);
  const last = names.at(-1);
  if (last === undefined) return null;
  return { kind: "named", names, role: null, civility, first: at, next: last.next };
}

/** "les deux hommes", "les trois femmes" */
function readPair(tokens: readonly Token[], at: number): PronounMention | null {
  const number = NUMBERS.get(tokens[at + 1]?.fold ?? "");
  if (number === undefined || !/^(?:les|ces|des|aux)$/.test(tokens[at]?.fold ?? "")) return null;
  const noun = /^(?:hommes|femmes|interlocuteurs|parties|allies|rivaux|partenaires)$/.exec(
    tokens[at + 2]?.fold ?? "",
  );
  if (noun === null || noun[0] === "parties") return null;
  return {
    kind: "pronoun",
    gender: noun[0] === "femmes" ? "f" : null,
    count: number,
    first: at,
    next: at + 3,
  };
}

function readFunction(tokens: readonly Token[], at: number): NamedMention | RoleMention | null {
  const fold = tokens[at]?.fold ?? "";
  const determiner = DETERMINERS.has(fold) ? fold : null;
  const from = determiner === null ? at : at + 1;
  const role = readRole(tokens, from);
  if (role === null) return null;
  const count = countIn(tokens, from, role.next);
  const shared = namesOfShared(tokens, role);
  if (shared !== null) {
    const { names, countries, next } = shared;
    return { kind: "named", names, role: { ...role, countries }, civility: null, first: at, next };
  }
  const names = namesAfterRole(tokens, role);
  if (names.length > 0) {
    const next = names.at(-1)?.next ?? role.next;
    return { kind: "named", names, role, civility: null, first: at, next };
  }
  const apposed = readApposedFunction(tokens, role);
  if (apposed !== null) return { ...apposed, first: at };
  if (determiner === null || /^(?:un|une|d')$/.test(determiner)) return null;
  const owned = /^(?:de|des|du|d')$/.test(tokens[role.next]?.fold ?? "");
  if (role.plural && count === null && owned && role.countries.length === 0) return null;
  if (determiner === "des" && count === null && role.countries.length < 2) return null;
  const possessive = /^(?:son|sa|ses|leur|leurs)$/.test(determiner);
  return { kind: "role", role, possessive, owned, count, first: at, next: role.next };
}

/** "son homologue, le secrétaire d'Etat américain Mike Pompeo": both functions are one person's. */
function readApposedFunction(tokens: readonly Token[], role: Role): NamedMention | null {
  if (role.plural || tokens[role.next]?.text !== ",") return null;
  const at = role.next + 1;
  if (!/^(?:le|la|l')$/.test(tokens[at]?.fold ?? "")) return null;
  const second = readFunction(tokens, at);
  return second?.kind === "named" && second.names.length === 1 ? second : null;
}

function countIn(tokens: readonly Token[], from: number, to: number): number | null {
  for (const token of tokens.slice(from, Math.min(to, from + 2))) {
    const number = NUMBERS.get(token.fold);
    if (number !== undefined) return number;
  }
  return null;
}

/** "Jens Stoltenberg, secrétaire général de l'Otan,": the function belongs to the mention. */
function readPlainName(tokens: readonly Token[], at: number): NamedMention | null {
  const name = placeBeforeName(tokens, at) > 0 ? null : nameAt(tokens, at);
  if (name === null) return null;
  if (name.evidence === "single" && opens(tokens, at) && !continuesLikeSubject(tokens, name.next))
    return null;
  const pair = splitPair(tokens, name);
  if (pair !== null)
    return { kind: "named", names: pair, role: null, civility: null, first: at, next: name.next };
  const apposed = readApposition(tokens, name.next);
  return {
    kind: "named",
    names: [name],
    role: apposed?.role ?? null,
    civility: null,
    first: at,
    next: apposed?.next ?? name.next,
  };
}

/** After a single capitalised word that opens its sentence: only a verb or a list makes it a person. */
function continuesLikeSubject(tokens: readonly Token[], at: number): boolean {
  const lower = tokens[at]?.text.toLowerCase() ?? "";
  if (/^(?:a|est|avait|était|doit|va|et|s['’]|n['’]|ne|se|aura|sera|à|au)$/.test(lower))
    return true;
  const form = verbForms.get(lower);
  return form !== undefined && form.tense !== "infinitive" && form.tense !== "participle";
}

const PAIRED =
  /^(?:rencontre|sommet|entretien|tete-a-tete|face-a-face|duel|duo|entrevue|echange|discussion|dialogue|reunion|telephonique|couple|tandem|poignee de main|relation)s?$/;

/** "le sommet Kim-Trump": two persons in one word. */
function splitPair(tokens: readonly Token[], name: Name): Name[] | null {
  const before = tokens[name.first - 1]?.fold ?? "";
  const token = tokens[name.first];
  if (name.next !== name.first + 1 || token === undefined || !PAIRED.test(before)) return null;
  const [one, two, ...more] = token.text.split("-");
  if (!one || !two || more.length > 0 || !/^\p{Lu}/u.test(two)) return null;
  if ([one, two].some((text) => isThing(foldName(text)))) return null;
  return [one, two].map((text) => ({
    ...name,
    text,
    words: [foldName(text)],
    evidence: "shape" as const,
  }));
}

function readApposition(tokens: readonly Token[], at: number): { role: Role; next: number } | null {
  const opening = tokens[at]?.text;
  if (opening !== "," && opening !== "(") return null;
  const from = /^(?:le|la|l'|un|une|son|sa)$/.test(tokens[at + 1]?.fold ?? "") ? at + 2 : at + 1;
  const role = readRole(tokens, from);
  if (role === null || role.plural) return null;
  const closing = tokens[role.next];
  if (closing === undefined || /^[.;»!?]$/.test(closing.text)) return { role, next: role.next };
  if (closing.text !== "," && closing.text !== ")" && closing.text !== ":") return null;
  return { role, next: closing.text === ":" ? role.next : role.next + 1 };
}

const PRONOUNS: ReadonlyMap<string, { gender: Gender; count: number | null }> = new Map([
  ["il", { gender: "m", count: 1 }],
  ["elle", { gender: "f", count: 1 }],
  ["ils", { gender: null, count: null }],
  ["elles", { gender: "f", count: null }],
]);

function readPronoun(tokens: readonly Token[], at: number): PronounMention | null {
  const fold = tokens[at]?.fold ?? "";
  const pronoun = PRONOUNS.get(fold);
  if (pronoun !== undefined) return { kind: "pronoun", ...pronoun, first: at, next: at + 1 };
  if (fold !== "ce" && fold !== "cette") return null;
  const dernier = /^(?:dernier|derniere)$/.exec(tokens[at + 1]?.fold ?? "");
  if (dernier !== null) {
    return {
      kind: "pronoun",
      gender: fold === "ce" ? "m" : "f",
      count: 1,
      last: true,
      first: at,
      next: at + 2,
    };
  }
  return null;
}

/** "le sommet Nord-Sud", "les relations Paris-Moscou" */
function isThing(fold: string): boolean {
  return institutionWords.has(fold) || placeWords.has(fold) || countryOfPlace(fold) !== null;
}
