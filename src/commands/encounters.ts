// `sourcier encounters`: every record of who met whom, filtered by person and place.

import type { Encounter } from "../encounters/encounter.ts";
import { foldText } from "../terms/fold-text.ts";
import { textTable } from "./text-table.ts";

export interface EncounterFilter {
  /** Part of a participant's name, accents and capitals aside. */
  readonly person?: string;
  /** Part of the place or the setting, likewise. */
  readonly place?: string;
}

export function filterEncounters(
  encounters: readonly Encounter[],
  { person, place }: EncounterFilter,
): readonly Encounter[] {
  const holds = (wanted: string | undefined, texts: readonly (string | null)[]) =>
    wanted === undefined ||
    texts.some((text) => text !== null && foldText(text).includes(foldText(wanted)));
  return encounters.filter(
    (encounter) =>
      holds(
        person,
        encounter.participants.map(({ name }) => name),
      ) && holds(place, [encounter.place, encounter.setting]),
  );
}

export function encounterTable(encounters: readonly Encounter[]): string {
  const rows = encounters.map(({ participants, status, mode, place, date, evidence }) => [
    participants.map(({ name }) => name).join(", "),
    status,
    mode,
    place ?? "",
    date?.iso ?? date?.text ?? "",
    evidence,
  ]);
  const header = ["who", "status", "mode", "where", "when", "evidence"];
  return textTable(header, rows, [48, 12, 9, 16, 14, 70]);
}
