// Who is the subject of a verb of encounter: the nearest group before it, the antecedent of "qui", the
// person asked to do it, the speaker of "nous", or the main clause's subject after an opening phrase.

import type { Person } from "../people/person.ts";
import type { Group, Unit } from "../people/sentence-view.ts";
import { wordsBetween } from "./sentence-text.ts";
import {
  isGroup,
  isSign,
  isWordUnit,
  speakerAround,
  subjectAfter,
  subjectBefore,
  type Discourse,
} from "./telling.ts";
import {
  asideBefore,
  chainBefore,
  isBareParticiple,
  isChainWord,
  type VerbHit,
} from "./verb-hit.ts";

export interface Side {
  readonly persons: readonly Person[];
  readonly unnamed: boolean;
}

export function subjectOf(
  units: readonly Unit[],
  hit: VerbHit,
  objects: ReadonlySet<Group>,
  discourse: Discourse,
): Side | null {
  if (saysWe(units, hit.at)) {
    const persons = speakerAround(units, hit.at, discourse);
    return { persons: persons.filter((p) => maySay(p, units, hit)), unnamed: false };
  }
  const near = nearSubject(units, hit);
  if (near !== null && !hit.reflexive) return near;
  const before = subjectBefore(units, hit.at, objects);
  if (near !== null) return bothSides(near, before);
  const opening =
    hit.passive ||
    hit.form.tense === "gerund" ||
    hit.form.tense === "infinitive" ||
    hit.form.tense === "participle";
  if (before !== null && !(opening && before.persons.length === 0 && !before.unnamed)) {
    return before;
  }
  if (!opening) return null;
  const comma = units.findIndex((u, i) => i > hit.at && isSign(u, ","));
  const plural = units
    .slice(hit.at + 1)
    .find((u): u is Group => isGroup(u) && u.preposition === null && !objects.has(u));
  return comma === -1 ? (plural ?? null) : subjectAfter(units, comma);
}

/** "propose à Ghosn de se voir": who proposes and to whom; "invite A et B à se voir": those two. */
function bothSides(near: Group, before: Group | null): Side {
  if (near.persons.length >= 2) return near;
  const persons = before === null ? near.persons : [...before.persons, ...near.persons];
  return { persons, unnamed: near.unnamed };
}

/**
 * Subjects that stand right in front and may carry any preposition: "la visite de Poutine, reçu par…",
 * "X, qui a rencontré…", "demande à X de recevoir…", "exhorte X à rencontrer…".
 */
function nearSubject(units: readonly Unit[], hit: VerbHit): Group | null {
  let at = hit.at - 1;
  for (;;) {
    const aside = asideBefore(units, at);
    if (aside === 0 && !isChainWord(units[at])) break;
    at -= Math.max(aside, 1);
  }
  if (hit.form.tense === "infinitive" && isModal(units[at])) at -= 1;
  const unit = units[at];
  if (!isWordUnit(unit)) return null;
  const before = units[at - 1];
  if (unit.fold === "qui") return antecedent(units, at);
  if (isSign(unit, ",") && hit.passive && isBareParticiple(hit.form, chainBefore(units, hit.at))) {
    return isGroup(before) ? before : null;
  }
  const controlled =
    hit.form.tense === "infinitive" && /^(?:de|d'|à)$/.test(unit.lower) && isGroup(before);
  if (!controlled || !isGroup(before)) return null;
  const verb = wordsBetween(units, Math.max(0, at - 5), at - 1);
  return /\b(?:promis|promet|jure|garanti)\b/.test(verb) ||
    (before.preposition !== null && before.preposition !== "a")
    ? null
    : isObject(units, at - 1, before)
      ? before
      : null;
}

/** "qui devait y rencontrer" */
function isModal(unit: Unit | undefined): boolean {
  return (
    isWordUnit(unit) &&
    /^(?:doi(?:t|vent)|dev(?:ait|aient|rait|raient|ra|ront)|v(?:a|ont)|all(?:ait|aient)|peu(?:t|vent)|pourr(?:ait|aient|a|ont)|pouv(?:ait|aient)|veu(?:t|lent)|voul(?:ait|aient)|esper(?:e|ent|ait|aient)|souhait(?:e|ent|ait|aient)|compt(?:e|ent|ait|aient))$/.test(
      unit.fold,
    )
  );
}

/** The group after a verb, or after "à". */
function isObject(units: readonly Unit[], at: number, group: Group): boolean {
  return group.preposition === "a" || isWordUnit(units[at - 1]);
}

function antecedent(units: readonly Unit[], relative: number): Group | null {
  for (let i = relative - 1; i >= Math.max(0, relative - 3); i -= 1) {
    const unit = units[i];
    if (isGroup(unit)) return unit;
    if (isWordUnit(unit) && unit.token.text !== ",") return null;
  }
  return null;
}

/** "suis ensuite longuement entretenue" */
const MAX_FROM_BEING = 4;

/** "je me suis entretenue": said by no man. */
function maySay({ gender }: Person, units: readonly Unit[], { at, word }: VerbHit): boolean {
  const agrees = /\bsuis\b/.test(wordsBetween(units, Math.max(0, at - MAX_FROM_BEING), at));
  return !agrees || gender === null || (gender === "f") === word.lower.endsWith("e");
}

/** "nous avons discuté", "j'ai rencontré" */
function saysWe(units: readonly Unit[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - 6); i -= 1) {
    const unit = units[i];
    if (!isWordUnit(unit)) return false;
    if (/^(?:nous|je|j')$/.test(unit.fold)) return true;
    if (/^[,;:«]$/.test(unit.token.text)) return false;
  }
  return false;
}
