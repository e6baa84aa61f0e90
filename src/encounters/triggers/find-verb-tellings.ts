// Encounters told by verbs: "X a rencontré Y", "X et Y se sont entretenus", "Y a été reçu par X".
// In: the units of a sentence. Out: who met whom, with mode and status. Places and dates come later.

import type { Person } from "../people/person.ts";
import type { Group, Unit } from "../people/sentence-view.ts";
import { withCompanions } from "./companions.ts";
import { falseFriend } from "./false-friends.ts";
import { createStatusReader } from "./read-status.ts";
import { verbStatusRules } from "./verb-status-rules.ts";
import { wordsBetween } from "./sentence-text.ts";
import {
  clauseEnd,
  clauseStart,
  isSign,
  modeAround,
  surroundings,
  type Discourse,
  type Telling,
} from "./telling.ts";
import type { Tense } from "./verb-forms.ts";
import { chainBefore, readHit, type VerbHit } from "./verb-hit.ts";
import { nextInTurn, othersOf } from "./verb-objects.ts";
import { subjectOf } from "./verb-subject.ts";
import { gathering } from "./verb-triggers.ts";

/** Every encounter a verb of the sentence tells. */
export function findVerbTellings(units: readonly Unit[], discourse: Discourse): Telling[] {
  const tellings: Telling[] = [];
  const objects = new Set<Group>();
  for (let at = 0; at < units.length; at += 1) {
    const hit = readHit(units, at);
    if (hit === null || falseFriend(hit.form.lemma, surroundings(units, at, at)) !== null) continue;
    tellings.push(...tellHit(units, hit, objects, discourse));
  }
  return tellings;
}

/** One telling, or one for each whom the subject met in turn: "a reçu X lundi, puis Y". */
function tellHit(
  units: readonly Unit[],
  hit: VerbHit,
  objects: Set<Group>,
  discourse: Discourse,
): Telling[] {
  const others = othersOf(units, hit, objects, discourse);
  if (others === "none") return [];
  const subject = subjectOf(units, hit, objects, discourse);
  const other = others === "everybody" ? null : others;
  if (other !== null) objects.add(other);
  const persons = unique([...(subject?.persons ?? []), ...(other?.persons ?? [])]).filter(
    (p) => !p.observer,
  );
  const unnamed = (subject?.unnamed ?? false) || (other?.unnamed ?? false);
  if (!areEnough(persons, unnamed, hit, other)) return [];
  const status = statusOf(units, hit);
  if (status === null) return [];
  const first: Telling = {
    persons: withCompanions(units, hit.at, persons),
    unnamed,
    mode: modeAround(units, hit.at, hit.trigger.mode, hit.trigger.mode !== "in-person"),
    status,
    anaphoric: false,
    triggerIndex: hit.at,
    start: hit.word.token.start,
    end: hit.word.token.end,
  };
  if (other === null || subject === null) return [first];
  if (isMetInTurn(units, hit, other)) {
    const [host, guests] = other.persons.length > 1 ? [subject, other] : [other, subject];
    return guests.persons.map((guest) => ({ ...first, persons: unique([...host.persons, guest]) }));
  }
  const next = nextInTurn(units, other);
  if (next === null || next.persons.length === 0) return [first];
  objects.add(next);
  // Each has its time and place by the name: "a reçu X lundi et Y mardi".
  const standsAt = (group: Group): Pick<Telling, "triggerIndex" | "start" | "end"> => ({
    triggerIndex: units.indexOf(group),
    start: group.end,
    end: group.end,
  });
  const met = withCompanions(units, hit.at, unique([...subject.persons, ...next.persons]));
  const second = { ...first, persons: met, unnamed: subject.unnamed || next.unnamed };
  return [
    { ...first, ...standsAt(other) },
    { ...second, ...standsAt(next) },
  ];
}

/** "a reçu tour à tour X, Y et Z": each by himself. */
function isMetInTurn(units: readonly Unit[], { at }: VerbHit, other: Group): boolean {
  const object = units.indexOf(other);
  const words = wordsBetween(units, Math.min(at, object), Math.max(at, object) + MAX_AFTER_OBJECT);
  return /\b(?:tour à tour|successivement|l'une? apres l'autre)\b/.test(words);
}

/** "l'un après l'autre" */
const MAX_AFTER_OBJECT = 6;

function areEnough(
  persons: readonly Person[],
  unnamed: boolean,
  hit: VerbHit,
  other: Group | null,
): boolean {
  // "Renault et Geely discutent": words in capitals that nothing says are persons.
  if (persons.every((p) => p.doubtful)) return false;
  // "le concert réunit X et Y": who gathers is a person too.
  if (hit.trigger === gathering) return persons.length >= 3;
  if (persons.length >= 2) return true;
  if (
    /^(?:voir|revoir|croiser|retrouver|consulter|contacter|appeler|joindre|avoir)$/.test(
      hit.form.lemma,
    )
  )
    return false;
  return persons.length === 1 && unnamed && other !== null && persons[0]?.doubtful === false;
}

/** Null: a bare infinitive ("du plaisir à discuter") that nothing says took or will take place. */
function statusOf(units: readonly Unit[], hit: VerbHit): Telling["status"] | null {
  const from = Math.max(clauseStart(units, hit.at), hit.at - 24);
  const before = wordsBetween(units, from, hit.at);
  const after = wordsBetween(units, hit.at + 1, Math.min(clauseEnd(units, hit.at), hit.at + 24));
  if (hit.trigger.invitation === true) return "called-for";
  const status = statusStatedBy(`${before} ¤${tenseOf(units, hit)} ${after}`);
  if (status === null && hit.form.tense === "infinitive") return null;
  const held = status === null || status === "held";
  return held && isAsked(units, hit.at, before) ? "hypothetical" : (status ?? "held");
}

/** "X a-t-il rencontré Y ?"; but who asks why or where takes the encounter for granted. */
function isAsked(units: readonly Unit[], at: number, before: string): boolean {
  return (
    isSign(units[clauseEnd(units, at)], "?") && !/^(?:pourquoi|comment|quand|où)\b/.test(before)
  );
}

const statusStatedBy = createStatusReader(verbStatusRules);

function unique(persons: readonly Person[]): Person[] {
  return [...new Set(persons)];
}

/** "demande à être reçu" is as open as "demande à rencontrer". */
function tenseOf(units: readonly Unit[], hit: VerbHit): Tense {
  const helper = chainBefore(units, hit.at).find((word) => !word.fold.endsWith("ment"));
  return hit.passive && helper?.fold === "etre" ? "infinitive" : hit.form.tense;
}
