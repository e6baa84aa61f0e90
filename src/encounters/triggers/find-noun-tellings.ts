// Encounters told by nouns: "la rencontre entre X et Y", "après son entretien avec Y, X…", "le sommet X-Y".
// In: the units of a sentence. Out: who met whom, with mode and status. Places and dates come later.

import type { Unit } from "../people/sentence-view.ts";
import { withCompanions } from "./companions.ts";
import { falseFriend } from "./false-friends.ts";
import { readNounHit, type NounHit } from "./noun-hit.ts";
import { FACTUAL, LIGHT_VERBS, sidesOf } from "./noun-sides.ts";
import { createStatusReader } from "./read-status.ts";
import { nounStatusRules } from "./noun-status-rules.ts";
import { wordsBetween } from "./sentence-text.ts";
import {
  clauseEnd,
  clauseStart,
  isWordUnit,
  modeAround,
  surroundings,
  type Discourse,
  type Telling,
} from "./telling.ts";
import { readHit } from "./verb-hit.ts";

/** Nouns that, with "la" or "cette", speak of the encounter just told. */
const ANAPHORIC =
  /^(?:rencontre|recontre|entretien|entrevue|tete-a-tete|conversation|discussion|appel|echange|reunion|coup de fil|visioconference|sommet|audience|pourparlers|discussions|entretiens|face-a-face)$/;

/** Every encounter a noun of the sentence tells. */
export function findNounTellings(units: readonly Unit[], discourse: Discourse): Telling[] {
  const tellings: Telling[] = [];
  for (let at = 0; at < units.length; at += 1) {
    const hit = readNounHit(units, at);
    if (hit === null) continue;
    const misread =
      onlySaysHow(units, hit) ||
      falseFriend(hit.noun, surroundings(units, hit.at, hit.last)) !== null;
    if (!misread) {
      const telling = tellHit(units, hit, discourse);
      if (telling !== null) tellings.push(telling);
    }
    at = hit.last;
  }
  return tellings;
}

/** Words between a verb and its "au téléphone": "parlé longuement ce mardi au téléphone". */
const MAX_FROM_VERB = 5;

/** "n'a pas parlé au téléphone avec", "s'entretenir en visioconférence": the verb tells it, and whether. */
function onlySaysHow(units: readonly Unit[], hit: NounHit): boolean {
  if (!/^(?:telephone|visioconference|videoconference)$/.test(hit.noun)) return false;
  if (!/^(?:au|par|en)$/.test(wordsBetween(units, hit.at - 1, hit.at))) return false;
  for (let at = hit.at - 2; at >= Math.max(0, hit.at - MAX_FROM_VERB); at -= 1) {
    if (readHit(units, at) !== null) return true;
  }
  return false;
}

function tellHit(units: readonly Unit[], hit: NounHit, discourse: Discourse): Telling | null {
  const sides = sidesOf(units, hit, discourse);
  const persons = [...new Set(sides?.persons ?? [])].filter((p) => !p.observer);
  const enough =
    persons.length >= 2 ||
    (persons.length === 1 && sides?.unnamed === true && persons[0]?.doubtful === false);
  const anaphoric = !enough && sides === null && isAnaphoric(units, hit);
  if (!enough && !anaphoric) return null;
  if (
    enough &&
    /^(?:echanges|conversations|discussions)$/.test(hit.word.fold) &&
    !isOneEvent(units, hit)
  )
    return null;
  if (enough && persons.every((p) => p.doubtful) && hit.trigger.needs === "strong-arguments")
    return null;
  return {
    persons: anaphoric ? [] : withCompanions(units, hit.at, persons),
    unnamed: sides?.unnamed ?? false,
    mode: modeAround(units, hit.at, hit.trigger.mode, hit.trigger.mode === "unknown"),
    status: statusOf(units, hit),
    anaphoric,
    triggerIndex: hit.at,
    start: hit.word.token.start,
    end: hit.word.token.end,
  };
}

/** "des échanges de plus en plus acrimonieux" are no event; "ont eu des échanges" are, "après des échanges" too. */
function isOneEvent(units: readonly Unit[], hit: NounHit): boolean {
  const before = wordsBetween(units, Math.max(0, hit.at - 4), hit.at);
  const after = wordsBetween(units, hit.last + 1, hit.last + 16);
  return LIGHT_VERBS.test(before) || FACTUAL.test(`${before} `) || TAKES_PLACE.test(after);
}

const TAKES_PLACE =
  /\b(?:(?:se|s'est|se sont) (?:tien\w+|tenu\w*|poursui\w+|deroul\w+)|poursui\w+|repris\w*|repren\w+|(?:eu|auront|aura) lieu|debut\w+|commenc\w+)/;

function isAnaphoric(units: readonly Unit[], hit: NounHit): boolean {
  const before = units[hit.at - 1];
  return (
    ANAPHORIC.test(hit.noun) &&
    isWordUnit(before) &&
    /^(?:la|l'|cette|cet|ce|leur|leurs|le|du|au)$/.test(before.fold)
  );
}

function statusOf(units: readonly Unit[], hit: NounHit): Telling["status"] {
  const from = Math.max(clauseStart(units, hit.at), hit.at - 20);
  const before = wordsBetween(units, from, hit.at);
  const after = wordsBetween(
    units,
    hit.last + 1,
    Math.min(clauseEnd(units, hit.last), hit.last + 30),
  );
  const stated = statusStatedBy(`${before} ¤ ${after}`);
  if (stated !== null) return stated;
  return hit.trigger.ahead === true && !/\b(?:apres|lors|issue|eu lieu)\b/.test(before)
    ? "planned"
    : "held";
}

const statusStatedBy = createStatusReader(nounStatusRules);
