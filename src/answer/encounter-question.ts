// A question -> what it asks about encounters (person, other, place, period, mode, status, wants), or
// null when it is about something else: what was said, a football match, who met a deadline.

import { MONTHS_IN_FULL } from "../corpus/months.ts";
import { countryOfPlace, frenchPlaceName } from "../encounters/people/countries.ts";
import { placeWords } from "../encounters/people/not-people.ts";
import { tokenize, foldName, type Token } from "../encounters/tokens.ts";
import type { Encounter, Participant } from "../encounters/encounter.ts";
import { withoutShouting } from "../terms/without-shouting.ts";
import type { EncounterQuery, QueryPerson } from "./answer.ts";
import { followEncounterQuery, pointsBack, type FollowUp } from "./encounter-follow-up.ts";
import { findAskedFunctions, resolveFunctions, type AskedFunction } from "./encounter-functions.ts";
import { findQuestionPeople, type NamedPerson } from "./encounter-people.ts";
import { readPeriod } from "./encounter-period.ts";
import {
  contentWords,
  encounterWords,
  modeRules,
  negation,
  otherMeanings,
  statusRules,
  wantRules,
  weakEncounterWords,
} from "./encounter-words.ts";

export interface EncounterQuestionOptions {
  /** ISO day, for "hier". */
  readonly today: string;
  /** The last question of the conversation, so that "et à Paris ?" is understood. */
  readonly previous?: EncounterQuery;
  /** All records: they tell who holds a function, and what a follow-up may keep. */
  readonly encounters?: readonly Encounter[];
}

/** The question's slots, or null when it is not about encounters. */
export function readEncounterQuestion(
  question: string,
  people: readonly Participant[],
  options: EncounterQuestionOptions,
): EncounterQuery | null {
  const tokens = tokenize(withoutShouting(question));
  const folded = foldName(question).replace(/\s+/g, " ").trim();
  if (otherMeanings.some((p) => p.test(folded)) || contentWords.some((p) => p.test(folded)))
    return null;
  const cue = findCue(folded);
  if (options.previous === undefined && cue === null && tokens.length > longestListOfNames)
    return null;
  const { encounters = [] } = options;
  const everybody = findEverybody(question, tokens, people, encounters);
  if (everybody === null) return null;
  const { named, unresolved } = everybody;
  const own = ownSlots(folded, tokens, named, options.today);
  const followUp = { folded, own, pointsBack: pointsBack(tokens, [...named, ...unresolved]) };
  if (options.previous !== undefined && isFollowUp(followUp, cue, named))
    return followEncounterQuery(options.previous, followUp, encounters);
  if (!asksAboutEncounters(folded, cue, named, own) && !namesOnly(tokens, named, own)) return null;
  return own.wants === "whether" && named.length < 2 ? withUnresolved(own, unresolved) : own;
}

interface Everybody {
  /** By name or by a function that one person holds, in the order of the question. */
  readonly named: readonly NamedPerson[];
  readonly unresolved: readonly AskedFunction[];
}

/** Null when somebody is named who may be one of several. */
function findEverybody(
  question: string,
  tokens: readonly Token[],
  people: readonly Participant[],
  encounters: readonly Encounter[],
): Everybody | null {
  const asked = findAskedFunctions(question, tokens);
  const found = findQuestionPeople(tokens, people, encounters);
  if (found === "undecided") return null;
  const named = found.filter(
    (p) => p.id !== null || !asked.some((f) => f.first < p.next && p.first < f.next),
  );
  const ids = people.filter((p) => named.some((n) => n.id === p.id)).map((p) => p.id);
  const holders = resolveFunctions(asked, ids, encounters);
  const unresolved: AskedFunction[] = [];
  const all = [...named];
  for (const [i, { first, next }] of asked.entries()) {
    const holder = holders[i] ?? null;
    if (holder === null) unresolved.push(...asked.slice(i, i + 1));
    else if (holder !== "several" && !all.some((p) => p.id === holder.id))
      all.push({ id: holder.id, name: holder.name, first, next });
  }
  return { named: all.sort((a, b) => a.first - b.first), unresolved };
}

/** "Did Obo meet the Chinese ambassador?": no other meeting of Obo's makes that a yes. */
function withUnresolved(own: EncounterQuery, [one]: readonly AskedFunction[]): EncounterQuery {
  if (one === undefined) return own;
  const somebody = { id: null, name: one.text };
  return own.person === null ? { ...own, person: somebody } : { ...own, other: somebody };
}

/** Words and signs of a question that consists of names: four of three words. */
const longestListOfNames = 12;

/** "lavrov kerry", "Lavrov et Cavusoglu à Belgrade": two persons we know and nothing else. */
function namesOnly(
  tokens: readonly Token[],
  named: readonly NamedPerson[],
  own: EncounterQuery,
): boolean {
  if (named.length < 2 || named.some((p) => p.id === null)) return false;
  const words = tokens.filter((t) => t.isWord).length;
  const inNames = named.reduce((sum, p) => sum + p.next - p.first, 0);
  return words - inNames <= (own.place === null ? 1 : 3);
}

/** How surely a question's words ask about encounters; null: not at all. */
type Cue = "strong" | "weak" | null;

function findCue(folded: string): Cue {
  if (encounterWords.some((p) => p.test(folded))) return "strong";
  return weakEncounterWords.some((p) => p.test(folded)) ? "weak" : null;
}

function asksAboutEncounters(
  folded: string,
  cue: Cue,
  named: readonly NamedPerson[],
  own: EncounterQuery,
): boolean {
  if (cue === "strong")
    return (
      named.length > 0 ||
      /\b(?:qui|who|whom|quelles?|quels?|which|what|liste|rencontres|meetings|combien|how many|quand|when|ou|where)\b/.test(
        folded,
      )
    );
  if (cue === null) return false;
  if (named.length === 0)
    return own.place !== null && /\bqui\b.*\b(?:recue?s?|accueillie?s?)\b/.test(folded);
  if (/\b(?:quelqu'un|anyone|anybody|someone)\b/.test(folded)) return true;
  return named.length >= 2 || /\b(?:qui|who|whom|quels?|quelles?|which)\b/.test(folded);
}

function ownSlots(
  folded: string,
  tokens: readonly Token[],
  named: readonly NamedPerson[],
  today: string,
): EncounterQuery {
  const period = readPeriod(folded, today);
  const wants = readWants(folded, tokens, named);
  return {
    person: slotOf(named[0]),
    other: slotOf(named[1]),
    place: readPlace(tokens, named),
    period,
    mode: readMode(folded),
    status: readStatus(folded, wants),
    wants,
  };
}

/** "N'a-t-il pas rencontré Kerry ?" and "depuis quand ne s'est-il pas… ?" ask what they would without negation. */
function readStatus(folded: string, wants: EncounterQuery["wants"]): EncounterQuery["status"] {
  if ((wants === "who" || wants === "list") && negation.test(folded)) return "not-held";
  const status = statusRules.find((r) => r.pattern.test(folded))?.value ?? null;
  // "la rencontre a-t-elle été annulée ?": that it was held is an answer too.
  return status === "cancelled" && wants === "whether" ? null : status;
}

/** "en personne ou par téléphone ?" asks for either. */
function readMode(folded: string): EncounterQuery["mode"] {
  const [mode = null, ...more] = modeRules
    .filter((r) => r.pattern.test(folded))
    .map((r) => r.value);
  return more.length === 0 ? mode : null;
}

function slotOf(person: NamedPerson | undefined): QueryPerson | null {
  return person === undefined ? null : { id: person.id, name: person.name };
}

function readWants(
  folded: string,
  tokens: readonly Token[],
  named: readonly NamedPerson[],
): EncounterQuery["wants"] {
  const asksWhere = tokens.some((_, at) => isWhere(tokens, at, named));
  const rule = wantRules.find(
    (r) => (r.value === "where" && asksWhere) || r.pattern.test(folded),
  )?.value;
  const yesOrNo = YES_OR_NO.test(folded);
  if (rule === undefined) return named.length >= 2 || yesOrNo ? "whether" : "list";
  const idle =
    (rule === "who" && folded.startsWith("est-ce")) ||
    (rule === "list" && !/^(?:quel|which|what)/.test(folded));
  return idle && yesOrNo && named.length >= 2 ? "whether" : rule;
}

/** What "ou" stands before when it is "où" typed without its accent, and no "or". */
const AFTER_WHERE =
  /^(?:est-ce|se|s'|y|l'|les|a|as|ai|ont|avait|avaient|est|sont|etait|etaient|sera|seront|aura|auront|doi(?:t|vent)|va|vont|peu(?:t|vent))$/;

/** "où", or "ou" in its place: the first or the last word, before a verb, before who did it ("ou Lavrov a-t-il…"). */
function isWhere(tokens: readonly Token[], at: number, named: readonly NamedPerson[]): boolean {
  const [token, after] = [tokens[at], tokens[at + 1]];
  if (token?.fold !== "ou") return false;
  if (token.text.toLowerCase() !== "ou") return true;
  if (/^(?:alors|bien|pas)$/.test(after?.fold ?? "")) return false;
  const isFirst = at === 0 || (at === 1 && tokens[0]?.fold === "et");
  const isLast = at === tokens.findLastIndex((t) => t.isWord);
  if (isFirst || isLast) return true;
  if (after !== undefined && after.text !== "à" && AFTER_WHERE.test(after.fold)) return true;
  const isBetweenNames = named.some((p) => p.next === at);
  return !isBetweenNames && named.some((p) => p.first === at + 1);
}

/** Inversion, "est-ce que", an auxiliary in front. */
const YES_OR_NO =
  /^(?:est-ce|did|has|have|do|does|will|is|are)\b|-t-(?:il|elle)|-(?:ils|elles|il|elle)\b/;

const NO_PLACES =
  /^(?:quel|quelle|qui|quoi|propos|telephone|personne|visio|visioconference|video|ligne|marge|tete|face|jour|fois|nouveau|moment|cours|la|le|l'|les|suite|lieu|private|person|phone|video|the|what|which|last|least|all|meme|prison|tout|train|effet|fait|entretien|entretenir|rencontrer|voir|direct|secret|prive|public|\d+)$/;

/** "à Belgrade", "en Turquie", "au Kremlin", "in Moscow": typed with or without capitals and accents. */
function readPlace(tokens: readonly Token[], named: readonly NamedPerson[]): string | null {
  for (const [at, token] of tokens.entries()) {
    if (!/^(?:a|au|aux|en|in|at|dans)$/.test(token.fold)) continue;
    let from = at + 1;
    while (/^(?:l'|la|le|the)$/.test(tokens[from]?.fold ?? "")) from += 1;
    const word = tokens[from];
    if (word?.isWord !== true || NO_PLACES.test(word.fold) || MONTHS_IN_FULL.includes(word.fold))
      continue;
    if (named.some((p) => p.first <= from && from < p.next)) continue;
    if (!isPlaceWord(tokens, from, token)) continue;
    return placeName(tokens, from, named);
  }
  return null;
}

/** A capital, a place we know, or the question's last word after "à". */
function isPlaceWord(tokens: readonly Token[], at: number, preposition: Token): boolean {
  const word = tokens[at];
  if (word === undefined) return false;
  if (/^\p{Lu}/u.test(word.text)) return true;
  if (placeWords.has(word.fold) || countryOfPlace(word.fold) !== null) return true;
  return preposition.text !== "a" && at === tokens.findLastIndex((t) => t.isWord);
}

function placeName(tokens: readonly Token[], from: number, named: readonly NamedPerson[]): string {
  let next = from + 1;
  while (/^\p{Lu}/u.test(tokens[next]?.text ?? "") && !named.some((p) => p.first === next))
    next += 1;
  const name = tokens
    .slice(from, next)
    .map((t) => t.text)
    .join(" ");
  return frenchPlaceName(foldName(name)) ?? name;
}

const OPENER = /^(?:et|and|what about|ou alors|alors|mais|puis|ou)\b/;
const SOMEBODY_ELSE = /\b(?:qui d'autre|who else|quelqu'un d'autre|anyone else)\b/;
/** Words a bare follow-up is made of: "où ?", "par téléphone ?", "combien de fois en 2017 ?". */
const BARE =
  /^(?:quand|ou|where|when|who|qui|combien|de|fois|how|many|times|by|par|telephone|phone|visio|video|visioconference|en|in|personne|person|a|au|aux|l'|le|la|quelle?|date|jour|comment|exactement|ca|c'|c'etait|etait|ce|juste|the|on|at|face|dans|ville|pays|lieu|quel|depuis|avant|apres|entre|et)$/;

/** "et à Paris ?", "qui d'autre ?", "quand ?", "par téléphone ?", "se sont-ils revus ?" */
function isFollowUp(
  { folded, own, pointsBack }: FollowUp,
  cue: Cue,
  named: readonly NamedPerson[],
): boolean {
  const words = folded.split(/[^\p{L}\p{N}'-]+/u).filter((word) => word !== "");
  if (SOMEBODY_ELSE.test(folded)) return true;
  if (OPENER.test(folded) && words.length <= 8 && hasSlot(own, named)) return true;
  if (pointsBack && named.length <= 1 && words.length <= 10) return cue !== null;
  return named.length === 0 && words.length <= 6 && hasSlot(own, named) && isBare(words, own);
}

function isBare(words: readonly string[], own: EncounterQuery): boolean {
  const slots = foldName(`${own.place ?? ""} ${own.period?.text ?? ""}`);
  return words.every((word) => BARE.test(word) || slots.includes(word));
}

function hasSlot(own: EncounterQuery, named: readonly NamedPerson[]): boolean {
  return (
    named.length > 0 ||
    own.place !== null ||
    own.period !== null ||
    own.mode !== null ||
    own.status !== null ||
    (own.wants !== "list" && own.wants !== "whether")
  );
}
