// What one trigger tells: who, how, whether. Shared by the rules for verbs and for nouns.

import type { EncounterMode, EncounterStatus } from "../encounter.ts";
import type { Person } from "../people/person.ts";
import { wordsBetween } from "./sentence-text.ts";
import type { Group, Unit, Word } from "../people/sentence-view.ts";

/** One encounter as one trigger of one sentence tells it. */
export interface Telling {
  readonly persons: readonly Person[];
  /** A further participant is meant whom the article does not name. */
  readonly unnamed: boolean;
  readonly mode: EncounterMode;
  readonly status: EncounterStatus;
  /** "La rencontre a duré une heure": speaks of an encounter told before. */
  readonly anaphoric: boolean;
  /** The mode follows from the kind of trigger only, so a place may still say "in person". */
  readonly triggerIndex: number;
  /** Offsets of the trigger word, or of whom it names where it names several in turn. */
  readonly start: number;
  readonly end: number;
}

/** Who speaks and who was subject before: what a sentence inherits. */
export interface Discourse {
  readonly previousSubject: readonly Person[];
  readonly lastTogether: readonly Person[];
}

export function isGroup(unit: Unit | undefined): unit is Group {
  return unit?.kind === "group";
}

export function isWordUnit(unit: Unit | undefined): unit is Word {
  return unit?.kind === "word";
}

/** Whether the unit is one of those signs of a character each. */
export function isSign(unit: Unit | undefined, signs: string): boolean {
  if (unit?.kind !== "word") return false;
  const { text } = unit.token;
  return text.length === 1 && signs.includes(text);
}

/** What the table of false friends reads: a window around the trigger, so that its cost is bounded. */
export function surroundings(units: readonly Unit[], first: number, last: number) {
  const whole = once(() => wordsBetween(units, 0, units.length));
  const sentence = once(() => wordsBetween(units, Math.max(0, first - 60), last + 60));
  const before = once(() => wordsBetween(units, Math.max(0, first - 12), first));
  const after = once(() => ` ${wordsBetween(units, last + 1, last + 8)}`);
  return { whole, sentence, before, after };
}

/** Read when a rule first asks for it: most triggers have no rule that does. */
function once(read: () => string): () => string {
  let text: string | null = null;
  return () => (text ??= read());
}

/** A subject stands within so many words of its verb, or the sentence is no sentence. */
const SUBJECT_REACH = 80;

/** Index of the first unit of the clause around `at` (after ; : or a quotation mark). */
export function clauseStart(units: readonly Unit[], at: number): number {
  const first = Math.max(0, at - SUBJECT_REACH);
  for (let i = at - 1; i >= first; i -= 1) {
    const unit = units[i];
    if (isSign(unit, ";:!?.«")) return i + 1;
  }
  return first;
}

/** Index after the last unit of the clause around `at`. */
export function clauseEnd(units: readonly Unit[], at: number): number {
  const end = Math.min(units.length, at + SUBJECT_REACH);
  for (let i = at + 1; i < end; i += 1) {
    const unit = units[i];
    if (isSign(unit, ";:!?.»")) return i;
  }
  return end;
}

/** The group that is subject of the verb at `at`: the nearest before it without preposition and not yet an object. */
export function subjectBefore(
  units: readonly Unit[],
  at: number,
  objects: ReadonlySet<Group>,
): Group | null {
  for (let i = at - 1; i >= Math.max(0, at - SUBJECT_REACH); i -= 1) {
    const unit = units[i];
    if (isWordUnit(unit)) {
      if (isSign(unit, ";.!?") || (unit.token.text === "«" && !continuesQuote(units, i)))
        return null;
      if (unit.token.text === "»") i = openingQuote(units, i);
      continue;
    }
    if (unit?.preposition !== null || objects.has(unit)) continue;
    if (followsVerb(units, i) || isInsideRelative(units, i, at)) continue;
    return unit;
  }
  return null;
}

/** "Marcos, que Biden avait invité, a été reçu": Biden is subject of the relative clause only. */
function isInsideRelative(units: readonly Unit[], group: number, verb: number): boolean {
  const pronoun = units[group - 1];
  if (!isWordUnit(pronoun) || !/^(?:que|qu'|dont|ou)$/.test(pronoun.fold)) return false;
  if (!isSign(units[group - 2], ",")) return false;
  return units.slice(group, verb).some((unit) => isSign(unit, ","));
}

/** "les deux présidents ont « discuté »": the quotation continues the sentence outside it. */
function continuesQuote(units: readonly Unit[], quote: number): boolean {
  const before = units[quote - 1];
  return (
    isGroup(before) ||
    (isWordUnit(before) &&
      /^(?:a|ont|avait|avaient|s'est|est|sont|ete|doit|doivent|va|vont|de|d'|à|que|qu')$/.test(
        before.lower,
      ))
  );
}

function openingQuote(units: readonly Unit[], from: number): number {
  for (let i = from - 1; i >= Math.max(0, from - SUBJECT_REACH); i -= 1) {
    const unit = units[i];
    if (isWordUnit(unit) && unit.token.text === "«") return i;
  }
  return from;
}

/** Participles, imperfects, gerunds and infinitives; of those in -re the endings that nouns before a name rarely have. */
const VERB_ENDING =
  /(?:é|ée|és|ées|er|ir|ait|aient|ant|[eo]ndre|[aeo]indre|erdre|[ae]ttre|aître|aincre|uivre|crire|duire)$/;
/** Words that end so and may stand before a subject. */
const NO_VERB =
  /^(?:hier|été|janvier|février|avant|durant|pendant|devant|cependant|maintenant|autant|premier|dernier|mer)$/;

/** "a félicité Biden", "rejoindre Biden": the group right after a verb is its object, or its inverted subject. */
export function followsVerb(units: readonly Unit[], at: number): boolean {
  const before = units[at - 1];
  if (!isWordUnit(before) || at < 2) return false;
  return VERB_ENDING.test(before.lower) && !NO_VERB.test(before.lower);
}

/** The first group after `from` without preposition: the subject when the trigger stands in an opening phrase. */
export function subjectAfter(units: readonly Unit[], from: number): Group | null {
  for (let i = from + 1; i < Math.min(units.length, from + SUBJECT_REACH); i += 1) {
    const unit = units[i];
    if (isWordUnit(unit) && unit.token.text === ";") return null;
    if (isGroup(unit) && unit.preposition === null) return unit;
  }
  return null;
}

/** Who says "nous" or "je" at `at`: the group after the quotation's end, before its start, or the last subject. */
export function speakerAround(
  units: readonly Unit[],
  at: number,
  discourse: Discourse,
): readonly Person[] {
  let closing = units.findIndex((u, i) => i > at && isWordUnit(u) && /^[»”"]$/.test(u.token.text));
  if (closing === -1) closing = units.length;
  const after = units
    .slice(closing + 1, closing + 12)
    .find((u): u is Group => isGroup(u) && u.preposition === null);
  if (after !== undefined && after.persons.length > 0) return after.persons;
  // Whoever the quotation itself speaks of does not say it.
  const quote = units.slice(0, at).findLastIndex((u) => isSign(u, "«“"));
  const before = units
    .slice(0, quote === -1 ? clauseStart(units, at) : quote)
    .find((u): u is Group => isGroup(u) && u.preposition === null);
  return before?.persons ?? discourse.previousSubject;
}

const PHONE =
  /\b(?:par telephone|au telephone|telephoniques?|telephoniquement|coups? de fil|coups? de telephone|au bout du fil|appels?)\b/;
const VIDEO =
  /\b(?:visioconferences?|videoconferences?|visio|par video|en video|par ecran|virtuel(?:le)?s?|virtuellement|en ligne|en distanciel|par ecrans interposes)\b/;

/** Telephone and video words around the trigger decide; else the trigger's own mode. */
export function modeAround(
  units: readonly Unit[],
  at: number,
  own: EncounterMode,
  ownsBefore: boolean,
): EncounterMode {
  const from = ownsBefore ? territoryStart(units, at) : at;
  const near = wordsBetween(units, from, territoryEnd(units, at));
  if (VIDEO.test(near)) return "video";
  if (PHONE.test(near)) return "phone";
  return own;
}

const MODE_REACH = 16;

/** Words that lead from one encounter of a sentence to the next. */
const NEXT_EVENT = /^(?:puis|avant|apres|mais|tandis|alors|ensuite|convenu|conviennent|;|\.|:)$/;

function territoryStart(units: readonly Unit[], at: number): number {
  for (let i = at - 1; i >= Math.max(0, at - MODE_REACH); i -= 1) {
    const unit = units[i];
    if (isWordUnit(unit) && NEXT_EVENT.test(unit.fold)) return i + 1;
  }
  return Math.max(0, at - MODE_REACH);
}

function territoryEnd(units: readonly Unit[], at: number): number {
  for (let i = at + 1; i < Math.min(units.length, at + MODE_REACH); i += 1) {
    const unit = units[i];
    if (isWordUnit(unit) && NEXT_EVENT.test(unit.fold)) return i;
  }
  return Math.min(units.length, at + MODE_REACH);
}
