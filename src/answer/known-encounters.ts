import type { Encounter, Participant } from "../encounters/encounter.ts";
import type { Store } from "../store/store.ts";

/** The encounters of an index and everybody who takes part in one. */
export interface KnownEncounters {
  readonly encounters: readonly Encounter[];
  readonly people: readonly Participant[];
}

const read = new WeakMap<Store, Promise<KnownEncounters>>();

async function readEncounters(store: Store): Promise<KnownEncounters> {
  const encounters = await store.encounters();
  const people = new Map(
    encounters.flatMap(({ participants }) => participants.map((person) => [person.id, person])),
  );
  return { encounters, people: [...people.values()] };
}

/** Read once per published index. */
export function knownEncounters(store: Store): Promise<KnownEncounters> {
  const known = read.get(store);
  if (known !== undefined) return known;
  const reading = readEncounters(store);
  read.set(store, reading);
  reading.catch(() => read.delete(store));
  return reading;
}
