// Who met whom by a noun: "entre X et Y", "avec Y", "l'appel de X à Y", "leur entretien", "X et Y ont eu".
// Whether the noun tells of an encounter at all, and with which status, is decided elsewhere.

import type { Person } from "../people/person.ts";
import type { Group, Unit } from "../people/sentence-view.ts";
import type { NounHit } from "./noun-hit.ts";
import { wordsBetween } from "./sentence-text.ts";
import {
  clauseStart,
  isGroup,
  isSign,
  isWordUnit,
  speakerAround,
  subjectAfter,
  subjectBefore,
  type Discourse,
} from "./telling.ts";

export interface Sides {
  readonly persons: readonly Person[];
  readonly unnamed: boolean;
}

const REACH = 26;
/** Verbs that with a noun make one predicate: "tenir une réunion", "avoir un entretien". */
export const LIGHT_VERBS =
  /\b(?:a|ont|avait|avaient|aura|auront|avoir|ayant|eu|eut|eurent|tien\w+|tenu\w*|tint|tinrent|men\w+|poursui\w+|particip\w+|condui\w+|conduit|repris|entam\w+|multipl\w+|obten\w+|effectu\w+|pass\w+|prevu|prevoi\w+|doivent|devai\w+|devr\w+|conven\w+)\b/;
/** What tells a meeting as a fact before its noun: "lors de", "à l'issue de". */
export const FACTUAL =
  /\b(?:lors|au cours|issue|apres|pendant|durant|foulee|terme|lendemain|sortir) (?:de |d'|du |des )?(?:\S+ ){0,2}$/;
const RECEIVED = /\b(?:recu\w*|recoi\w+|recev\w+|pris|accepte\w*|eu)\b/;

/** Who is said to have met, or null when the noun names nobody. */
export function sidesOf(units: readonly Unit[], hit: NounHit, discourse: Discourse): Sides | null {
  const between = groupWith(units, hit, /^entre$/);
  if (between !== null) return between;
  const gathered = gatheredBy(units, hit) ?? betweenBefore(units, hit);
  if (gathered !== null) return gathered;
  const paired = pairRightAfter(units, hit);
  if (paired !== null) return paired;
  const partner =
    (hit.trigger.visit === true ? null : groupWith(units, hit, /^avec$/)) ?? receiver(units, hit);
  const owner = groupRightAfter(units, hit, "de");
  if (partner !== null && owner !== null && owner !== partner) return join(owner, partner);
  if (partner !== null) {
    const subject = ownerOf(units, hit, partner, discourse);
    return subject === null ? null : join(subject, partner);
  }
  if (owner !== null && RECEIVED.test(wordsBetween(units, Math.max(0, hit.at - 5), hit.at))) {
    const subject = subjectBefore(units, hit.at, new Set());
    if (subject !== null) return join(subject, owner);
  }
  if (owner !== null && owner.persons.length >= 2 && hit.trigger.visit !== true) return owner;
  return togetherAround(units, hit, discourse);
}

/** "une entrevue a réuni X et Y" */
function gatheredBy(units: readonly Unit[], hit: NounHit): Group | null {
  for (let i = hit.last + 1; i < Math.min(units.length, hit.last + 14); i += 1) {
    const unit = units[i];
    if (!isGroup(unit)) continue;
    const verb = wordsBetween(units, hit.last + 1, i);
    return unit.preposition === null &&
      unit.persons.length >= 2 &&
      /\b(?:reuni\w*|rassembl\w+)\b/.test(verb)
      ? unit
      : null;
  }
  return null;
}

/** "Entre X et Y, la discussion a été vive": only as the opening of its clause. */
function betweenBefore(units: readonly Unit[], hit: NounHit): Group | null {
  const start = clauseStart(units, hit.at);
  const group = units[start + 1];
  const comma = units[start + 2];
  if (!isGroup(group) || !isWordUnit(comma) || comma.token.text !== ",") return null;
  const near = hit.at - start <= 6 && group.preposition === "entre" && group.persons.length >= 2;
  return near ? group : null;
}

function join(a: Sides, b: Sides): Sides {
  return { persons: [...a.persons, ...b.persons], unnamed: a.unnamed || b.unnamed };
}

/** Words that lead to something else than the encounter. */
const GOES_ON = new Set(["qu'", "que", "ou", "puis", "mais"]);

/** "entre X et Y", "avec Y" within the noun's reach, before the sentence goes on to something else. */
function groupWith(units: readonly Unit[], hit: NounHit, preposition: RegExp): Group | null {
  const reach = /^appels?$/.test(hit.noun) ? 5 : REACH;
  for (let i = hit.last + 1; i < Math.min(units.length, hit.last + reach); i += 1) {
    const unit = units[i];
    if (isSign(unit, ";:»") || (isWordUnit(unit) && GOES_ON.has(unit.lower))) return null;
    if (!isGroup(unit)) continue;
    if (unit.preposition !== null && preposition.test(unit.preposition)) return unit;
    if (unit.preposition === null) return null;
  }
  return null;
}

/** "l'appel de X à Y", "accordée par X à Y", "une rencontre à Y": who is addressed. */
function receiver(units: readonly Unit[], hit: NounHit): Group | null {
  if (
    !/^(?:appel|coup de fil|coup de telephone|visite|audience)s?$/.test(hit.noun) &&
    !/propos\w+|offert|demand\w+/.test(wordsBetween(units, Math.max(0, hit.at - 5), hit.at))
  )
    return null;
  const group = groupWith(units, hit, /^(?:a|chez)$/);
  return hit.trigger.visit === true &&
    group !== null &&
    (units.indexOf(group) > hit.last + 4 ||
      wordsBetween(units, hit.last, units.indexOf(group)).includes(" ,"))
    ? null
    : group;
}

/** "le sommet Kim-Trump", "la rencontre Poutine - Biden" */
function pairRightAfter(units: readonly Unit[], hit: NounHit): Group | null {
  const next = units[hit.last + 1];
  const adjective =
    isWordUnit(next) && /^(?:historique|telephonique|bilateral\w*|au sommet)$/.test(next.fold);
  const group = adjective ? units[hit.last + 2] : next;
  return isGroup(group) && group.preposition === null && group.persons.length >= 2 ? group : null;
}

function groupRightAfter(units: readonly Unit[], hit: NounHit, preposition: string): Group | null {
  for (let i = hit.last + 1; i < Math.min(units.length, hit.last + 7); i += 1) {
    const unit = units[i];
    if (isGroup(unit))
      return unit.preposition === preposition ||
        (unit.preposition === "par" && hit.noun === "audience")
        ? unit
        : null;
    if (isSign(unit, ",;:.")) return null;
  }
  return null;
}

/** Whose meeting with the partner it was: subject before, else subject of the main clause after. */
function ownerOf(
  units: readonly Unit[],
  hit: NounHit,
  partner: Group,
  discourse: Discourse,
): Sides | null {
  if (
    /\b(?:nous|je|j'|notre|nos|mon|ma|mes)\b/.test(
      wordsBetween(units, Math.max(clauseStart(units, hit.at), hit.at - 6), hit.at),
    )
  ) {
    return { persons: speakerAround(units, hit.at, discourse), unnamed: false };
  }
  const before = subjectBefore(units, hit.at, new Set([partner]));
  if (before !== null && isSure(before)) return before;
  const after = subjectAfter(units, units.indexOf(partner));
  if (after !== null && isSure(after)) return after;
  return requester(units, hit);
}

/** A word in capitals that nothing says is a person is no owner of a meeting. */
function isSure(sides: Sides): boolean {
  return sides.persons.some((p) => !p.doubtful) || (sides.persons.length === 0 && sides.unnamed);
}

/** "le cabinet de X dément toute rencontre avec Y": the owner stands after "de" before the verb. */
function requester(units: readonly Unit[], hit: NounHit): Sides | null {
  const start = clauseStart(units, hit.at);
  for (const unit of units.slice(start, hit.at)) {
    if (isGroup(unit) && unit.preposition === "de" && unit.persons.some((p) => !p.doubtful))
      return unit;
  }
  return null;
}

/** "X et Y ont eu un entretien"; "au cours d'un entretien, X et Y ont…"; "leur entretien". */
function togetherAround(units: readonly Unit[], hit: NounHit, discourse: Discourse): Sides | null {
  const before = subjectBefore(units, hit.at, new Set());
  const start = Math.max(0, hit.at - 14);
  const words = wordsBetween(units, start, hit.at);
  const told = toldDuring(units, hit, before, `${words} `);
  if (told !== null) return told;
  if (before !== null && before.persons.length >= 2 && HOLDING.test(words)) return before;
  if (
    /^(?:sommet|reunion|diner|dejeuner|visite|audience|negociations|consultations)s?$/.test(
      hit.noun,
    )
  )
    return null;
  const possessive = isWordUnit(units[hit.at - 1]) && /\b(?:leurs?)(?: \S+)?$/.test(words);
  if (before !== null && before.persons.length >= 2) {
    const at = units.indexOf(before);
    const link = wordsBetween(units, at + 1, hit.at);
    if (
      possessive ||
      (hit.at - at <= 12 && LIGHT_VERBS.test(link) && !/\b(?:qu'|que|apres|avant)\b/.test(link))
    )
      return before;
    return null;
  }
  if (possessive) {
    const after = subjectAfter(units, hit.last);
    if (after !== null && after.persons.length >= 2) return after;
    return discourse.lastTogether.length >= 2
      ? { persons: discourse.lastTogether, unnamed: false }
      : null;
  }
  const opening =
    /\b(?:cours|lors|issue|apres|pendant|durant|terme|occasion|fin) (?:\S+ ){0,4}$/.test(
      `${words} `,
    );
  const after = opening ? subjectAfter(units, hit.last) : null;
  return after !== null && after.persons.length >= 2 ? after : null;
}

/** "tiennent un sommet", "ont eu une réunion" */
const HOLDING =
  /\b(?:ten\w+|tien\w+|eu|avoir|ont|aur\w+|organis\w+) (?:un|une|leur|des) (?:\S+ )?$|\b(?:ten\w+|tien\w+|eu|avoir|ont|aur\w+) (?:un|une|leur|des)$/;

/** "X a fait part de son inquiétude à Y au cours d'un appel": who speaks and who is spoken to. */
function toldDuring(
  units: readonly Unit[],
  hit: NounHit,
  subject: Group | null,
  before: string,
): Sides | null {
  if (subject?.persons.length !== 1 || !FACTUAL.test(before) || hit.trigger.visit === true)
    return null;
  const from = units.indexOf(subject);
  const addressed = units
    .slice(from + 1, hit.at)
    .find(
      (u): u is Group =>
        isGroup(u) &&
        (u.preposition === "a" || u.preposition === null) &&
        u.persons.some((p) => !p.doubtful),
    );
  return addressed === undefined ? null : join(subject, addressed);
}
