// A sentence -> its words and signs, with offsets into the article's text.
// Elisions are split ("l'" + "Elysée"), inverted pronouns too ("a" + "-t-il");
// compounds stay whole ("Jean-Yves", "tête-à-tête", "el-Assad").

import { rememberWords } from "../terms/remember-words.ts";

export interface Token {
  readonly text: string;
  /** Lower case, without accents, apostrophes straight: "S’" -> "s'". */
  readonly fold: string;
  readonly start: number;
  readonly end: number;
  readonly isWord: boolean;
  /** Whether it is a word that begins with a capital letter. */
  readonly isCapitalized: boolean;
}

const PLAIN = /^[a-z0-9]*$/;
const MARKS = /\p{M}/gu;
const OTHER_LETTERS = /[’ʼ‑ıłøœßđ]/g;
const LETTERS: Readonly<Record<string, string>> = {
  "’": "'",
  ʼ: "'",
  "‑": "-",
  ı: "i",
  ł: "l",
  ø: "o",
  œ: "oe",
  ß: "ss",
  đ: "d",
};

/** Lower case without accents: the form every lexicon of this folder is written in. */
export function foldName(text: string): string {
  const lower = text.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return lower
    .normalize("NFD")
    .replace(MARKS, "")
    .replace(OTHER_LETTERS, (letter) => LETTERS[letter] ?? letter);
}

const ATOM = /[\p{L}\p{M}\p{N}]+|\S/uy;
const WORD = /^[\p{L}\p{M}\p{N}]/u;
const CAPITAL = /^\p{Lu}/u;
/** Capital letters that belong to the name after them: O'Brien, N'Djamena, M'Bala. */
const NAME_ELISION = /^[ONM]$/;
const ELIDED = /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu)$/i;
const INVERTED = /-(?:t-)?(?:ils|elles|il|elle|on|nous|vous|je|tu|ce)$/i;

interface Piece {
  start: number;
  end: number;
}

/** Words and signs of `text.slice(start, end)`; offsets count from the start of `text`. */
export function tokenize(text: string, start = 0, end = text.length): Token[] {
  const tokens: Token[] = [];
  for (const piece of joinCompounds(text, start, end)) {
    const word = text.slice(piece.start, piece.end);
    const cut = word.includes("-") ? invertedFrom(word) : null;
    if (cut === null) tokens.push(tokenOf(word, piece.start));
    else {
      tokens.push(tokenOf(word.slice(0, cut.end), piece.start));
      tokens.push(tokenOf(word.slice(cut.next), piece.start + cut.next));
    }
  }
  return tokens;
}

function tokenOf(word: string, start: number): Token {
  const { text, fold, isWord, isCapitalized } = readWord(word);
  return { text, fold, start, end: start + text.length, isWord, isCapitalized };
}

/** What a token is by itself, wherever it stands; its text too, for one string takes less room than many. */
const readWord = rememberWords((text) => {
  const isWord = WORD.test(text);
  const fold = isWord || text.length > 1 ? foldName(text) : (LETTERS[text] ?? text);
  return { text, fold, isWord, isCapitalized: isWord && CAPITAL.test(text) };
}, 5_000);

function joinCompounds(text: string, start: number, end: number): Piece[] {
  const sentence = text.slice(start, end);
  const pieces: Piece[] = [];
  let last: Piece | undefined;
  for (let at = 0; at < sentence.length;) {
    ATOM.lastIndex = at;
    if (!ATOM.test(sentence)) {
      at += 1; // white space
      continue;
    }
    const next = ATOM.lastIndex;
    if (last?.end === start + at && belongsTo(text, last, sentence.slice(at, next))) {
      last.end = start + next;
    } else {
      last = { start: start + at, end: start + next };
      pieces.push(last);
    }
    at = next;
  }
  return pieces;
}

/** Whether the atom continues the piece it touches: a hyphen after a word, a word after a hyphen, an elision's apostrophe. */
function belongsTo(text: string, piece: Piece, atom: string): boolean {
  const lastSign = text.charAt(piece.end - 1);
  // Nearly always: only these signs join anything.
  if (!isJoining(atom) && !isJoining(lastSign)) return false;
  const before = text.slice(piece.start, piece.end);
  if (!WORD.test(before)) return false;
  if (isHyphen(atom)) return WORD.test(lastSign) && WORD.test(text.charAt(piece.end + 1));
  if (isApostrophe(atom)) {
    return ELIDED.test(before) || NAME_ELISION.test(before) || /^aujourd$/i.test(before);
  }
  if (isHyphen(lastSign)) return true;
  if (!isApostrophe(lastSign)) return false;
  const stem = before.slice(0, -1);
  return /^aujourd$/i.test(stem) || (NAME_ELISION.test(stem) && CAPITAL.test(atom));
}

function isJoining(sign: string): boolean {
  return isHyphen(sign) || isApostrophe(sign);
}

function isHyphen(sign: string): boolean {
  return sign === "-" || sign === "‑";
}

function isApostrophe(sign: string): boolean {
  return sign === "'" || sign === "’" || sign === "ʼ";
}

/** Where the verb of "a-t-il" ends and where its inverted pronoun begins; null when there is none. */
function invertedFrom(word: string): { readonly end: number; readonly next: number } | null {
  const tail =
    /^\p{Ll}/u.test(word) || /^(?:A|Ont|Est|Sont|Se|Doit|Va|Vont|Peut)-/.test(word)
      ? INVERTED.exec(word)
      : null;
  if (tail === null || tail.index === 0 || word.startsWith("rendez-")) return null;
  return { end: tail.index, next: tail.index + tail[0].lastIndexOf("-") + 1 };
}
