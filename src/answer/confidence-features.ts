import type { RankedPassage, SearchResult } from "../search/create-search.ts";
import { bestSentence, type QuestionView } from "../search/passage-features.ts";
import type { KnownTerm } from "../search/match-question.ts";
import { joinTexts } from "../search/analyzed-text.ts";
import { coverageOf, matchTerm } from "../search/term-coverage.ts";

/** What tells an answered question from one that only sounds like the corpus, each about 0..1 in size. */
export interface ConfidenceFeatures {
  /** Similarities of the best passage in deviations, a tenth. */
  readonly passage: number;
  readonly sentence: number;
  readonly terms: number;
  /** Cosines above 0.8, tenfold. */
  readonly passageCosine: number;
  readonly sentenceCosine: number;
  readonly coverage: number;
  readonly sentenceCoverage: number;
  /** Coverage of the names and figures, of the other words; 1 and 0 as of none. */
  readonly nameCoverage: number;
  readonly wordCoverage: number;
  /** What neither passage nor title has of the question: rarities added up, a fifth. */
  readonly missing: number;
  /** Names are met but what is asked about them is not: the form of a near miss. */
  readonly namesOnly: number;
  /** The noun asked for ("quel hôtel", "combien de drones") is not near the answer. */
  readonly focusMissing: number;
  readonly proximity: number;
  /** How strongly the rarest known term is met; the share that the title meets. */
  readonly rarest: number;
  readonly title: number;
  /** How far the best passage leads the next and the tenth, in units of the ranking score, a fifth. */
  readonly lead: number;
  readonly leadOverTenth: number;
  /** How far the best passage leads the first of another article, a fifth; 0 without another. */
  readonly leadOverOthers: number;
  /** Similarities of the first ten that stand in the best passage's article, added up, a thirtieth. */
  readonly articleSimilarity: number;
  /** BM25 of the passage among the first ten that has most of it. */
  readonly mostTerms: number;
  /** The same for the best sentence's similarity among passages, in deviations, a fifth. */
  readonly sentenceLead: number;
  /** Share of the question, by rarity, that the index does not know in any form. */
  readonly unknown: number;
  readonly unknownNames: number;
  /** The wanted kind of answer is in the answering sentence; is wanted but not there. */
  readonly kindFound: number;
  readonly kindMissing: number;
  /** The best passage is first by passage, sentence and term scores alike. */
  readonly agreement: number;
  /** Few terms prove little. */
  readonly brevity: number;
  /** Logarithm of the number of passages, up to a bound, a tenth. */
  readonly size: number;
}

/** The models were fitted on corpora up to this many passages; beyond it nothing is extrapolated. */
const largestSeen = 1_000;

function unknownShare(terms: readonly KnownTerm[]): number {
  return (
    1 -
    coverageOf(
      terms,
      terms.map(({ found }) => (found ? 1 : 0)),
    )
  );
}

function coverages(best: RankedPassage, terms: readonly KnownTerm[]) {
  const text = joinTexts([best.analyzed.whole, best.title]);
  const strengths = new Map(terms.map((term) => [term, matchTerm(term, text).strength]));
  const strengthOf = (term: KnownTerm) => strengths.get(term) ?? 0;
  const coverage = (some: readonly KnownTerm[]) => coverageOf(some, some.map(strengthOf));
  const names = terms.filter(({ marked }) => marked);
  const words = terms.filter(({ marked }) => !marked);
  const nameCoverage = names.length === 0 ? 1 : coverage(names);
  const wordCoverage = coverage(words);
  return {
    nameCoverage,
    wordCoverage,
    missing: terms.reduce((sum, term) => sum + term.rarity * (1 - strengthOf(term)), 0) / 5,
    namesOnly: words.length === 0 ? 0 : nameCoverage * (1 - wordCoverage),
    unknownNames: names.length === 0 ? 0 : unknownShare(names),
  };
}

function leadsOf(ranked: readonly RankedPassage[]) {
  const scores = ranked.map(({ score }) => score);
  const [first = 0, second = first] = scores;
  const tenth = scores[Math.min(9, scores.length - 1)] ?? first;
  const similarities = ranked.map(({ features }) => features.sentence).sort((a, b) => b - a);
  const [most = 0, next = most] = similarities;
  return {
    lead: (first - second) / 5,
    leadOverTenth: (first - tenth) / 5,
    sentenceLead: (most - next) / 5,
  };
}

/** Documents of one title are one article: data sets cut articles into several. */
function sharesArticle(a: RankedPassage, b: RankedPassage): boolean {
  const { articleId, title } = a.article;
  return articleId === b.article.articleId || (title !== "" && title === b.article.title);
}

const firstTen = 10;

function articleOf(best: RankedPassage, ranked: readonly RankedPassage[]) {
  const nearest = ranked.slice(0, firstTen);
  const same = nearest.filter((one) => sharesArticle(best, one));
  const other = nearest.find((one) => !sharesArticle(best, one));
  return {
    articleSimilarity: same.reduce((sum, { features }) => sum + features.passage, 0) / 30,
    leadOverOthers: other === undefined ? 0 : (best.score - other.score) / 5,
    mostTerms: dampened(Math.max(...nearest.map(({ features }) => features.terms))),
  };
}

function dampened(termScore: number): number {
  return Math.log1p(Math.max(0, termScore)) / 3;
}

/** How far the noun that the question asks for is from being met by the answering sentence. */
function focusMissing(best: RankedPassage, { focus, terms }: QuestionView): number {
  if (focus === null) return 0;
  const sentence = bestSentence(best.sentences).strengths[terms.indexOf(focus)] ?? 0;
  const passage = matchTerm(focus, best.analyzed.whole).strength;
  return 1 - Math.max(sentence, 0.7 * passage);
}

/** Null when nothing was found at all. */
export function confidenceFeatures({
  ranked,
  question,
  passages,
}: SearchResult): ConfidenceFeatures | null {
  const [best] = ranked;
  if (best === undefined) return null;
  const { features, similarity, sentences } = best;
  const { terms, wanted } = question;
  const answering = bestSentence(sentences);
  return {
    passage: features.passage / 10,
    sentence: features.sentence / 10,
    terms: dampened(features.terms),
    passageCosine: (similarity.passage - 0.8) * 10,
    sentenceCosine: (similarity.sentence - 0.8) * 10,
    coverage: features.coverageWithTitle,
    sentenceCoverage: answering.coverage,
    ...coverages(best, terms),
    proximity: features.proximity,
    rarest: features.rarest,
    title: features.title,
    focusMissing: focusMissing(best, question),
    ...leadsOf(ranked),
    ...articleOf(best, ranked),
    unknown: unknownShare(terms),
    kindFound: wanted === null ? 0 : answering.kind,
    kindMissing: wanted === null ? 0 : 1 - answering.kind,
    agreement: (features.passageRank + features.sentenceRank + features.termsRank) / 3,
    brevity: 1 / Math.max(1, terms.length),
    size: Math.log(Math.min(passages, largestSeen)) / 10,
  };
}
