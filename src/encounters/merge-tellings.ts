// What the sentences of one article tell -> one record per encounter: the best proving sentence,
// the others beside it, and every place, date and setting that any of them states.

import type { Span } from "../clean/article.ts";
import type { EncounterMode, EncounterStatus, StatedDate } from "./encounter.ts";
import type { Person } from "./people/person.ts";
import { RecordsByPersons } from "./records-by-persons.ts";

export interface ToldEncounter {
  readonly persons: readonly Person[];
  readonly unnamed: boolean;
  readonly mode: EncounterMode;
  readonly status: EncounterStatus;
  readonly place: string | null;
  readonly setting: string | null;
  readonly date: StatedDate | null;
  readonly sentence: Span;
  readonly anaphoric: boolean;
  /** How well the sentence proves it: named persons, place, date. */
  readonly weight: number;
}

export interface MergedEncounter {
  /** Its place among the encounters of the article. */
  readonly order: number;
  persons: readonly Person[];
  mode: EncounterMode;
  status: EncounterStatus;
  place: string | null;
  setting: string | null;
  date: StatedDate | null;
  best: ToldEncounter;
  readonly told: ToldEncounter[];
}

/** Joins the tellings, in the order of the text. */
export function mergeTellings(tellings: readonly ToldEncounter[]): MergedEncounter[] {
  const merged: MergedEncounter[] = [];
  const records = new RecordsByPersons<MergedEncounter>();
  for (const told of tellings) {
    const same = told.anaphoric
      ? merged.at(-1)
      : records.findLast(told.persons, (record) => agrees(record, told));
    if (told.anaphoric && (same === undefined || !agrees(same, told))) continue;
    if (same === undefined) {
      const { persons, mode, status, place, setting, date } = told;
      const facts = { persons, mode, status, place, setting, date };
      const record = { order: merged.length, ...facts, best: told, told: [told] };
      merged.push(record);
      records.add(record);
    } else {
      const { length } = same.persons;
      absorb(same, told);
      if (same.persons.length > length) records.add(same);
    }
  }
  return merged;
}

/** Whether a telling of the persons of `m` tells nothing that speaks against its being `m`. */
function agrees(m: MergedEncounter, told: ToldEncounter): boolean {
  return (
    m.status === told.status &&
    agree(known(m.mode), known(told.mode)) &&
    agree(m.place, told.place) &&
    datesAgree(m.date, told.date)
  );
}

function known(mode: EncounterMode): EncounterMode | null {
  return mode === "unknown" ? null : mode;
}

function agree(a: string | null, b: string | null): boolean {
  return a === null || b === null || a === b;
}

function datesAgree(a: StatedDate | null, b: StatedDate | null): boolean {
  if (a?.iso == null || b?.iso == null) return true;
  return a.iso.startsWith(b.iso) || b.iso.startsWith(a.iso);
}

function absorb(m: MergedEncounter, told: ToldEncounter): void {
  m.told.push(told);
  if (told.persons.length > m.persons.length) m.persons = told.persons;
  if (m.mode === "unknown") m.mode = told.mode;
  m.place ??= told.place;
  m.setting ??= told.setting;
  if (m.date === null || (m.date.iso === null && told.date?.iso != null))
    m.date = told.date ?? m.date;
  if (told.weight > m.best.weight) m.best = told;
}
