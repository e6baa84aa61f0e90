// A place of two capitals that nothing else tells from a person: "a rencontré X à Borgo Egnazia", "A Clarence House,".
// Whoever is telephoned, spoken or paid a visit "à" is a person.

import type { Token } from "../tokens.ts";
import { verbForms } from "../triggers/verb-forms.ts";
import { isKnownSurname } from "./read-name.ts";
import type { RawMention } from "./scan-mentions.ts";

/** "téléphoner à Y", "rendre visite à Y", "serrer la main à Y" */
const TO_PERSONS = /^(?:téléphoner|parler|rendre|serrer|donner)$/;
const TIMES =
  /^(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|demain|matin|midi|soir)$/;

/** Whether a name that only its capitals make one stands where an encounter's place does. */
export function isNamedPlace(tokens: readonly Token[], mention: RawMention): boolean {
  if (mention.kind !== "named" || mention.role !== null || mention.civility !== null) return false;
  const [name, ...more] = mention.names;
  if (name?.evidence !== "shape" || more.length > 0) return false;
  if (name.words.some(isKnownSurname) || name.first !== mention.first) return false;
  const at = mention.first - 1;
  if (tokens[at]?.text === "A" && at === 0) return true;
  return tokens[at]?.text === "à" && tellsWhere(tokens, at) && !tellsToWhom(tokens.slice(0, at));
}

/** After a name, a time or a verb of encounter; "grâce à", "opposé à" are followed by anybody. */
function tellsWhere(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (before === undefined) return false;
  return before.isCapitalized || TIMES.test(before.fold) || verbForms.has(before.text);
}

function tellsToWhom(tokens: readonly Token[]): boolean {
  return tokens.some(({ text }) => TO_PERSONS.test(verbForms.get(text)?.lemma ?? ""));
}
