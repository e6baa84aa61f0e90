// A person of one article, as far as the text and public record describe them.

import type { Office } from "./read-role.ts";
import type { Gender } from "./role-words.ts";

export interface HeldRole {
  readonly office: Office;
  readonly country: string | null;
}

export interface Person {
  name: string;
  words: readonly string[];
  gender: Gender;
  readonly roles: HeldRole[];
  /** Reports or comments (journalist, photographer, analyst): never met anyone as far as we tell. */
  observer: boolean;
  /** One capitalised word and nothing else says it is a person. */
  doubtful: boolean;
  /** Order of its last mention; higher is more recent. */
  lastSeen: number;
}

export function addRole(person: Person, office: Office, country: string | null): void {
  const same = person.roles.some(
    (r) => r.office === office && (r.country === country || country === null),
  );
  if (!same) person.roles.push({ office, country });
}

/** Whoever of them was mentioned last and `fits`; of those not yet mentioned, the first. */
export function mostRecent(
  people: readonly Person[],
  fits: (person: Person) => boolean = () => true,
): Person | null {
  let latest: Person | null = null;
  // From the end, where the last ones mostly are: then the others need no second look.
  for (let i = people.length - 1; i >= 0; i -= 1) {
    const person = people[i];
    if (person === undefined || person.lastSeen <= (latest?.lastSeen ?? 0)) continue;
    if (fits(person)) latest = person;
  }
  return latest ?? people.find((person) => person.lastSeen === 0 && fits(person)) ?? null;
}

/** Those `count` who were mentioned last, the last one first. */
export function lastMentioned(people: readonly Person[], count: number): Person[] {
  const found: Person[] = [];
  while (found.length < count) {
    const next = mostRecent(people, (person) => !found.includes(person));
    if (next === null) break;
    found.push(next);
  }
  return found;
}
