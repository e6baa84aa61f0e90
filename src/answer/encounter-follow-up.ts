// A follow-up's own slots and the question before -> the whole question: "et à Paris ?", "et avec Kerry ?",
// "qui d'autre ?". What the follow-up states replaces; what it leaves out is kept while it can hold.

import type { Encounter } from "../encounters/encounter.ts";
import type { Token } from "../encounters/tokens.ts";
import type { EncounterQuery, QueryPerson } from "./answer.ts";
import { answerEncounters } from "./encounter-records.ts";

/** A follow-up as read by itself. */
export interface FollowUp {
  /** Its words. */
  readonly folded: string;
  /** What it states itself. */
  readonly own: EncounterQuery;
  /** Whether one of its pronouns stands for somebody asked about before. */
  readonly pointsBack: boolean;
}

/** Where somebody stands in a question: the first token, and the one after the last. */
interface Extent {
  readonly first: number;
  readonly next: number;
}

const SUBJECT = /(?:^|-)(?:ils?|elles?|they|he|she)$/;
const OBJECT = /^(?:lui|leurs?|them|him)$/;
const HAVING = /^(?:as?|ai|ont|av(?:ai[st]|aient|ez|ons)|aur\p{L}+)$/u;
/** Whoever stands behind one of these is no subject: "avec Kerry, quand a-t-il parlé ?" */
const NO_SUBJECT =
  /^(?:a|de|d'|par|chez|avec|sans|sauf|outre|avant|apres|to|of|by|with|without|except|besides|before|after)$/;

/**
 * Whether a pronoun stands for somebody whom the question itself does not name before it: "a-t-il vu
 * Kerry ?", "quand l'a-t-il vu ?", not "Lavrov a-t-il vu Kerry ?".
 */
export function pointsBack(tokens: readonly Token[], named: readonly Extent[]): boolean {
  const isSubjectNamed = (at: number) =>
    named.some((p) => p.next <= at && !NO_SUBJECT.test(tokens[p.first - 1]?.fold ?? ""));
  return tokens.some(({ fold }, at) => {
    if (fold === "l'") return HAVING.test(tokens[at + 1]?.fold ?? "");
    return OBJECT.test(fold) || (SUBJECT.test(fold) && !isSubjectNamed(at));
  });
}

/** The whole question that a follow-up asks. `encounters`: all records. */
export function followEncounterQuery(
  previous: EncounterQuery,
  followUp: FollowUp,
  encounters: readonly Encounter[],
): EncounterQuery {
  const { own, folded } = followUp;
  if (/\b(?:d'autre|else)\b/.test(folded)) return askForOthers(previous, own);
  const merged: EncounterQuery = {
    ...previous,
    ...followPersons(previous, followUp),
    place: own.place ?? previous.place,
    period: own.period ?? previous.period,
    mode: own.mode ?? previous.mode,
    status: own.status ?? previous.status,
    wants: own.wants === "list" ? previous.wants : own.wants,
  };
  const asked = whoOrWhether(previous, merged);
  const placeKept = own.person !== null && own.place === null && asked.place !== null;
  const holds = answerEncounters(asked, encounters).records.length > 0;
  return placeKept && !holds ? { ...asked, place: null } : asked;
}

/** Asked about two, the answer is whether; asked about one after a yes/no question, it is who. */
function whoOrWhether(previous: EncounterQuery, merged: EncounterQuery): EncounterQuery {
  if (merged.other !== null && merged.wants === "who") return { ...merged, wants: "whether" };
  const alone = merged.other === null && previous.other !== null && merged.wants === "whether";
  return alone ? { ...merged, wants: "who" } : merged;
}

/** "qui d'autre ?": not those asked about already; "et Poutine, qui d'autre ?": of Poutine. */
function askForOthers(previous: EncounterQuery, own: EncounterQuery): EncounterQuery {
  const { other, except = [] } = previous;
  const person = own.person ?? previous.person;
  const asked = [...except, other, own.person === null ? null : previous.person];
  const answered = asked.filter((p): p is QueryPerson => p !== null && !isSame(p, person));
  return {
    ...previous,
    person,
    other: null,
    place: own.place ?? previous.place,
    period: own.period ?? previous.period,
    wants: "who",
    ...(answered.length > 0 && { except: answered }),
  };
}

function isSame(one: QueryPerson | null, other: QueryPerson | null): boolean {
  return one !== null && one.id === other?.id && one.name === other.name;
}

/** "et avec Kerry ?" changes the partner; "et Macron ?" whoever was asked about last. */
function followPersons(
  previous: EncounterQuery,
  { own, folded, pointsBack }: FollowUp,
): Pick<EncounterQuery, "person" | "other"> {
  if (own.person === null) return { person: previous.person, other: previous.other };
  if (own.other !== null) return { person: own.person, other: own.other };
  if (isAskedAbout(previous, own)) return { person: own.person, other: null };
  if (/\b(?:avec|with)\b/.test(folded) || pointsBack || previous.other !== null)
    return { person: previous.person, other: own.person };
  return { person: own.person, other: null };
}

/** "et Lavrov ?" after a question about Lavrov and Kerry: Lavrov alone. */
function isAskedAbout(previous: EncounterQuery, own: EncounterQuery): boolean {
  return [previous.person, previous.other].some((p) => isSame(p, own.person));
}
