import { foldText } from "../terms/fold-text.ts";
import { splitWords } from "../terms/split-words.ts";
import type { KnownTerm } from "./match-question.ts";

/** Between a counted noun and its verb stand only its adjectives: "combien de soldats russes ont". */
const pluralVerbs = new Set(
  "ont sont etaient avaient seront auront furent eurent seraient auraient y".split(" "),
);
const mostAdjectives = 2;
const countsSomething = /\bcombien d(?:e |['’])/u;

/**
 * What a French question counts: the terms of the noun and adjectives after "combien de". Empty when it
 * counts nothing, or something that its kind of answer says already (`focus` null).
 */
export function findCounted(
  question: string,
  terms: readonly KnownTerm[],
  focus: KnownTerm | null,
): readonly KnownTerm[] {
  const words = splitWords(question).map(({ folded }) => folded);
  if (!countsSomething.test(foldText(question))) return [];
  const of = words.indexOf("combien") + 1;
  const noun = words[of] === "de" ? of + 1 : of;
  if (focus?.folded.includes(words[noun] ?? "") !== true) return [];
  const next = words.slice(noun + 1, noun + 2 + mostAdjectives);
  const verb = next.findIndex((word) => pluralVerbs.has(word));
  const adjectives = next.slice(0, Math.max(0, verb));
  const described = terms.filter(({ folded }) => folded.some((word) => adjectives.includes(word)));
  return [...new Set([focus, ...described])];
}
