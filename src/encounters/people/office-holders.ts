// Who held which office when, found by a word of the name or by the office and the day.

import { officeHolders, type OfficeHolder } from "../../terms/office-holders.ts";
import { foldName } from "../tokens.ts";
import type { Office } from "./read-role.ts";

/** Holders by each word of their name, folded. */
let byWord:
  | ReadonlyMap<string, readonly (OfficeHolder & { readonly words: readonly string[] })[]>
  | undefined;

/** Everybody in the table one of whose names is that folded word. */
export function holdersNamed(word: string) {
  byWord ??= indexByWord();
  return byWord.get(word) ?? [];
}

function indexByWord() {
  const index = new Map<string, (OfficeHolder & { readonly words: readonly string[] })[]>();
  for (const holder of officeHolders) {
    const words = foldName(holder.name).split(" ");
    for (const word of words) index.set(word, [...(index.get(word) ?? []), { ...holder, words }]);
  }
  return index;
}

/** Who held the office on that day, when the table knows exactly one. */
export function holderOn(office: Office, country: string, day: string): OfficeHolder | null {
  const holders = officeHolders.filter(
    (h) =>
      h.office === office &&
      h.country === country &&
      h.from <= day &&
      (h.to === null || day < h.to),
  );
  return holders.length === 1 ? (holders[0] ?? null) : null;
}
