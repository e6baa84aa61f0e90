// What "y" and "où" stand for: "pour Pékin, où il verra Xi", "Une réunion se tient le 3 mars à Oslo; X y retrouvera Y", "arrivé à Doha, X s'y
// est entretenu". In: the units of the sentence and of the one before. Out: the words to read a place in.

import type { Unit } from "../people/sentence-view.ts";
import { nounTrigger } from "../triggers/noun-triggers.ts";
import { isWordUnit } from "../triggers/telling.ts";
import { findPlace } from "./find-place.ts";
import { EVENTS } from "./find-setting.ts";

/** Words between "y" and its verb: "y a ensuite longuement rencontré". */
const MAX_TO_VERB = 5;
/** "où" means what stands right before it: "pour Addis-Abeba,". */
const MAX_TO_WHERE = 4;
const DESTINATION = /^(?:pour|vers|gagne|gagner|rejoint|rejoindre|visite|atteint|regagne)$/;

/** The units before "y" or "où" that may say where, nearest clause only; null when the verb at `trigger` has neither. */
export function clauseBeforeThere(units: readonly Unit[], trigger: number): readonly Unit[] | null {
  let namesSubject = false;
  for (let at = trigger - 1; at >= Math.max(0, trigger - MAX_TO_VERB); at -= 1) {
    const unit = units[at];
    if (!isWordUnit(unit)) {
      namesSubject = true;
      continue;
    }
    if (unit.lower !== "où" && (unit.fold !== "y" || namesSubject)) continue;
    const before = units.slice(unit.lower === "où" ? Math.max(0, at - MAX_TO_WHERE) : 0, at);
    const sign = before.findLastIndex((u) => isWordUnit(u) && /^[;:]$/.test(u.token.text));
    return sign === -1 ? before : before.slice(0, sign);
  }
  return null;
}

/** The last place a clause states, also as a destination: "a quitté Tunis pour Doha". */
export function placeStatedIn(clause: readonly Unit[]): string | null {
  const stated = findPlace(clause, clause.length - 1, []);
  if (stated !== null) return stated;
  const at = clause.findLastIndex((u) => isWordUnit(u) && DESTINATION.test(u.fold));
  const place = clause[at + 1];
  return at !== -1 && isWordUnit(place) && /^\p{Lu}\p{Ll}/u.test(place.token.text)
    ? place.token.text
    : null;
}

/** "une réunion doit se tenir le 3 mars": offset of the event whose day is that of the encounter, or null. */
export function eventStatedIn(clause: readonly Unit[]): number | null {
  const event = clause.find(
    (u) => isWordUnit(u) && (EVENTS.test(u.fold) || nounTrigger(u.fold) !== null),
  );
  return isWordUnit(event) ? event.token.start : null;
}
