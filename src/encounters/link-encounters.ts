// The encounters of all articles -> the same, with one name per person and with links between
// records of one encounter. Reads records only, never texts, so it is cheap to run after every change.

import type { Encounter, Participant } from "./encounter.ts";
import { isFamilyNameFirst, sameFullName } from "./people/same-name.ts";
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

function uniqueById(participants: readonly Participant[]): Participant[] {
  return [...new Map(participants.map((p) => [p.id, p])).values()];
}

/**
 * Records compared with one another at most, so a record has at most twice as many links: one lot by its day, one by
 * its place. A summit is told in dozens of articles, and nobody opens fifty; 4,000 records of one pair on one day
 * would have sixteen million links.
 */
const lotSize = 50;

/** Records of one encounter in several articles: the same persons and status, and the same day or the same place. */
function linkSame(all: readonly Encounter[]): Encounter[] {
  const links = new Map<string, Set<string>>();
  for (const lot of lotsOf(all))
    for (const one of lot) {
      const linked = links.get(one.id) ?? new Set();
      links.set(one.id, linked);
      for (const other of lot) if (isCompatible(one, other)) linked.add(other.id);
    }
  return all.map((encounter) => ({ ...encounter, sameAs: [...(links.get(encounter.id) ?? [])] }));
}

/** Those that have in common what makes one encounter of two records; of many, those of about one day together. */
function lotsOf(all: readonly Encounter[]): readonly (readonly Encounter[])[] {
  const alike = new Map<string, Encounter[]>();
  for (const encounter of all)
    for (const key of commonKeys(encounter)) {
      const known = alike.get(key);
      if (known) known.push(encounter);
      else alike.set(key, [encounter]);
    }
  return [...alike.values()].flatMap((records) => {
    if (records.length <= lotSize) return [records];
    const sorted = records.toSorted((a, b) => dayOf(a).localeCompare(dayOf(b)));
    return Array.from({ length: Math.ceil(sorted.length / lotSize) }, (_, i) =>
      sorted.slice(i * lotSize, (i + 1) * lotSize),
    );
  });
}

/** A month or a year alone does not tell one encounter of two persons from their next. */
function commonKeys(encounter: Encounter): string[] {
  const { participants, status, place } = encounter;
  if (participants.length < 2) return [];
  const ids = participants.map((p) => p.id).sort();
  const day = dayOf(encounter);
  return [
    ...(day.length === "2016-05-03".length ? [day] : []),
    ...(place === null ? [] : [`at ${foldName(place)}`]),
  ].map((shared) => [...ids, status, shared].join("+"));
}

/** As much of the day as is known. */
function dayOf({ date }: Encounter): string {
  return date?.iso ?? "";
}

/** In two articles, and nothing that is said of the one contradicts the other. */
function isCompatible(a: Encounter, b: Encounter): boolean {
  if (a.articleId === b.articleId) return false;
  if (a.mode !== b.mode && a.mode !== "unknown" && b.mode !== "unknown") return false;
  const [dayA, dayB] = [dayOf(a), dayOf(b)];
  if (!dayA.startsWith(dayB) && !dayB.startsWith(dayA)) return false;
  return a.place === null || b.place === null || foldName(a.place) === foldName(b.place);
}
