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

/** Whoever was mentioned last comes first. */
export function byRecency(people: readonly Person[]): Person[] {
  return [...people].sort((a, b) => b.lastSeen - a.lastSeen);
}

export function mostRecent(people: readonly Person[]): Person | null {
  return people.reduce<Person | null>(
    (latest, person) => (latest === null || person.lastSeen > latest.lastSeen ? person : latest),
    null,
  );
}
