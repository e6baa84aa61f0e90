// A question -> what it asks about encounters (person, other, place, period, mode, status, wants), or
// null when it is about something else: what was said, a football match, who met a deadline.

import { countryOfPlace, frenchPlaceName } from "../encounters/people/countries.ts";
import { placeWords } from "../encounters/people/not-people.ts";
import { tokenize, foldName, type Token } from "../encounters/tokens.ts";
import type { Participant } from "../encounters/encounter.ts";
import type { EncounterQuery, QueryPerson } from "./answer.ts";
import { findQuestionPeople, type NamedPerson } from "./encounter-people.ts";
import { readPeriod } from "./encounter-period.ts";
import {
  contentWords,
  encounterWords,
  modeRules,
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
  const named = findQuestionPeople(tokens, people);
  const own = ownSlots(folded, tokens, named, options.today);
  if (options.previous !== undefined && isFollowUp(folded, named, own))
    return follow(options.previous, own, folded);
  return asksAboutEncounters(folded, named) ? own : null;
}

/** "LAVROV A RENCONTRÉ QUI ?": capitals everywhere tell no names apart. */
function withoutShouting(question: string): string {
  return /\p{Ll}/u.test(question) ? question : question.toLowerCase();
}

function asksAboutEncounters(folded: string, named: readonly NamedPerson[]): boolean {
  const strong = encounterWords.some((p) => p.test(folded));
  if (strong)
    return (
      named.length > 0 ||
      /\b(?:qui|who|whom|quelles?|quels?|which|what|liste|rencontres|meetings|combien|how many|quand|when|ou|where)\b/.test(
        folded,
      )
    );
  const weak = weakEncounterWords.some((p) => p.test(folded));
  if (!weak || named.length === 0) return false;
  return named.length >= 2 || /\b(?:qui|who|whom|quels?|quelles?|which)\b/.test(folded);
}

function ownSlots(
  folded: string,
  tokens: readonly Token[],
  named: readonly NamedPerson[],
  today: string,
): EncounterQuery {
  const period = readPeriod(folded, today);
  return {
    person: slotOf(named[0]),
    other: slotOf(named[1]),
    place: readPlace(tokens, named),
    period,
    mode: readMode(folded),
    status: statusRules.find((r) => r.pattern.test(folded))?.value ?? null,
    wants: readWants(folded, named),
  };
}

/** "en personne ou par téléphone ?" asks for either. */
function readMode(folded: string): EncounterQuery["mode"] {
  const [mode = null, ...more] = modeRules.filter((r) => r.pattern.test(folded)).map((r) => r.value);
  return more.length === 0 ? mode : null;
}

function slotOf(person: NamedPerson | undefined): QueryPerson | null {
  return person === undefined ? null : { id: person.id, name: person.name };
}

function readWants(folded: string, named: readonly NamedPerson[]): EncounterQuery["wants"] {
  const rule = wantRules.find((r) => r.pattern.test(folded));
  if (rule !== undefined && !(rule.value === "who" && named.length >= 2 && /^est-ce/.test(folded)))
    return rule.value;
  return named.length >= 2 ||
    /^(?:est-ce|did|has|have|do|does|will|is|are)\b|-t-(?:il|elle)|-(?:ils|elles|il|elle)\b/.test(
      folded,
    )
    ? "whether"
    : "list";
}

const NO_PLACES =
  /^(?:quel|quelle|qui|quoi|propos|telephone|personne|visio|visioconference|video|ligne|marge|tete|face|jour|fois|nouveau|moment|cours|la|le|l'|les|suite|lieu|juin|juillet|mai|mars|avril|aout|janvier|fevrier|septembre|octobre|novembre|decembre|private|person|phone|video|the|what|which|last|least|all|meme|prison|tout|train|effet|fait|entretien|entretenir|rencontrer|voir|direct|secret|prive|public|\d+)$/;

/** "à Belgrade", "en Turquie", "au Kremlin", "in Moscow": typed with or without capitals and accents. */
function readPlace(tokens: readonly Token[], named: readonly NamedPerson[]): string | null {
  for (const [at, token] of tokens.entries()) {
    if (!/^(?:a|au|aux|en|in|at|dans)$/.test(token.fold)) continue;
    let from = at + 1;
    while (/^(?:l'|la|le|the)$/.test(tokens[from]?.fold ?? "")) from += 1;
    const word = tokens[from];
    if (word?.isWord !== true || NO_PLACES.test(word.fold)) continue;
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
  while (/^\p{Lu}/u.test(tokens[next]?.text ?? "") && !named.some((p) => p.first === next)) next += 1;
  const name = tokens
    .slice(from, next)
    .map((t) => t.text)
    .join(" ");
  return frenchPlaceName(foldName(name)) ?? name;
}

/** "et à Paris ?", "qui d'autre ?", "quand ?", "par téléphone ?", "se sont-ils revus ?" */
function isFollowUp(folded: string, named: readonly NamedPerson[], own: EncounterQuery): boolean {
  const words = folded.split(" ").filter((w) => /\w/.test(w));
  if (/^(?:et|and|what about|ou alors|alors|mais|puis)\b/.test(folded) && words.length <= 8)
    return hasSlot(own, named) || words.length <= 4;
  if (/\b(?:qui d'autre|who else|avec qui d'autre|quelqu'un d'autre)\b/.test(folded)) return true;
  if (
    named.length === 0 &&
    words.length <= 8 &&
    /\b(?:ils|elles|il|elle|they|he|she|them|him)\b/.test(folded)
  ) {
    return (
      encounterWords.some((p) => p.test(folded)) ||
      weakEncounterWords.some((p) => p.test(folded)) ||
      words.length <= 4
    );
  }
  return (
    named.length === 0 &&
    words.length <= 4 &&
    hasSlot(own, named) &&
    !encounterWords.some((p) => /\brencontres\b/.test(folded) && p.test(folded))
  );
}

function hasSlot(own: EncounterQuery, named: readonly NamedPerson[]): boolean {
  return (
    named.length > 0 ||
    own.place !== null ||
    own.period !== null ||
    own.mode !== null ||
    own.status !== null ||
    own.wants !== "list"
  );
}

function follow(previous: EncounterQuery, own: EncounterQuery, folded: string): EncounterQuery {
  if (/\b(?:d'autre|else)\b/.test(folded)) return { ...previous, other: null, wants: "who" };
  const asksWho = own.wants !== "list" && own.wants !== "whether";
  const merged: EncounterQuery = {
    ...previous,
    ...followPersons(previous, own, folded),
    place: own.place ?? previous.place,
    period: own.period ?? previous.period,
    mode: own.mode ?? previous.mode,
    status: own.status ?? previous.status,
    wants: asksWho ? own.wants : previous.wants,
  };
  return merged.other !== null && merged.wants === "who" ? { ...merged, wants: "whether" } : merged;
}

/** "et avec Kerry ?" changes the partner; "et Macron ?" whoever was asked about last. */
function followPersons(
  previous: EncounterQuery,
  own: EncounterQuery,
  folded: string,
): Pick<EncounterQuery, "person" | "other"> {
  if (own.person === null) return { person: previous.person, other: previous.other };
  if (own.other !== null) return { person: own.person, other: own.other };
  if (/\b(?:avec|with)\b/.test(folded) || previous.other !== null)
    return { person: previous.person, other: own.person };
  return { person: own.person, other: null };
}
