import { foldText } from "../terms/fold-text.ts";
import { splitWords } from "../terms/split-words.ts";
import type { KnownTerm } from "./match-question.ts";

/** Between a counted noun and its verb stand only its adjectives: "combien de soldats russes ont". */
const pluralVerbs = new Set(
  "ont sont etaient avaient seront auront furent eurent seraient auraient y".split(" "),
);
/** "combien de pompiers ont été blessés", "sont-ils arrivés": what is said of those counted. On folded text. */
const saidOfThem =
  /\bcombien d(?:e |')[^?]*?\b(?:ont|sont|etaient|avaient|seront|auront|furent|seraient|auraient)(?:-ils|-elles)? (?:ete )?(\p{L}+)/u;
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

/** The term that says what those counted did or what befell them, or null. */
export function findPredicate(question: string, terms: readonly KnownTerm[]): KnownTerm | null {
  const [, participle] = saidOfThem.exec(foldText(question)) ?? [];
  if (participle === undefined) return null;
  return terms.find(({ folded }) => folded.includes(participle)) ?? null;
}
