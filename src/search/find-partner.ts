import { splitWords } from "../terms/split-words.ts";
import type { KnownTerm } from "./match-question.ts";

const together = new Set(["avec", "with"]);
/** "avec Recep Tayyip Erdogan", "avec le président Erdogan". */
const wordsOfPartner = 3;

/** The names of whom something was done with: "parlé avec Erdogan". An answer tells of no other. */
export function findPartner(question: string, terms: readonly KnownTerm[]): readonly KnownTerm[] {
  const words = splitWords(question).map(({ folded }) => folded);
  const at = words.findIndex((word) => together.has(word));
  if (at < 0) return [];
  const partner = words.slice(at + 1, at + 1 + wordsOfPartner);
  return terms.filter(
    ({ marked, folded }) => marked && folded.some((word) => partner.includes(word)),
  );
}
