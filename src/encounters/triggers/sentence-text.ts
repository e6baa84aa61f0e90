// A sentence as the patterns of the trigger rules read it: the folded words of its units, persons as "§".

import { rememberLast } from "../../terms/remember-last.ts";
import type { Unit, Word } from "../people/sentence-view.ts";

interface Written {
  readonly text: string;
  /** Where each unit begins and ends in it. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** The text of the units from `from` up to and without `to`. */
export function wordsBetween(units: readonly Unit[], from: number, to: number): string {
  const final = Math.min(to, units.length) - 1;
  if (from < 0 || from > final) return "";
  const { text, starts, ends } = writtenOf(units);
  return text.slice(starts[from], ends[final]);
}

/** Every trigger reads the text around it several times over. */
const writtenOf = rememberLast(write);

/**
 * Folded text of units, groups as "§"; no blank after an apostrophe ("n'a pas").
 * "à" and "où" keep their accent, or they would read as "a" and "ou".
 */
export function wordsOf(units: readonly Unit[]): string {
  return write(units).text;
}

function write(units: readonly Unit[]): Written {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = "";
  let isJoined = true;
  for (const unit of units) {
    const word =
      unit.kind === "group" ? "§" : shortened(isAccentBound(unit) ? unit.lower : unit.fold);
    if (!isJoined) text += " ";
    starts.push(text.length);
    text += word;
    ends.push(text.length);
    isJoined = word.endsWith("'");
  }
  return { text, starts, ends };
}

/** No word of French is longer; so every pattern runs on a text of bounded length. */
const MAX_WORD = 40;

function shortened(word: string): string {
  return word.length > MAX_WORD ? word.slice(0, MAX_WORD) : word;
}

function isAccentBound(word: Word): boolean {
  return word.lower === "à" || word.lower === "où";
}
