/*
 * A place where a sentence might end in, whether French goes on there out: after abbreviations and
 * initials, before lower case, inside a short quotation or parenthesis. Looks at bounded context only.
 */

import { foldLine } from "../clean/fold-line.ts";
import { sentenceOpeners } from "./sentence-openers.ts";

/** Looked at on either side of the place. Longer than any abbreviation with the name after it. */
const CONTEXT_CHARS = 40;
/** A quotation or parenthesis that fits in this many characters stays whole with what introduces it. */
const MAX_WHOLE_QUOTATION_CHARS = 350;

/** Always followed by what they belong to: a name, a place, a number. */
const TITLES =
  /(?:^|[^\p{L}\p{N}.])(?:MM?|Mmes?|Mlles?|Mgrs?|Drs?|Prs?|Me|Mes|Ste?|Sr|Sgt|Cdt|Cne|Gal|Col|Lt|Cpt|Vve|LL|SS|NN)\.$/u;
/** Followed by a number, and then not an end. */
const REFERENCES =
  /(?:^|[^\p{L}\p{N}.])(?:arts?|al|av|ap|apr|bd|boul|chap|cf|ca|coll|dir|éd|env|ex|fig|hab|ibid|janv|févr|avr|juil|sept|oct|nov|déc|n|no|nos|nᵒ|p|pp|par|réf|s|t|tél|vol|vs|v)\.$/iu;
/** Before a name an initial, though in small letters it refers: "V. Poutine", "p. 12". */
const ONE_CAPITAL = /(?:^|[^\p{L}\p{N}.])\p{Lu}\.$/u;
/** Ends no sentence before a name, but may before another beginning. */
const INITIALS = /(?:^|[\s«"“‘'’(\-–.])\p{Lu}(?:\p{Ll}h?)?\.$/u;
const HYPHENATED_INITIALS = /\p{Lu}\p{Ll}?\.-\p{Lu}\p{Ll}?\.$/u;
const CHRISTIAN_ERA = /(?:av|ap|apr)\.\s*J\.-C\.$/u;
const LIST_NUMBER = /^\s*(?:\d{1,3}|[a-zA-Z]|[IVXivx]{1,5})[.)]$/u;

/** After an initial these mean a new sentence; of "L'accord" and "D'ici" only the letter is looked at. */
const isOpener = (word: string) => /^[DL]$/u.test(word) || sentenceOpeners.has(foldLine(word));

/** Whether the sentence that began at `start` of `paragraph` goes on past `end`. */
export function continuesSentence(paragraph: string, start: number, end: number): boolean {
  const before = paragraph.slice(Math.max(start, end - CONTEXT_CHARS), end).trimEnd();
  const after = paragraph.slice(end, end + CONTEXT_CHARS).trimStart();
  if (before === "" || after === "") return true;
  // Lower case, or a sign that only ever follows: ", a-t-il dit", "» et", ") puis", ": ".
  if (/^(?:\p{Ll}|[,;:!?.…»”)\]]|[-–—] ?\p{Ll}|"[,;.) ])/u.test(after)) return true;
  return endsInAbbreviation(before, after) || isInsideQuotation(paragraph, start, end);
}

function endsInAbbreviation(before: string, after: string): boolean {
  if (!before.endsWith(".") && !before.endsWith(")")) return false;
  if (TITLES.test(before) || LIST_NUMBER.test(before)) return true;
  const isInitial = ONE_CAPITAL.test(before) && /^\p{Lu}/u.test(after);
  if (!isInitial && REFERENCES.test(before))
    return /^(?:[\d°([]|J\.-C|[LRD]\. ?\d)/u.test(after) || /\b(?:cf|ex|vs|dir)\.$/i.test(before);
  if (CHRISTIAN_ERA.test(before)) return false;
  if (HYPHENATED_INITIALS.test(before)) return /^\p{Lu}/u.test(after);
  if (!INITIALS.test(before)) return false;
  const nextWord = /^\p{Lu}[\p{L}-]*/u.exec(after)?.[0];
  return nextWord !== undefined && !isOpener(nextWord);
}

/** Inside «…», “…”, "…" or (…) that opened in this sentence and closes soon. */
function isInsideQuotation(paragraph: string, start: number, end: number): boolean {
  // A sentence longer than the bound cannot hold a quotation within it any more: no need to look.
  if (end - start > MAX_WHOLE_QUOTATION_CHARS) return false;
  const rest = paragraph.slice(end, start + MAX_WHOLE_QUOTATION_CHARS);
  if (!CLOSING_SIGN.test(rest)) return false;
  const said = paragraph.slice(start, end);
  const hasOddStraight = (said.split('"').length - 1) % 2 === 1 && rest.includes('"');
  return hasOddStraight || PAIRS.some(([open, close]) => isOpen(said, rest, open, close));
}

const PAIRS = ["«»", "“”", "()"] as const;
const CLOSING_SIGN = /[»”)"]/;

function isOpen(said: string, rest: string, open = "", close = ""): boolean {
  return rest.includes(close) && said.lastIndexOf(open) > said.lastIndexOf(close);
}
