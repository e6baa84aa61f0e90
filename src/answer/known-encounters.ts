import type { Encounter, Participant } from "../encounters/encounter.ts";
import { readOnceFor } from "../store/read-once.ts";
import type { Store } from "../store/store.ts";

/** The encounters of an index and everybody who takes part in one. */
export interface KnownEncounters {
  readonly encounters: readonly Encounter[];
  readonly people: readonly Participant[];
}

/** Read once per published index. */
export const knownEncounters = readOnceFor(async (store: Store): Promise<KnownEncounters> => {
  const encounters = await store.encounters();
  const people = new Map(
    encounters.flatMap(({ participants }) => participants.map((person) => [person.id, person])),
  );
  return { encounters, people: [...people.values()] };
});
