/**
 * A candidate and a question -> numbers that can be weighed against other candidates'. Pure.
 */
import type { AnalyzedPassage, AnalyzedSentence } from "./analyzed-text.ts";
import { readKind, type Asked, type KindReading } from "./kind-evidence.ts";
import type { KnownTerm } from "./match-question.ts";
import { coverageOf, matchTerm, proximityOf } from "./term-coverage.ts";
import type { WantedKind } from "./wanted-kind.ts";

/** What is known of a sentence in the light of the question. */
export interface SentenceEvidence {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Similarity, in deviations from the mean of all sentences. */
  readonly similarity: number;
  /** How strongly it meets each term of the question, 0..1. */
  readonly strengths: readonly number[];
  /** Share of the question's terms it meets, 0..1. */
  readonly coverage: number;
  /** Whether it holds the wanted kind of answer, 0..1; 0 when no kind is wanted. */
  readonly kind: number;
}

/** What is known of a candidate, each number comparable across questions. */
export interface PassageFeatures {
  /** Similarity of the passage, in deviations from the mean of all passages. */
  readonly passage: number;
  /** The same for its best sentence. */
  readonly sentence: number;
  /** BM25, in deviations from its mean over all passages. */
  readonly terms: number;
  readonly coverage: number;
  readonly bestSentenceCoverage: number;
  readonly proximity: number;
  /** The best sentence by similarity, coverage and kind together. */
  readonly joint: number;
  /** How strongly the passage meets the term that tells passages apart best. */
  readonly rarest: number;
  /** The share of the terms that the title meets. */
  readonly title: number;
  /** 1 for the first by the similarity of passages, 1/2 for the second, and so on. */
  readonly passageRank: number;
  readonly sentenceRank: number;
  readonly termsRank: number;
  /** Evidence of the wanted kind in the sentence that fits best. */
  readonly kind: number;
  /** Evidence of the wanted kind anywhere in the passage. */
  readonly kindAnywhere: number;
  /** The same for the kinds that patterns know well: dates, durations, ages, amounts, figures. */
  readonly kindStrict: number;
  /** Share of the terms that the index knows in some form, met by passage or title together. */
  readonly coverageWithTitle: number;
  /** Share of the names and figures of the question that neither passage nor title has. */
  readonly missingNames: number;
  /** Similarity of the best other candidate of its article, at most its own, in deviations. */
  readonly support: number;
}

export interface QuestionView {
  /** As it was searched for. */
  readonly text: string;
  readonly terms: readonly KnownTerm[];
  readonly wanted: WantedKind | null;
  /** The noun asked for: "quel hôtel", "combien de drones"; null when there is none. */
  readonly focus: KnownTerm | null;
  /** The noun and adjectives after "combien de"; empty when nothing is counted. */
  readonly counted: readonly KnownTerm[];
  /** What is said of those counted: "combien de pompiers ont été blessés"; null when nothing is. */
  readonly predicate: KnownTerm | null;
  /** What it sets apart as its topic: "à propos des drones"; null when nothing is. */
  readonly topic: KnownTerm | null;
  /** The names of whom something was done with: "parlé avec Erdogan"; empty when there is nobody. */
  readonly partner: readonly KnownTerm[];
  /** Of a question completed by the one before, what it says itself; empty for others. */
  readonly own: readonly KnownTerm[];
  /** Whether it wants a yes or no. */
  readonly whether: boolean;
  /** Folded words of the question. */
  readonly asked: Asked;
}

export interface ReciprocalRanks {
  readonly passageRank: number;
  readonly sentenceRank: number;
  readonly termsRank: number;
}

export interface StandardScores {
  readonly passage: number;
  readonly sentences: readonly number[];
  readonly terms: number;
}

/** Weights of similarity (per deviation), coverage and kind when sentences of one passage compete. */
const jointWeights = { similarity: 0.45, coverage: 1.2, kind: 0.8 };

/** The score by which sentences of one passage compete for being the answer. */
export function sentenceScore({ similarity, coverage, kind }: SentenceEvidence): number {
  return (
    jointWeights.similarity * similarity +
    jointWeights.coverage * coverage +
    jointWeights.kind * kind
  );
}

/** The sentence of a passage that answers best. */
export function bestSentence(sentences: readonly SentenceEvidence[]): SentenceEvidence {
  return sentences.reduce((a, b) => (sentenceScore(b) > sentenceScore(a) ? b : a));
}

/** What the words of a candidate say, whatever its vectors do: known before the question is encoded. */
export interface WordEvidence {
  readonly sentences: readonly Omit<SentenceEvidence, "similarity">[];
  readonly features: Pick<
    PassageFeatures,
    | "coverage"
    | "bestSentenceCoverage"
    | "proximity"
    | "rarest"
    | "title"
    | "kindAnywhere"
    | "kindStrict"
    | "coverageWithTitle"
    | "missingNames"
  >;
}

/** Kinds whose every form the patterns know. */
export const strictKinds: ReadonlySet<WantedKind> = new Set([
  "date",
  "duration",
  "age",
  "amount",
  "number",
]);

function missingNames(terms: readonly KnownTerm[], strengths: readonly number[]): number {
  let missing = 0;
  let total = 0;
  terms.forEach((term, i) => {
    if (!term.marked) return;
    total += term.rarity;
    missing += term.rarity * (1 - (strengths[i] ?? 0));
  });
  return total === 0 ? 0 : missing / total;
}

function rarestStrength(terms: readonly KnownTerm[], strengths: readonly number[]): number {
  let rarity = -1;
  let strength = 0;
  terms.forEach((term, i) => {
    if (!term.found || term.rarity <= rarity) return;
    rarity = term.rarity;
    strength = strengths[i] ?? 0;
  });
  return strength;
}

const kindsRead = new WeakMap<AnalyzedSentence, Map<WantedKind, KindReading>>();

/** What a sentence holds of a kind is read once and remembered with it. */
function kindIn(sentence: AnalyzedSentence, wanted: WantedKind, asked: Asked): number {
  const read = kindsRead.get(sentence) ?? new Map<WantedKind, KindReading>();
  const reading = read.get(wanted) ?? readKind(wanted, sentence.text);
  kindsRead.set(sentence, read.set(wanted, reading));
  return reading(asked);
}

/** Whether a sentence's words meet those of a question; terms that its passage lacks are not looked for again. */
function readSentences(
  { sentences }: AnalyzedPassage,
  strengths: readonly number[],
  { terms, wanted, asked }: QuestionView,
): WordEvidence["sentences"] {
  return sentences.map((sentence) => {
    const { start, end, text, analyzed } = sentence;
    const own = terms.map((term, i) =>
      strengths[i] === 0 ? 0 : matchTerm(term, analyzed).strength,
    );
    const kind = wanted === null ? 0 : kindIn(sentence, wanted, asked);
    return { start, end, text, strengths: own, coverage: coverageOf(terms, own), kind };
  });
}

/**
 * Compares the words of a passage and of its article's title with a question.
 * @param titleStrengths how strongly the title meets each term
 */
export function readWords(
  passage: AnalyzedPassage,
  titleStrengths: readonly number[],
  question: QuestionView,
): WordEvidence {
  const { terms, wanted } = question;
  const matches = terms.map((term) => matchTerm(term, passage.whole));
  const strengths = matches.map(({ strength }) => strength);
  const sentences = readSentences(passage, strengths, question);
  const withTitle = strengths.map((strength, i) =>
    Math.max(strength, 0.8 * (titleStrengths[i] ?? 0)),
  );
  const known = terms.filter(({ found }) => found);
  const knownWithTitle = withTitle.filter((_, i) => terms[i]?.found);
  const kindAnywhere = Math.max(...sentences.map(({ kind }) => kind));
  return {
    sentences,
    features: {
      coverage: coverageOf(terms, strengths),
      bestSentenceCoverage: Math.max(...sentences.map(({ coverage }) => coverage)),
      proximity: proximityOf(terms, matches),
      rarest: rarestStrength(terms, strengths),
      title: coverageOf(terms, titleStrengths),
      kindAnywhere,
      kindStrict: wanted !== null && strictKinds.has(wanted) ? kindAnywhere : 0,
      coverageWithTitle: coverageOf(known, knownWithTitle),
      missingNames: missingNames(terms, withTitle),
    },
  };
}

/** The features of one candidate: what its words, its vectors and its article say. */
export function passageFeatures(
  words: WordEvidence,
  { scores, ranks }: { readonly scores: StandardScores; readonly ranks: ReciprocalRanks },
  support: number,
): { readonly features: PassageFeatures; readonly sentences: readonly SentenceEvidence[] } {
  // Written out, here and below: copying by spread costs ten times as much, for each candidate.
  const sentences = words.sentences.map(
    ({ start, end, text, strengths, coverage, kind }, i): SentenceEvidence => {
      const similarity = scores.sentences[i] ?? 0;
      return { start, end, text, similarity, strengths, coverage, kind };
    },
  );
  const best = bestSentence(sentences);
  const of = words.features;
  return {
    sentences,
    features: {
      coverage: of.coverage,
      bestSentenceCoverage: of.bestSentenceCoverage,
      proximity: of.proximity,
      rarest: of.rarest,
      title: of.title,
      kindAnywhere: of.kindAnywhere,
      kindStrict: of.kindStrict,
      coverageWithTitle: of.coverageWithTitle,
      missingNames: of.missingNames,
      passageRank: ranks.passageRank,
      sentenceRank: ranks.sentenceRank,
      termsRank: ranks.termsRank,
      passage: scores.passage,
      sentence: Math.max(...scores.sentences),
      terms: scores.terms,
      support,
      joint: sentenceScore(best),
      kind: best.kind,
    },
  };
}
