// Reads a name that any noun introduces: "son ancienne codétenue Clara Rojas", "son client, Marwan Lahbabi,", "le Kényan William Ruto".
// In: tokens and the place of the determiner. Out: the mention, which ends where the name does.

import type { Token } from "../tokens.ts";
import { nounTrigger } from "../triggers/noun-triggers.ts";
import { finiteForms, verbForms } from "../triggers/verb-forms.ts";
import { countryOfDemonym } from "./countries.ts";
import { readName } from "./read-name.ts";
import type { NamedMention } from "./scan-mentions.ts";

const DETERMINERS = /^(?:le|la|l'|les|son|sa|leur|un|une|du|au|aux|des|cet|cette|ce)$/;
const POSSESSIVES = /^(?:son|sa|leur)$/;
/** "son ancienne codétenue" has two words, "son ancien bras droit" three. */
const MAX_WORDS = 3;
const LINKING =
  /^(?:de|des|du|et|est|sont|ont|tout|fait|font|que|qui|par|pour|avec|dans|sur|en|ou|mais|selon|chez|contre|entre|vers)$/;

/** Verbs that take a person as object: in "la gauche presse X de recevoir Y" the noun is no epithet of X. */
const DONE_TO_PERSONS: ReadonlySet<string> = new Set([
  ..."accuser attaquer autoriser charger citer critiquer dénoncer défier désigner exhorter féliciter forcer interroger juger menacer nommer obliger pousser presser prier remercier saluer sommer soupçonner supplier"
    .split(" ")
    .flatMap(finiteForms),
  ..."attend attendent attendait avertit avertissent convainc convainquent défend défendent rejoint rejoignent soutient soutiennent soutenait".split(
    " ",
  ),
]);

/**
 * Any noun in front of a sure name; a comma between them only where "son", "sa", "leur" ties them.
 * A nationality with a capital is a person's, so any name of two words may follow it: "l'américain" is a firm.
 */
export function readEpithet(tokens: readonly Token[], at: number): NamedMention | null {
  const determiner = tokens[at]?.fold ?? "";
  if (!DETERMINERS.test(determiner)) return null;
  for (let index = at + 1; index <= at + MAX_WORDS; index += 1) {
    const token = tokens[index];
    if (token === undefined || !isEpithet(token)) return null;
    if (index > at + 1 && DONE_TO_PERSONS.has(token.text)) return null;
    const apposed = POSSESSIVES.test(determiner) && tokens[index + 1]?.text === ",";
    const name = readName(tokens, apposed ? index + 2 : index + 1, false);
    if (name === null || name.words.length < 2) continue;
    if (name.evidence !== "sure" && !token.isCapitalized) continue;
    if (apposed && !/^[,.;)»!?]$/.test(tokens[name.next]?.text ?? ".")) return null;
    return { kind: "named", names: [name], role: null, civility: null, first: at, next: name.next };
  }
  return null;
}

function isEpithet({ text, fold, isCapitalized }: Token): boolean {
  if (isCapitalized) return countryOfDemonym(fold) !== null;
  return (
    /^\p{Ll}[\p{Ll}-]+$/u.test(text) &&
    nounTrigger(fold) === null &&
    !verbForms.has(text) &&
    !LINKING.test(fold)
  );
}
