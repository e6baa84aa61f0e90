import { foldText } from "../terms/fold-text.ts";
import { splitWords } from "../terms/split-words.ts";
import type { KnownTerm } from "./match-question.ts";

/** What an answer must speak of, set apart by the question itself: "il y a des blessés ?" too. On folded text; French and English. */
const setApart =
  /(?:^il y (?:a|avait|aura) (?:eu )?(?=(?:des|du|de la|une?) )|\b(?:a propos d(?:e |u |es |')|au sujet d(?:e |u |es |')|en matiere d(?:e |')|concernant |quant (?:a |au |aux )|regarding |concerning ))([^?.,;]+)/u;
/** "des drones", "de la livraison de drones": the noun is among the first words. */
const wordsOfTopic = 3;

/** The term that a question sets apart as its topic ("à propos des drones"), or null. */
export function findTopic(question: string, terms: readonly KnownTerm[]): KnownTerm | null {
  const [, topic = ""] = setApart.exec(foldText(question).replace(/’/gu, "'")) ?? [];
  const words = splitWords(topic)
    .slice(0, wordsOfTopic)
    .map(({ folded }) => folded);
  return terms.find(({ folded }) => folded.some((word) => words.includes(word))) ?? null;
}
