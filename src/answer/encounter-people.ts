// The persons a question names: those the corpus knows (accents, capitals, small typing errors
// forgiven), and those it does not, as asked. Never a known person in place of an unknown one.

import { FRENCH_MONTHS } from "../corpus/months.ts";
import type { Encounter, Participant } from "../encounters/encounter.ts";
import {
  countryOfDemonym,
  countryOfEnglishDemonym,
  countryOfPlace,
  frenchPlaceName,
  isCountry,
} from "../encounters/people/countries.ts";
import { placeWords, openingWords } from "../encounters/people/not-people.ts";
import { roleHeads } from "../encounters/people/role-words.ts";
import { spellingKey } from "../encounters/people/spelling-key.ts";
import type { Token } from "../encounters/tokens.ts";
import { editDistance } from "../terms/edit-distance.ts";
import type { QueryPerson } from "./answer.ts";
import { peopleIndex, type KnownPerson, type PeopleIndex } from "./people-index.ts";

export interface NamedPerson extends QueryPerson {
  /** Indices of its first token and of the one after its last. */
  readonly first: number;
  readonly next: number;
}

/** Words of questions that are no names, folded. */
const COMMON = new Set([
  ...FRENCH_MONTHS,
  ...`anyone anybody someone somebody quelqu'un quelqu tell show give list about me contact a ai as au aux avec ce cela ces cet cette chez combien comment dans de des dernier derniere derniers deux du elle elles en encore est est-ce et eu fois il ils jamais je
  la le les leur lieu lors lui mais me meme mois ne non nous on ont ou par pas pendant personne plus pour premier premiere prochain prochaine puis qu'est-ce quand quel quelle quelles quels que qui quoi
  sa se ses si son sont sur t-il tous tout toute toutes un une vers y rencontre rencontres rencontrer entretien entretiens parle parler parlent voir vu vus vue recu recevoir telephone reunion visite sommet
  lundi mardi mercredi jeudi vendredi samedi dimanche hier demain aujourd'hui annee semaine
  didn don doesn hasn haven hadn won wasn weren isn aren couldn wouldn
  did do does has have had who whom when where what which how many times often the they he she it them his her their of in on at to by with and or is are was were be been will would about ever meet met meeting meetings see saw seen talk talked talks speak spoke spoken phone call called visit visited president presidents ministre ministres dirigeant dirigeants`.split(
    /\s+/,
  ),
]);

/** What a question names where a name may mean several persons. */
interface Mention extends Omit<NamedPerson, "id" | "name"> {
  readonly candidates: readonly Participant[];
}

/**
 * The persons named in the question, in order; "undecided" when a name fits several and nothing tells
 * who is meant. `encounters`: all records, which may tell.
 */
export function findQuestionPeople(
  tokens: readonly Token[],
  people: readonly Participant[],
  encounters: readonly Encounter[],
): NamedPerson[] | "undecided" {
  const known = peopleIndex(people);
  const mentions: (Mention | NamedPerson)[] = [];
  for (let at = 0; at < tokens.length;) {
    const mention =
      matchKnown(tokens, at, known) ?? readUnknown(tokens, at) ?? readUncapitalized(tokens, at);
    if (mention !== null) mentions.push(mention);
    at = mention?.next ?? at + 1;
  }
  const found: NamedPerson[] = [];
  for (const mention of mentions) {
    const person = "candidates" in mention ? whoIsMeant(mention, mentions, encounters) : mention;
    if (person === null) return "undecided";
    if (!found.some((p) => p.id !== null && p.id === person.id)) found.push(person);
  }
  return found.filter((person) => !isSpokenTo(person, tokens, found));
}

function matchKnown(tokens: readonly Token[], at: number, known: PeopleIndex): Mention | null {
  // Whatever part of a name the words are, the last of them ends it or is all of it.
  const comparisons = [
    { alike: exactly, candidates: known.named },
    { alike: nearly, candidates: known.nearlyNamed },
  ];
  for (const { alike, candidates } of comparisons) {
    for (let size = 5; size >= 1; size -= 1) {
      const words = tokens.slice(at, at + size);
      if (words.length < size || words.some((w) => !w.isWord)) continue;
      if (size === 1 && (isCommon(words[0]) || standsAsPlace(tokens, at, alike))) continue;
      const folds = words.map((w) => w.fold);
      const matches = candidates(folds.at(-1) ?? "").filter((k) => means(folds, k.words, alike));
      if (matches.length > 0)
        return { candidates: fullestNames(matches), first: at, next: at + size };
    }
  }
  return null;
}

function isCommon(token: Token | undefined): boolean {
  return token === undefined || COMMON.has(token.fold) || token.fold.length < 2;
}

/** Whether the asked words are the whole name, its end, or its family name. */
function means(
  asked: readonly string[],
  name: readonly string[],
  alike: (a: string, b: string) => boolean,
): boolean {
  if (asked.length > name.length) return false;
  const end = name.slice(name.length - asked.length);
  if (asked.every((word, i) => alike(word, end[i] ?? ""))) return true;
  if (asked.length > 1 && asked.length < name.length) {
    const [first = "", last = ""] = [asked[0], asked.at(-1)];
    return alike(first, name[0] ?? "") && alike(last, name.at(-1) ?? "") && asked.length === 2;
  }
  return (
    asked.length === 1 &&
    name.length > 1 &&
    name.length <= 3 &&
    alike(asked[0] ?? "", name[0] ?? "") &&
    (name[0] ?? "").length <= 4
  );
}

function exactly(a: string, b: string): boolean {
  return a === b || (a.length > 3 && spellingKey(a) === spellingKey(b));
}

/** One typing error from five letters on, two from eight on; the first letter is right ("Perry" is not "Kerry"). */
function nearly(a: string, b: string): boolean {
  if (!b.startsWith(a.charAt(0))) return false;
  const allowed = Math.min(a.length, b.length) >= 8 ? 2 : Math.min(a.length, b.length) >= 5 ? 1 : 0;
  return Math.abs(a.length - b.length) <= allowed && editDistance(a, b) <= allowed;
}

/** Without those whose name another contains ("Le Drian" beside "Jean-Yves Le Drian"): they are one person. */
function fullestNames(matches: readonly KnownPerson[]): readonly Participant[] {
  const contains = (long: KnownPerson, short: KnownPerson) =>
    long.words.length > short.words.length &&
    short.words.every((word) => long.words.some((other) => exactly(word, other)));
  return matches
    .filter((short) => !matches.some((long) => contains(long, short)))
    .map(({ participant }) => participant);
}

/**
 * Of several persons of one name, the one who is in a record with somebody else the question names, else
 * the one with most records. Null when that leaves several: to answer for either would be to guess,
 * to answer for nobody would deny what both did, so the question is left to the passages.
 */
function whoIsMeant(
  { candidates, first, next }: Mention,
  mentions: readonly (Mention | NamedPerson)[],
  encounters: readonly Encounter[],
): NamedPerson | null {
  const others = new Set<string>(
    mentions
      .filter((m) => m.first !== first)
      .flatMap((m) => ("candidates" in m ? m.candidates.map(({ id }) => id) : [])),
  );
  const isIn = (e: Encounter, id: string) => e.participants.some((p) => p.id === id);
  const ranked = candidates
    .map((person) => {
      const records = candidates.length > 1 ? encounters.filter((e) => isIn(e, person.id)) : [];
      const shared = records.filter((e) =>
        e.participants.some((p) => p.id !== person.id && others.has(p.id)),
      );
      return { person, shared: shared.length, records: records.length };
    })
    .sort((a, b) => b.shared - a.shared || b.records - a.records);
  const [best, second] = ranked;
  if (best === undefined) return null;
  if (best.shared === second?.shared && best.records === second.records) return null;
  return { id: best.person.id, name: best.person.name, first, next };
}

/** A name the corpus does not know: capitals that are no common word. */
function readUnknown(tokens: readonly Token[], at: number): NamedPerson | null {
  let next = at;
  while (next < tokens.length && isNamePart(tokens, next, at)) next += 1;
  if (next === at) return null;
  const before = tokens[at - 1]?.fold ?? "";
  if (/^(?:a|au|aux|en|in|at|l'|la|le|les|du|des|the|from|sur)$/.test(before) && next - at < 2)
    return null;
  if (tokens.slice(at, next).every((_, i) => isNoName(tokens, at + i))) return null;
  const name = tokens
    .slice(at, next)
    .map((t) => t.text)
    .join(" ");
  return { id: null, name, first: at, next };
}

/** "Camarade, qui… ?", "Explique-moi qui… ?": no part of what is asked, unless it is whom a pronoun stands for. */
function isSpokenTo(
  person: NamedPerson,
  tokens: readonly Token[],
  found: readonly NamedPerson[],
): boolean {
  const isFirst = person.id === null && person.first === 0 && person.next === 1;
  if (!isFirst || !(/-(?:moi|nous)$/.test(person.name) || /^[,!:]$/.test(tokens[1]?.fold ?? "")))
    return false;
  return found.length > 1 || !tokens.some((t) => /^(?:ils?|elles?|he|she|they)$/.test(t.fold));
}

/** A place or a people, of whatever tables know them: Paris, Turquie, Moscow, russe. */
function isPlaceOrPeople(fold: string): boolean {
  return (
    placeWords.has(fold) ||
    countryOfPlace(fold) !== null ||
    frenchPlaceName(fold) !== null ||
    isPeople(fold)
  );
}

function isPeople(fold: string): boolean {
  return countryOfDemonym(fold) !== null || countryOfEnglishDemonym(fold) !== null;
}

/**
 * A place's name is a person's only when somebody is called exactly that, and where no place stands:
 * "Qui a rencontré Hollande ?", not "en Hollande", "à Paris", "le ministre turc".
 */
function standsAsPlace(
  tokens: readonly Token[],
  at: number,
  alike: (a: string, b: string) => boolean,
): boolean {
  const { fold = "", isCapitalized = false } = tokens[at] ?? {};
  if (!isPlaceOrPeople(fold)) return false;
  if (alike !== exactly || (isPeople(fold) && !isCapitalized)) return true;
  const before = tokens[at - 1]?.fold ?? "";
  return (isCountry(fold) ? /^(?:en|au|aux|in)$/ : /^(?:a|au|in|at)$/).test(before);
}

/** One capitalised word: a place, an initialism, or the word that opens the question. */
function isNoName(tokens: readonly Token[], at: number): boolean {
  const fold = tokens[at]?.fold ?? "";
  return (
    openingWords.has(fold) ||
    isPlaceOrPeople(fold) ||
    /^(?:liste|depuis|rencontre|meetings|list|all|are|will|have|can)s?$/.test(fold)
  );
}

/**
 * "tintin a vu kerry": typed without capitals, a word where a person must stand, that is no word we
 * know, is somebody the corpus does not know. Left out, the question would be answered for Kerry alone.
 */
function readUncapitalized(tokens: readonly Token[], at: number): NamedPerson | null {
  const token = tokens[at];
  if (token === undefined || !/^\p{Ll}{3,}$/u.test(token.text) || isCommon(token)) return null;
  if (openingWords.has(token.fold) || isPlaceOrPeople(token.fold) || roleHeads.has(token.fold))
    return null;
  const before = tokens[at - 1]?.fold ?? "";
  const after = tokens[at + 1]?.fold ?? "";
  const subject =
    (at === 0 || /^(?:que|qu'|et|and|did|has|will)$/.test(before)) &&
    /^(?:a|et|and|meet|met|rencontre|rencontrera)$/.test(after);
  const object =
    /^(?:rencontre|avec|with|met|meet|vu|recu)$/.test(before) &&
    (after === "" || after === "?" || after === "a");
  return subject || object ? { id: null, name: token.text, first: at, next: at + 1 } : null;
}

function isNamePart(tokens: readonly Token[], at: number, start: number): boolean {
  const token = tokens[at];
  if (!token?.isWord) return false;
  if (/^\p{Lu}\p{Ll}/u.test(token.text))
    return !COMMON.has(token.fold) || (at > start && token.fold.length > 3);
  return (
    at > start &&
    /^(?:von|van|der|ben|bin|al|el|de|da|di)$/.test(token.text) &&
    /^\p{Lu}/u.test(tokens[at + 1]?.text ?? "")
  );
}
