// The encounters of all articles -> the same, with one name per person and with links between
// records of one encounter. Reads records only, never texts, so it is cheap to run after every change.

import type { Encounter, Participant } from "./encounter.ts";
import { sameFullName } from "./people/same-name.ts";
import { spellingKey } from "./people/spelling-key.ts";
import { personId } from "./people/person-id.ts";
import { foldName } from "./tokens.ts";

/** One identity per person and `sameAs` filled; same order, same ids of records. */
export function linkEncounters(all: readonly Encounter[]): readonly Encounter[] {
  const identities = mergeNames(all.flatMap((e) => e.participants.map((p) => p.name)));
  const named = all.map((encounter) => ({
    ...encounter,
    participants: uniqueById(encounter.participants.map((p) => identities.get(p.name) ?? p)),
  }));
  return linkSame(named);
}

/** Every name -> the participant it stands for: the fullest name of that person, the most frequent spelling. */
function mergeNames(names: readonly string[]): Map<string, Participant> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const spellings = [...counts.keys()].sort(
    (a, b) =>
      wordsOf(b).length - wordsOf(a).length ||
      (counts.get(b) ?? 0) - (counts.get(a) ?? 0) ||
      a.localeCompare(b),
  );
  const bySurname = new Map<string, string[]>();
  const chosen = new Map<string, string>();
  for (const name of spellings) {
    const words = wordsOf(name);
    const keys = [surnameOf(words)];
    const known = keys.flatMap((key) => bySurname.get(key) ?? []);
    const same =
      words.length > 1 ? known.filter((full) => sameFullName(wordsOf(full), words)) : known;
    const only = same.length === 1 ? same[0] : undefined;
    chosen.set(name, only ?? name);
    if (only === undefined)
      for (const key of new Set([
        surnameOf(words),
        ...(isFamilyNameFirst(words) ? [spellingKey(words[0] ?? "")] : []),
      ]))
        bySurname.set(key, [...(bySurname.get(key) ?? []), name]);
  }
  return new Map([...chosen].map(([name, full]) => [name, { id: personId(full), name: full }]));
}

function wordsOf(name: string): string[] {
  return foldName(name).split(" ");
}

function surnameOf(words: readonly string[]): string {
  return spellingKey(words.at(-1) ?? "");
}

function isFamilyNameFirst(words: readonly string[]): boolean {
  return /^(?:xi|kim|moon|wang|li|hu|wen|park|yoon|lee|zhang|chen|tsai|ban)$/.test(words[0] ?? "");
}

function uniqueById(participants: readonly Participant[]): Participant[] {
  return [...new Map(participants.map((p) => [p.id, p])).values()];
}

/** Records of one encounter in several articles: same persons and status, and nothing that contradicts. */
function linkSame(all: readonly Encounter[]): Encounter[] {
  const groups = new Map<string, Encounter[]>();
  for (const encounter of all) {
    const key = `${encounter.participants
      .map((p) => p.id)
      .sort()
      .join("+")} ${encounter.status}`;
    const group = groups.get(key) ?? [];
    group.push(encounter);
    groups.set(key, group);
  }
  const links = new Map<string, string[]>();
  for (const group of groups.values()) {
    for (const one of group) {
      links.set(
        one.id,
        group.filter((o) => o.articleId !== one.articleId && isSame(one, o)).map((o) => o.id),
      );
    }
  }
  return all.map((encounter) => ({ ...encounter, sameAs: links.get(encounter.id) ?? [] }));
}

/** Enough in common: the same day, or the same place and no other day. */
function isSame(a: Encounter, b: Encounter): boolean {
  if (a.participants.length < 2) return false;
  if (a.mode !== b.mode && a.mode !== "unknown" && b.mode !== "unknown") return false;
  const [dayA, dayB] = [a.date?.iso ?? null, b.date?.iso ?? null];
  const [placeA, placeB] = [fold(a.place), fold(b.place)];
  if (dayA !== null && dayB !== null && !dayA.startsWith(dayB) && !dayB.startsWith(dayA))
    return false;
  if (placeA !== null && placeB !== null && placeA !== placeB) return false;
  return (dayA !== null && dayB !== null) || (placeA !== null && placeB !== null);
}

function fold(place: string | null): string | null {
  return place === null ? null : foldName(place);
}
