// Recognises a noun that may tell of an encounter ("rencontre", "coup de fil") and no verb of the same form.

import { isGroup, isWordUnit } from "./telling.ts";
import type { Unit, Word } from "../people/sentence-view.ts";
import { nounTrigger, startsLongTrigger, type NounTrigger } from "./noun-triggers.ts";

export interface NounHit {
  readonly at: number;
  /** Index of the trigger's last word: "coup de fil" has three. */
  readonly last: number;
  readonly noun: string;
  readonly word: Word;
  readonly trigger: NounTrigger;
}

const VERB_USE = /^(?:se|s'|qui|n'|ne|y|lui)$/;

/** The noun that starts at `units[at]`, or null. */
export function readNounHit(units: readonly Unit[], at: number): NounHit | null {
  const word = units[at];
  if (!isWordUnit(word)) return null;
  for (const length of startsLongTrigger(word.fold) ? [3, 1] : [1]) {
    const noun = length === 1 ? word.fold : readPhrase(units.slice(at, at + length));
    const trigger = noun === null ? null : nounTrigger(noun);
    if (noun === null || trigger === null) continue;
    if (length === 1 && !isNoun(units, at, word)) return null;
    return { at, last: at + length - 1, noun, word, trigger };
  }
  return null;
}

/** Several words as one noun in the singular, as the lexicon has it; null when one of them is no word. */
function readPhrase(words: readonly Unit[]): string | null {
  if (!words.every(isWordUnit)) return null;
  const phrase = words.map((w) => w.fold).join(" ");
  return phrase === "tete a tete"
    ? "tete-a-tete"
    : phrase.replace(/^coups /, "coup ").replace(/^poignees /, "poignee ");
}

/** "il rencontre", "ils échangent" are verbs; "la rencontre", "rencontre entre" are nouns. */
function isNoun(units: readonly Unit[], at: number, word: Word): boolean {
  if (/(?:é|ée|és|ées)$/.test(word.lower) && word.fold !== "tete-a-tete")
    return word.lower === "apartés";
  if (
    !/^(?:rencontres?|echanges?|entretiens?|visites?|diners?|dejeuners?|sommets?)$/.test(word.fold)
  )
    return true;
  const before = units[at - 1];
  if (isWordUnit(before) && before.lower === "à" && /^(?:diner|dejeuner)$/.test(word.fold))
    return false;
  if (isGroup(before) || (isWordUnit(before) && VERB_USE.test(before.fold))) return false;
  return true;
}
