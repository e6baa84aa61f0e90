import { foldText } from "./fold-text.ts";
import { rememberLast } from "./remember-last.ts";

/**
 * Text -> its words, folded, in order: passages and questions go through the same steps.
 * Elided articles are cut off (l'Otan -> otan), acronyms lose their dots (O.N.U. -> onu), thousands
 * are joined (100 000 -> 100000), a letter-digit compound is one word (SU-24 -> su24).
 * Nothing is dropped or stemmed here.
 */
export interface Word {
  /** Folded, without elision or case suffix. */
  readonly folded: string;
  /** Begins with a capital letter or holds a digit in the text: a name, an acronym or a figure. */
  readonly marked: boolean;
}

const elisions = new Set("l d j m t s n c qu jusqu lorsqu puisqu quoiqu quelqu presqu".split(" "));

const dotted = /(?<![\p{L}\d])(?:\p{Lu}\.){2,}\p{Lu}?/gu;
const thousands = /(?<!\d)\d{1,3}(?: \d{3})+(?!\d)/gu;
const letterDigit = /(?<![\p{L}\d])(\p{L}{1,6})-(\d{1,4})(?![\p{L}\d])/gu;
/** Without their accents these would be other words, and stop words at that. */
const accented: ReadonlyMap<string, string> = new Map([
  ...["né", "nés", "née", "nées"].map((word) => [word, "nee"] as const),
  ...["dû", "dus", "due", "dues"].map((word) => [word, "due"] as const),
  ...["sûr", "sûrs", "sûre", "sûres"].map((word) => [word, "sure"] as const),
]);
const token = /\d+(?:[.,]\d+)+|[\p{L}\p{M}\d]+(?:'[\p{L}\p{M}\d]+)*/gu;
const markedStart = /^[\p{Lu}\d]/u;
const longestSuffix = 4;

/** Elided articles are cut off the front one by one: "qu'l'Otan" too. */
function withoutElision(token: string): { readonly word: string; readonly cut: number } {
  let cut = 0;
  for (;;) {
    const at = token.indexOf("'", cut);
    if (at < 0) return { word: token.slice(cut), cut };
    const head = token.slice(cut, at);
    const rest = token.slice(at + 1);
    if (!elisions.has(head)) return { word: joinedOrCut(head, rest), cut };
    cut = at + 1;
  }
}

/** English possessive and Turkish case endings (Putin's, Erdoğan'la) go; aujourd'hui and O'Neill are one word. */
function joinedOrCut(head: string, rest: string): string {
  if (rest !== "hui" && head.length > 2 && rest.length <= longestSuffix) return head;
  return head + rest.replaceAll("'", "");
}

/** The words of a text, in order. */
export const splitWords: (text: string) => readonly Word[] = rememberLast(split);

function split(text: string): readonly Word[] {
  const prepared = text
    .normalize("NFKC")
    .replace(/[’‘ʼʹ′`´]/gu, "'")
    .replace(dotted, (acronym) => acronym.replaceAll(".", ""))
    .replace(thousands, (figure) => figure.replaceAll(" ", ""));
  const words: Word[] = [];
  const compounds = prepared.replace(letterDigit, (_, name: string, figure: string) =>
    name.length > 2 ? `${name} ${name}${figure}` : name + figure,
  );
  for (const [raw] of compounds.matchAll(token)) {
    const { word, cut } = withoutElision(accented.get(raw.toLowerCase()) ?? foldText(raw));
    if (word !== "") words.push({ folded: word, marked: markedStart.test(raw.slice(cut)) });
  }
  return words;
}
