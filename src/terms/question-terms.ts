import { equivalentLexicon, type Equivalent } from "./equivalents.ts";
import { bareNameKey, nameKey } from "./name-key.ts";
import { nameKeyPrefix } from "./passage-terms.ts";
import { splitWords, type Word } from "./split-words.ts";
import { stemWord } from "./stem-word.ts";
import { askingWords, frenchStopWords } from "./stop-words.ts";

/**
 * A question -> what it asks about, in index terms: each notion with the reader's own words, the keys
 * of names that may be spelt otherwise, and what the press may say instead. Stop words and words that
 * only ask are gone.
 */
export interface QuestionTerm {
  /** Index terms of the reader's own words: one, or those of a phrase known to the lexicon. */
  readonly words: readonly string[];
  /** The words folded, as the reader wrote them. */
  readonly folded: readonly string[];
  /** Keys of the words taken as names, index terms themselves; empty for figures and phrases. */
  readonly nameKeys: readonly string[];
  /** Written with a capital or holding a digit: a name, an acronym or a figure. */
  readonly marked: boolean;
  /** Begins the question with a capital that phones set by themselves: a name only if the index has it as one. */
  readonly opens: boolean;
  readonly equivalents: readonly Equivalent[];
  /** What it means in plain words, where it is a seat of power, a capital or a periphrase. */
  readonly gloss: string | null;
}

function nameKeysOf(folded: string): string[] {
  return [nameKey(folded), bareNameKey(folded)]
    .filter((key): key is string => key !== null)
    .map((key) => nameKeyPrefix + key);
}

function singleTerm({ folded, marked }: Word, opens: boolean): QuestionTerm {
  const word = stemWord(folded);
  const lexicon = equivalentLexicon();
  return {
    words: [word],
    folded: [folded],
    nameKeys: nameKeysOf(folded),
    marked,
    opens,
    equivalents: lexicon.find([word]) ?? lexicon.findInflected(folded) ?? [],
    gloss: lexicon.gloss([word]) ?? null,
  };
}

function phraseTerm(words: readonly Word[], equivalents: readonly Equivalent[]): QuestionTerm {
  return {
    words: words.map(({ folded }) => stemWord(folded)),
    folded: words.map(({ folded }) => folded),
    nameKeys: [],
    marked: words.every(({ marked }) => marked),
    opens: false,
    equivalents,
    gloss: equivalentLexicon().gloss(words.map(({ folded }) => stemWord(folded))) ?? null,
  };
}

function longestPhrase(words: readonly Word[], from: number): QuestionTerm | null {
  const lexicon = equivalentLexicon();
  for (let length = Math.min(lexicon.longestPhrase, words.length - from); length > 1; length--) {
    const phrase = words.slice(from, from + length);
    const found = lexicon.find(phrase.map(({ folded }) => stemWord(folded)));
    if (found !== undefined) return phraseTerm(phrase, found);
  }
  return null;
}

const none: ReadonlySet<string> = new Set();
const opensWithCapital = /^\P{L}*\p{Lu}\p{Ll}/u;

/**
 * The notions of a question, in its order, each once.
 * @param ignored folded words that are no part of its subject.
 */
export function questionTerms(question: string, ignored = none): readonly QuestionTerm[] {
  const all = splitWords(question);
  const [opening] = opensWithCapital.test(question) ? all : [];
  // "Kim", "Theresa May": what only asks is no name, unless a capital says so where none is due.
  const asks = (word: Word) => askingWords.has(word.folded) && (!word.marked || word === opening);
  const words = all.filter(
    (word) => !frenchStopWords.has(word.folded) && !asks(word) && !ignored.has(word.folded),
  );
  const terms = new Map<string, QuestionTerm>();
  for (let at = 0; at < words.length;) {
    const word = words[at];
    if (word === undefined) break;
    const term = longestPhrase(words, at) ?? singleTerm(word, word === opening);
    const key = term.words.join(" ");
    if (!terms.has(key)) terms.set(key, term);
    at += term.words.length;
  }
  return [...terms.values()];
}

/** The question as the encoder should read it: seats, capitals and periphrases explained behind it. */
export function explainQuestion(question: string, terms: readonly QuestionTerm[]): string {
  const glosses = [...new Set(terms.flatMap(({ gloss }) => gloss ?? []))];
  return glosses.length === 0 ? question : `${question} (${glosses.join(", ")})`;
}
