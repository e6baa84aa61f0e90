/**
 * Encounters -> who is joined to whom, how often and how surely. Limited to the people with the most
 * encounters, so that the picture stays readable; how many were left out is told. Draws nothing.
 */
import type {
  Encounter,
  EncounterMode,
  EncounterStatus,
  PersonId,
} from "../encounters/encounter.ts";

/** How sure it is that an encounter took place; each has a line style of its own. */
export type Certainty = "held" | "planned" | "unsure";

export interface GraphPerson {
  readonly id: PersonId;
  readonly name: string;
  /** Encounters of this person, drawn or not. */
  readonly count: number;
}

/** All encounters of two people that are equally sure. */
export interface GraphLink {
  readonly a: PersonId;
  readonly b: PersonId;
  readonly certainty: Certainty;
  readonly encounters: readonly Encounter[];
  readonly modes: readonly EncounterMode[];
}

export interface EncounterGraph {
  /** By id, so that the same encounters in any order give the same picture. */
  readonly people: readonly GraphPerson[];
  readonly links: readonly GraphLink[];
  /** People left out because there are too many. */
  readonly hiddenPeople: number;
}

export function certaintyOf(status: EncounterStatus): Certainty {
  if (status === "held") return "held";
  return status === "planned" || status === "called-for" ? "planned" : "unsure";
}

export function buildEncounterGraph(
  encounters: readonly Encounter[],
  maxPeople: number,
): EncounterGraph {
  const links = collectLinks(encounters);
  const everybody = countPeople(encounters.filter(({ participants }) => participants.length > 1));
  const chosen = choosePeople(links, everybody, maxPeople);
  return {
    people: [...everybody.values()]
      .filter(({ id }) => chosen.has(id))
      .toSorted((one, other) => compare(one.id, other.id)),
    links: links.filter(({ a, b }) => chosen.has(a) && chosen.has(b)),
    hiddenPeople: everybody.size - chosen.size,
  };
}

function countPeople(encounters: readonly Encounter[]): ReadonlyMap<PersonId, GraphPerson> {
  const people = new Map<PersonId, GraphPerson>();
  for (const { id, name } of encounters.flatMap(({ participants }) => participants)) {
    people.set(id, { id, name, count: (people.get(id)?.count ?? 0) + 1 });
  }
  return people;
}

function collectLinks(encounters: readonly Encounter[]): readonly GraphLink[] {
  const links = new Map<string, { a: PersonId; b: PersonId; encounters: Encounter[] }>();
  for (const encounter of encounters) {
    const certainty = certaintyOf(encounter.status);
    for (const [a, b] of pairsOf(encounter)) {
      const key = JSON.stringify([a, b, certainty]);
      const link = links.get(key) ?? { a, b, encounters: [] };
      link.encounters.push(encounter);
      links.set(key, link);
    }
  }
  return [...links]
    .toSorted(([one], [other]) => compare(one, other))
    .map(([, link]) => ({
      ...link,
      certainty: certaintyOf(link.encounters[0]?.status ?? "held"),
      modes: [...new Set(link.encounters.map(({ mode }) => mode))].toSorted(compare),
    }));
}

/** Everybody met everybody else, each pair once, the lesser id first. */
function pairsOf({ participants }: Encounter): readonly (readonly [PersonId, PersonId])[] {
  const ids = [...new Set(participants.map(({ id }) => id))].toSorted(compare);
  return ids.flatMap((a, index) => ids.slice(index + 1).map((b) => [a, b] as const));
}

/** The strongest links first, both their ends together, so that nobody stands there unjoined. */
function choosePeople(
  links: readonly GraphLink[],
  people: ReadonlyMap<PersonId, GraphPerson>,
  maxPeople: number,
): ReadonlySet<PersonId> {
  const weight = ({ a, b, encounters }: GraphLink) =>
    encounters.length * 1000 + (people.get(a)?.count ?? 0) + (people.get(b)?.count ?? 0);
  const chosen = new Set<PersonId>();
  for (const { a, b } of links.toSorted((one, other) => weight(other) - weight(one))) {
    const added = [a, b].filter((id) => !chosen.has(id));
    if (chosen.size + added.length > maxPeople) continue;
    for (const id of added) chosen.add(id);
  }
  return chosen;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
