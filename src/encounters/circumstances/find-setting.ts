// The wider event an encounter took place in: "en marge de la conférence des ministres de l'OSCE".
// In: the units of a sentence and its text. Out: those phrases word for word.

import type { Unit } from "../people/sentence-view.ts";
import { wordsBetween, wordsOf } from "../triggers/sentence-text.ts";
import { isGroup, isWordUnit } from "../triggers/telling.ts";

const OPENINGS: readonly { readonly words: string; readonly size: number }[] = [
  { words: "en marge", size: 2 },
  { words: "à l'occasion", size: 3 },
  { words: "dans le cadre", size: 3 },
  { words: "à la faveur", size: 3 },
  { words: "au cours", size: 2 },
  { words: "lors", size: 1 },
  { words: "pendant", size: 1 },
  { words: "durant", size: 1 },
];
const FIRST_WORDS = new Set(OPENINGS.map(({ words }) => words.split(" ")[0]));
/** Events wide enough to hold a meeting of two; a plain "entretien" is the meeting itself. */
export const EVENTS =
  /^(?:sommets?|conference|forum|assemblee|g7|g8|g20|cop\d*|conseil|tournee|visite|deplacement|ceremonies?|ceremonie|funerailles|obseques|commemorations?|congres|salon|festival|reunion|session|voyage|sejour|foire|investiture|anniversaire|diner|jeux|exposition|celebrations?|rencontres|universite|semaine|debats?|inauguration|defile|convention|negociations|pourparlers)$/;
const ENDS =
  /^(?:,|;|:|\.|«|»|\(|\)|!|\?|qui|que|qu'|ou|a|ont|est|sont|avait|se|s'|il|elle|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|en|mais|puis|pour|avec|afin)$/;
const MAX_WORDS = 24;

/** The words of a phrase that states a setting. */
export interface Setting {
  readonly first: number;
  /** Index of its last unit. */
  readonly last: number;
  readonly phrase: string;
}

/** Every setting stated in the sentence, sliced from `text`, in order. */
export function findSettings(text: string, units: readonly Unit[]): Setting[] {
  const settings: Setting[] = [];
  for (let first = 0; first < units.length; first += 1) {
    const size = openingAt(units, first);
    const last = size === 0 ? null : endOfPhrase(units, first + size);
    const from = units[first];
    const to = last === null ? undefined : units[last];
    if (last === null || !isWordUnit(from) || to === undefined) continue;
    settings.push({ first, last, phrase: text.slice(from.token.start, endOf(to)) });
  }
  return settings;
}

/** The first setting but the trigger's own phrase, or null. */
export function settingOf(settings: readonly Setting[], trigger: number): string | null {
  return settings.find(({ first, last }) => trigger < first || last < trigger)?.phrase ?? null;
}

function endOf(unit: Unit): number {
  return isGroup(unit) ? unit.end : unit.token.end;
}

function openingAt(units: readonly Unit[], at: number): number {
  const first = units[at];
  if (!isWordUnit(first) || !FIRST_WORDS.has(first.lower)) return 0;
  return (
    OPENINGS.find(({ words, size }) => wordsBetween(units, at, at + size) === words)?.size ?? 0
  );
}

function endOfPhrase(units: readonly Unit[], from: number): number | null {
  let event = false;
  let last: number | null = null;
  for (let i = from; i < Math.min(units.length, from + MAX_WORDS); i += 1) {
    const unit = units[i];
    if (isGroup(unit))
      return event && unit.preposition === "de" ? i : trimmedIf(units, last, event);
    if (!isWordUnit(unit)) break;
    if (!event && EVENTS.test(unit.fold)) event = true;
    if (!event && i > from + 4) break;
    if (event && isInitials(units, i)) return i + 2;
    if (event && continuesName(units, from, i)) {
      last = i;
      continue;
    }
    if (
      ENDS.test(unit.lower) ||
      (unit.lower === "à" && event) ||
      (unit.fold === "le" && event && isNumber(units[i + 1]))
    )
      break;
    last = i;
  }
  return trimmedIf(units, last, event);
}

/** "Organisation pour la Sécurité et la Coopération en Europe": these prepositions are part of the name. */
function continuesName(units: readonly Unit[], from: number, at: number): boolean {
  const word = units[at];
  if (!isWordUnit(word) || !/^(?:pour|contre|en)$/.test(word.lower)) return false;
  const article = /^(?:la|le|l'|les)$/.test(wordsBetween(units, at + 1, at + 2));
  if (!isCapitalWord(units[at - 1]) || !isCapitalWord(units[article ? at + 2 : at + 1]))
    return false;
  return word.lower !== "en" || /\b(?:pour|contre)\b/.test(wordsBetween(units, from, at));
}

/** "(OSCE)" right after the name it stands for. */
function isInitials(units: readonly Unit[], at: number): boolean {
  const [before, opening, initials, closing] = units.slice(at - 1, at + 3);
  return (
    isCapitalWord(before) &&
    isCapitalWord(initials) &&
    wordsOf([opening, closing].filter((u) => u !== undefined)) === "( )"
  );
}

function isCapitalWord(unit: Unit | undefined): boolean {
  return isWordUnit(unit) && /^\p{Lu}/u.test(unit.token.text);
}

function trimmedIf(units: readonly Unit[], last: number | null, event: boolean): number | null {
  return event ? trimmed(units, last) : null;
}

function isNumber(unit: Unit | undefined): boolean {
  return isWordUnit(unit) && /^\d|^1er$/.test(unit.fold);
}

/** The phrase does not end on "de", "du", "et". */
function trimmed(units: readonly Unit[], last: number | null): number | null {
  let index = last;
  while (
    index !== null &&
    /^(?:de|du|des|d'|et|la|le|l'|les|au|sur)$/.test(wordsBetween(units, index, index + 1))
  )
    index -= 1;
  return index;
}
