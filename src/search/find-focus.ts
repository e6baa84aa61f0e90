import { splitWords } from "../terms/split-words.ts";
import type { KnownTerm } from "./match-question.ts";
import type { WantedKind } from "./wanted-kind.ts";

const interrogatives = new Set(
  "quel quelle quels quelles combien which what many much lequel laquelle".split(" "),
);

/** Nouns that only name the kind of answer: the kind itself is looked for instead. */
const kindNouns = new Set(
  "temps jour jours date annee annees mois heure heures siecle epoque periode ville villes pays region lieu endroit capitale continent age nom personne personnes gens individus raison raisons cause causes motif prix montant somme cout nombre chiffre homme femme year years day time date place city town country person people reason name type genre sorte sont est etait fut a ont fois rencontre rencontres entretien entretiens meeting meetings occasion marge ministre ministres president presidents dirigeant dirigeants diplomate chef responsable profession metier fonction poste nationalite role statut".split(
    " ",
  ),
);

const wordsBetween = 2;

/** The noun that the question asks for, as one of its terms, or null when its kind says enough. */
export function findFocus(
  question: string,
  terms: readonly KnownTerm[],
  wanted: WantedKind | null,
): KnownTerm | null {
  if (wanted === "duration" || wanted === "age" || wanted === "amount") return null;
  const words = splitWords(question).map(({ folded }) => folded);
  const at = words.findIndex((word) => interrogatives.has(word));
  if (at < 0) return null;
  for (const word of words.slice(at + 1, at + 2 + wordsBetween)) {
    const term = terms.find(({ folded }) => folded.includes(word));
    if (kindNouns.has(word) && word.length > 3) return null;
    if (term !== undefined) return term.marked ? null : term;
  }
  return null;
}
