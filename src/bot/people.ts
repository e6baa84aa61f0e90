import type { Encounter, PersonId } from "../encounters/encounter.ts";
import { shortKey, type ShortKey } from "../reply/button-reference.ts";
import { distinctEncounters } from "../reply/encounter-words.ts";
import { foldText } from "../terms/fold-text.ts";
import { oncePerList } from "../terms/once-per-list.ts";

/** Somebody whose encounters the corpus tells, and how many. */
export interface CountedPerson {
  readonly id: PersonId;
  readonly name: string;
  readonly encounters: number;
}

/** Everybody in the encounters, the most often met first. */
export const countPeople = oncePerList(
  (encounters: readonly Encounter[]): readonly CountedPerson[] => {
    const people = new Map<PersonId, CountedPerson>();
    for (const { participants } of distinctEncounters(encounters)) {
      for (const { id, name } of participants) {
        people.set(id, { id, name, encounters: (people.get(id)?.encounters ?? 0) + 1 });
      }
    }
    return [...people.values()].toSorted(
      (a, b) => b.encounters - a.encounters || a.name.localeCompare(b.name),
    );
  },
);

const peopleByKey = oncePerList(
  (people: readonly CountedPerson[]): ReadonlyMap<ShortKey, CountedPerson> =>
    new Map(people.map((one) => [shortKey(one.id), one])),
);

/** The person a button names; null when no encounter tells of them any more. */
export function personOfKey(people: readonly CountedPerson[], key: ShortKey): CountedPerson | null {
  return peopleByKey(people).get(key) ?? null;
}

/** The person a name stands for: every word of it is a word of theirs, accents and case apart. Null when nobody's. */
export function findPerson(people: readonly CountedPerson[], name: string): CountedPerson | null {
  const wanted = wordsOf(name);
  if (wanted.length === 0) return null;
  return (
    people.find((person) => {
      const words = new Set(wordsOf(person.name));
      return wanted.every((word) => words.has(word));
    }) ?? null
  );
}

/** The encounters somebody takes part in. */
export function encountersOf(encounters: readonly Encounter[], person: PersonId): Encounter[] {
  return encounters.filter(({ participants }) => participants.some(({ id }) => id === person));
}

function wordsOf(name: string): string[] {
  return foldText(name).match(/[\p{L}\p{N}]+/gu) ?? [];
}
