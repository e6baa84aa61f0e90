// Who was there beside those a trigger names: "accompagné de Y, X a rencontré Z", "X a reçu Z en présence de Y".
// Of whoever only arrives "en compagnie de Y" nothing is told: that is no encounter.

import type { Person } from "../people/person.ts";
import type { Group, Unit } from "../people/sentence-view.ts";
import { wordsBetween } from "./sentence-text.ts";
import { clauseStart, isGroup, isSign } from "./telling.ts";
import { isTimeOrPlace } from "./verb-objects.ts";

const LEADS =
  /(?:^| )(?:(?:accompagn|entour|flanqu)ee?s?|en compagnie|en presence|aux cotes)(?: (?:de|d'|par))?$/;
/** "en compagnie de" */
const MAX_LEAD = 3;

/** Words from a companion to the trigger: of "En présence de Y, X a chanté avant de rencontrer Z" only the song is told. */
const MAX_TO_TRIGGER = 10;

/** Those who met, and whoever is said right beside one of them to be with them. */
export function withCompanions(
  units: readonly Unit[],
  trigger: number,
  met: readonly Person[],
): readonly Person[] {
  const companions = units.flatMap((unit, at) =>
    isGroup(unit) && at > trigger - MAX_TO_TRIGGER && isBeside(units, at, unit, met)
      ? unit.persons
      : [],
  );
  return companions.length === 0 ? met : [...new Set([...met, ...companions])];
}

/** "X, accompagné de Y,": right behind one of them; "Accompagné de Y, X": right in front. */
function isBeside(
  units: readonly Unit[],
  at: number,
  { preposition }: Group,
  met: readonly Person[],
): boolean {
  if (preposition !== "de" && preposition !== "par") return false;
  const [lead] = LEADS.exec(wordsBetween(units, Math.max(0, at - MAX_LEAD), at)) ?? [];
  if (lead === undefined) return false;
  const first = at - lead.trim().split(" ").length;
  const isOneOfThem = (unit: Unit | undefined): boolean =>
    isGroup(unit) && unit.persons.length > 0 && unit.persons.every((p) => met.includes(p));
  if (first === clauseStart(units, at))
    return isSign(units[at + 1], ",") && isOneOfThem(units[at + 2]);
  return isOneOfThem(units.slice(0, first).findLast((unit) => !isTimeOrPlace(unit)));
}
