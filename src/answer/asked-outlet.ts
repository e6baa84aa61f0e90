/**
 * Finds the outlet that a question asks by. A name counts only behind a cue ("selon", "l'article de"): "le monde" is a word too.
 */
import { splitWords, type Word } from "../terms/split-words.ts";

/** An outlet that a question names as its source: "selon RT", "l'article d'Euronews sur ...". */
export interface AskedOutlet {
  /** As the corpus names it. */
  readonly outlet: string;
  /** The words of the question that name it, folded: they say nothing about the subject. */
  readonly words: ReadonlySet<string>;
}

const cues = new Set(
  "selon apres article articles depeche depeches papier papiers lu paru parus parue publie publies publiee chez source sources lien liens according from by site journal media page".split(
    " ",
  ),
);
const between = new Set("de du des d l le la les the to par dans sur in on".split(" "));

interface OutletName {
  readonly outlet: string;
  readonly words: readonly string[];
}

/** The full name, and the acronym it begins with: "RT en français" is called RT. */
function namesOf(outlet: string): OutletName[] {
  const words = splitWords(outlet).map(({ folded }) => folded);
  const names = words.length > 0 ? [{ outlet, words }] : [];
  const [first = ""] = outlet.split(" ");
  if (words.length > 1 && /^\p{Lu}{2,6}$/u.test(first)) {
    names.push({ outlet, words: words.slice(0, 1) });
  }
  return names;
}

function standsAt(words: readonly string[], name: readonly string[], at: number): boolean {
  return name.every((word, i) => words[at + i] === word);
}

/** "selon l'équipe de chercheurs": in a question with capitals a name has one, and nothing belongs to it. */
function isWrittenAsName(words: readonly Word[], at: number, length: number): boolean {
  const next = words[at + length]?.folded ?? "";
  const hasCapitals = words.slice(1).some(({ marked }) => marked);
  const isMarked = words.slice(at, at + length).some(({ marked }) => marked);
  return (isMarked || !hasCapitals) && !/^(?:de|des|du|d)$/u.test(next);
}

function cuedAt(words: readonly string[], at: number): boolean {
  let before = at - 1;
  while (before >= 0 && between.has(words[before] ?? "")) before--;
  return before >= 0 && cues.has(words[before] ?? "");
}

/**
 * Finds the outlet a question asks by; longer names first.
 * @param atStart the question is what follows "l'article de", so an outlet may open it.
 */
export function findAskedOutlet(
  question: string,
  outlets: readonly string[],
  atStart = false,
): AskedOutlet | null {
  const asked = splitWords(question);
  const words = asked.map(({ folded }) => folded);
  if (!atStart && !words.some((word) => cues.has(word))) return null;
  const names = outlets.flatMap(namesOf).sort((a, b) => b.words.length - a.words.length);
  for (const { outlet, words: name } of names) {
    for (let at = 0; at + name.length <= words.length; at++) {
      if (!standsAt(words, name, at) || !isWrittenAsName(asked, at, name.length)) continue;
      if (cuedAt(words, at) || (atStart && at === 0)) return { outlet, words: new Set(name) };
    }
  }
  return null;
}
