// A follow-up's own slots and the question before -> the whole question: "et à Paris ?", "et avec Kerry ?",
// "qui d'autre ?". What the follow-up states replaces; what it leaves out is kept while it can hold.

import type { Encounter } from "../encounters/encounter.ts";
import type { EncounterQuery } from "./answer.ts";
import { answerEncounters } from "./encounter-records.ts";

/** Folded words that stand for whoever was asked about. */
export const PRONOUN = /\b(?:ils|elles|il|elle|they|he|she|them|him|l'|leur|lui|leurs?)\b/;

/** `folded`: the follow-up's words. `encounters`: all records. */
export function followEncounterQuery(
  previous: EncounterQuery,
  own: EncounterQuery,
  folded: string,
  encounters: readonly Encounter[],
): EncounterQuery {
  if (/\b(?:d'autre|else)\b/.test(folded)) return askForOthers(previous);
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

/** "qui d'autre ?": not the one already asked about. */
function askForOthers(previous: EncounterQuery): EncounterQuery {
  const { other, except = [] } = previous;
  const answered = other === null ? except : [...except, other];
  return {
    ...previous,
    other: null,
    wants: "who",
    ...(answered.length > 0 && { except: answered }),
  };
}

/** "et avec Kerry ?" changes the partner; "et Macron ?" whoever was asked about last. */
function followPersons(
  previous: EncounterQuery,
  own: EncounterQuery,
  folded: string,
): Pick<EncounterQuery, "person" | "other"> {
  if (own.person === null) return { person: previous.person, other: previous.other };
  if (own.other !== null) return { person: own.person, other: own.other };
  if (isAskedAbout(previous, own)) return { person: own.person, other: null };
  if (/\b(?:avec|with)\b/.test(folded) || PRONOUN.test(folded) || previous.other !== null)
    return { person: previous.person, other: own.person };
  return { person: own.person, other: null };
}

/** "et Lavrov ?" after a question about Lavrov and Kerry: Lavrov alone. */
function isAskedAbout(previous: EncounterQuery, own: EncounterQuery): boolean {
  return [previous.person, previous.other].some(
    (p) => p !== null && p.id === own.person?.id && p.name === own.person.name,
  );
}
