import { foldText } from "../terms/fold-text.ts";
import type { Language } from "./answer.ts";

/** Words that only one of the two languages has, folded. */
const french = new Set(
  "qui que quoi qu quand ou pourquoi comment combien quel quelle quels quelles est sont a ont les des du au aux une un le la et il elle ils elles sur dans avec pour par entre ce cette ces leur leurs se sa ses son lien article avez donne moi lui y".split(
    " ",
  ),
);
const english = new Set(
  "who whom whose what when where why how which is are was were did does do the of and with for by between this these their his her its to in on at about link give me has have had can could will would should say said many much from".split(
    " ",
  ),
);

const word = /[a-z]+/gu;

/** French or English, whichever has more of its function words in the question; null when neither leads. */
export function detectLanguage(question: string): Language | null {
  let lead = 0;
  for (const [token] of foldText(question).matchAll(word)) {
    if (french.has(token)) lead++;
    if (english.has(token)) lead--;
  }
  if (lead === 0) return null;
  return lead > 0 ? "fr" : "en";
}
