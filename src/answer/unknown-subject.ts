/**
 * What a question is about, and the corpus has no word of in any form: whatever is nearest only looks alike ("prix
 * de l'essence" beside the price of a ticket). Rules on form; French questions only. Pure.
 */
import type { KnownTerm } from "../search/match-question.ts";
import type { QuestionView } from "../search/passage-features.ts";
import { findWantedKind } from "../search/wanted-kind.ts";
import { isCountryOrPeople } from "../terms/countries.ts";
import { splitWords } from "../terms/split-words.ts";
import { detectLanguage } from "./detect-language.ts";

/** Written as one, or a country, which phones write small. */
function isName({ marked, folded }: KnownTerm): boolean {
  if (folded.some((word) => /\d/u.test(word))) return false;
  return marked || isCountryOrPeople(folded.join(" "));
}

/** "coûte" in "combien coûte une baguette": without it another kind of answer would be wanted. */
function onlyNamesKind(text: string, { folded }: KnownTerm): boolean {
  const others = splitWords(text).filter((word) => !folded.includes(word.folded));
  const rest = others.map((word) => word.folded).join(" ");
  return findWantedKind(rest) !== findWantedKind(text);
}

/**
 * Whether the index knows none of the names that a question mostly consists of. One among many words may be a
 * paraphrase ("le pays du Cèdre").
 */
export function namesUnknown({ text, terms }: QuestionView): boolean {
  const names = terms.filter(isName);
  const isMost = names.length > 0 && 2 * names.length >= terms.length;
  return isMost && names.every(({ found }) => !found) && detectLanguage(text) === "fr";
}

/** Whether it knows nothing of a question but what its kind of answer is called. Another word may be meant by it. */
export function thingUnknown({ text, terms, wanted }: QuestionView): boolean {
  const isThing = (term: KnownTerm) => !onlyNamesKind(text, term);
  // Nearly every question ends here, with its first known word.
  if (wanted === null || terms.some((term) => term.found && isThing(term))) return false;
  const things = terms.filter(isThing);
  return things.length > 0 && things.length < terms.length && detectLanguage(text) !== "en";
}
