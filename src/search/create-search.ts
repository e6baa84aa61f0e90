/**
 * A question -> the passages that fit it, best first, with what speaks for each. Candidates come from the
 * vectors and from BM25; a plain sum of standard scores keeps twenty; a second look at their words ranks them.
 * Whether the best one answers is judged elsewhere.
 */
import type { Embedder } from "../embed/embedder.ts";
import type {
  ArticleSummary,
  ExactSimilarity,
  Row,
  SimilarityMoments,
  Store,
  StoredPassage,
} from "../store/store.ts";
import { outletTerm } from "../terms/passage-terms.ts";
import { explainQuestion, questionTerms } from "../terms/question-terms.ts";
import { splitWords } from "../terms/split-words.ts";
import { analyzedPassages, type AnalyzedPassage, type AnalyzedText } from "./analyzed-text.ts";
import { articleCatalogue } from "./article-catalogue.ts";
import { findCounted } from "./find-counted.ts";
import { findFocus } from "./find-focus.ts";
import { findSupport } from "./find-support.ts";
import { matchQuestion, type QuestionMatches } from "./match-question.ts";
import {
  passageFeatures,
  readWords,
  type PassageFeatures,
  type QuestionView,
  type ReciprocalRanks,
  type SentenceEvidence,
  type StandardScores,
  type WordEvidence,
} from "./passage-features.ts";
import { fusionWeights, rankingWeights } from "./ranking-weights.ts";
import { standardScore, thinCorpusPriors, type Moments } from "./standard-score.ts";
import { matchTerm } from "./term-coverage.ts";
import { findWantedKind, type WantedKind } from "./wanted-kind.ts";

/** A passage found, with what speaks for it. */
export interface RankedPassage {
  readonly passage: StoredPassage;
  /** Its words, and those of its article's title. */
  readonly analyzed: AnalyzedPassage;
  readonly title: AnalyzedText;
  readonly article: ArticleSummary;
  /** Higher is better; comparable within one question. */
  readonly score: number;
  readonly features: PassageFeatures;
  readonly sentences: readonly SentenceEvidence[];
  /** Cosines of the passage and of its best sentence to the question. */
  readonly similarity: { readonly passage: number; readonly sentence: number };
}

export interface SearchResult {
  readonly question: QuestionView;
  /** Best first; as many as were looked at twice. */
  readonly ranked: readonly RankedPassage[];
  /** Passages of the whole index. */
  readonly passages: number;
  readonly embedMs: number;
  readonly searchMs: number;
}

export interface SearchOptions {
  /** The kind of answer wanted, where the question alone does not tell. Default: read from the question. */
  readonly wanted?: WantedKind | null;
  /** Only passages of this outlet, as long as there are any; `words` of the question that merely name it. */
  readonly outlet?: { readonly outlet: string; readonly words: ReadonlySet<string> } | null;
}

/** Finds the passages that fit a question. Never empty unless the index is. @throws {EmbedderError} */
export type Search = (question: string, options?: SearchOptions) => Promise<SearchResult>;

const candidatesPerSide = 40;
/** Thirty find the same first passages (1,065 questions of PIAF), eight lose one in a hundred of the first five. */
const lookedAtTwice = 20;

interface Candidate {
  readonly row: Row;
  /** Cosines, as measured. */
  readonly similarity: { readonly passage: number; readonly sentence: number };
  readonly ranks: ReciprocalRanks;
  readonly scores: StandardScores;
  readonly fused: number;
}

interface CorpusMoments {
  readonly terms: Moments;
  readonly similarity: SimilarityMoments;
  readonly passages: number;
}

function standardize(
  exact: ExactSimilarity,
  termScore: number,
  { terms, similarity, passages }: CorpusMoments,
): StandardScores {
  const priors = thinCorpusPriors;
  return {
    passage: standardScore(exact.passage, similarity.passage, priors.passage, passages),
    sentences: Array.from(exact.sentences, (sentence) =>
      standardScore(sentence, similarity.sentence, priors.sentence, passages),
    ),
    terms: standardScore(termScore, terms, priors.terms, passages),
  };
}

function fuse({ passage, sentences, terms }: StandardScores): number {
  return (
    fusionWeights.passage * passage +
    fusionWeights.sentence * Math.max(...sentences) +
    fusionWeights.terms * terms
  );
}

async function findCandidates(
  store: Store,
  vector: Float32Array,
  { matches }: QuestionMatches,
): Promise<readonly Candidate[]> {
  const near = await store.nearest(vector, candidatesPerSide);
  const termScores = new Map(matches.hits.map(({ row, score }) => [row, score]));
  const rows = [...new Set([...near.map(({ row }) => row), ...termScores.keys()])];
  const [exact, similarity] = await Promise.all([
    store.compare(vector, rows),
    store.moments(vector),
  ]);
  const moments = { terms: matches, similarity, passages: store.summary.passages };
  const scored = exact.map((found) => {
    const scores = standardize(found, termScores.get(found.row) ?? 0, moments);
    const similarity = { passage: found.passage, sentence: Math.max(...found.sentences) };
    return { row: found.row, similarity, scores, fused: fuse(scores) };
  });
  return withRanks(scored)
    .sort((a, b) => b.fused - a.fused)
    .slice(0, lookedAtTwice);
}

/** 1 for the greatest, 1/2 for the second, and so on. */
function reciprocalRanks(values: readonly number[]): readonly number[] {
  const order = values.map((_, i) => i).sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0));
  const ranks = new Array<number>(values.length).fill(0);
  order.forEach((i, rank) => (ranks[i] = 1 / (rank + 1)));
  return ranks;
}

function withRanks(scored: readonly Omit<Candidate, "ranks">[]): Candidate[] {
  const passage = reciprocalRanks(scored.map(({ scores }) => scores.passage));
  const sentence = reciprocalRanks(scored.map(({ scores }) => Math.max(...scores.sentences)));
  const terms = reciprocalRanks(scored.map(({ scores }) => scores.terms));
  return scored.map(({ row, similarity, scores, fused }, i) => {
    const ranks = {
      passageRank: passage[i] ?? 0,
      sentenceRank: sentence[i] ?? 0,
      termsRank: terms[i] ?? 0,
    };
    return { row, similarity, ranks, scores, fused };
  });
}

const weighedFeatures = Object.entries(rankingWeights) as [keyof PassageFeatures, number][];

/** The second look's score. */
export function rankingScore(features: PassageFeatures): number {
  let score = 0;
  for (const [name, weight] of weighedFeatures) score += weight * features[name];
  return score;
}

/** A candidate's passage and what its words say of the question. */
interface ReadCandidate {
  readonly analyzed: AnalyzedPassage;
  readonly article: ArticleSummary;
  readonly title: AnalyzedText;
  readonly words: WordEvidence;
}

/** Reads passages in the light of a question, each once. */
function createReader(store: Store, question: QuestionView) {
  const { terms } = question;
  const read = new Map<Row, ReadCandidate>();
  const titles = new Map<ArticleSummary, readonly number[]>();
  return async (rows: readonly Row[]): Promise<ReadonlyMap<Row, ReadCandidate>> => {
    const catalogue = await articleCatalogue(store);
    const unread = rows.filter((row) => !read.has(row));
    for (const analyzed of await analyzedPassages(store, unread)) {
      const entry = catalogue.get(analyzed.passage.articleId);
      if (entry === undefined) continue;
      const { summary: article, title } = entry;
      const ofTitle = titles.get(article) ?? terms.map((term) => matchTerm(term, title).strength);
      titles.set(article, ofTitle);
      const words = readWords(analyzed, ofTitle, question);
      read.set(analyzed.passage.row, { analyzed, article, title, words });
    }
    return read;
  };
}

function rank(
  candidates: readonly Candidate[],
  read: ReadonlyMap<Row, ReadCandidate>,
): readonly RankedPassage[] {
  const supportOf = findSupport(
    candidates.map(({ row, scores }) => ({
      row,
      article: read.get(row)?.article,
      passage: scores.passage,
    })),
  );
  return candidates
    .flatMap((candidate): RankedPassage[] => {
      const found = read.get(candidate.row);
      if (found === undefined) return [];
      const { analyzed, article, title } = found;
      const { features, sentences } = passageFeatures(
        found.words,
        candidate,
        supportOf(candidate.row),
      );
      const score = rankingScore(features);
      const { similarity } = candidate;
      const { passage } = analyzed;
      return [{ passage, analyzed, title, article, score, features, sentences, similarity }];
    })
    .sort((a, b) => b.score - a.score);
}

function preferOutlet(
  ranked: readonly RankedPassage[],
  outlet: SearchOptions["outlet"],
): readonly RankedPassage[] {
  if (outlet === null || outlet === undefined) return ranked;
  const preferred = ranked.filter(({ article }) => article.outlet === outlet.outlet);
  return preferred.length > 0 ? preferred : ranked;
}

function viewQuestion(
  text: string,
  { terms }: QuestionMatches,
  wanted: WantedKind | null | undefined,
): QuestionView {
  const words = new Set(splitWords(text).map(({ folded }) => folded));
  const kind = wanted ?? findWantedKind(text);
  const focus = findFocus(text, terms, kind);
  return {
    terms,
    wanted: kind,
    focus,
    counted: findCounted(text, terms, focus),
    asked: (word) => splitWords(word).every(({ folded }) => words.has(folded)),
  };
}

/**
 * Hybrid search over one published index, for one reply: what was asked for before is found once.
 * While the encoder works, the passages that share terms with the question are read.
 */
export function createSearch(store: Store, embedder: Embedder): Search {
  const search = async (text: string, { wanted, outlet }: SearchOptions): Promise<SearchResult> => {
    const started = performance.now();
    const terms = questionTerms(text, outlet?.words);
    const extra = outlet ? [{ term: outletTerm(outlet.outlet), weight: 1 }] : [];
    const embedding = embedder
      .embedQuestion(explainQuestion(text, terms))
      .then((vector) => ({ vector, embedMs: performance.now() - started }));
    const reading = matchQuestion(store, { terms, extra }, candidatesPerSide).then(
      async (matched) => {
        const question = viewQuestion(text, matched, wanted);
        const read = createReader(store, question);
        await read(matched.matches.hits.slice(0, lookedAtTwice).map(({ row }) => row));
        return { matched, question, read };
      },
    );
    const [{ vector, embedMs }, { matched, question, read }] = await Promise.all([
      embedding,
      reading,
    ]);
    const candidates = await findCandidates(store, vector, matched);
    const ranked = rank(candidates, await read(candidates.map(({ row }) => row)));
    const searchMs = Math.max(0, performance.now() - started - embedMs);
    return {
      ...{ question, passages: store.summary.passages, embedMs, searchMs },
      ranked: preferOutlet(ranked, outlet),
    };
  };
  return rememberSearches(search);
}

/** A reply may look for the same thing twice: once for its records, once for its passages. */
function rememberSearches(
  search: (question: string, options: SearchOptions) => Promise<SearchResult>,
): Search {
  const known = new Map<string, Promise<SearchResult>>();
  return (question, { wanted, outlet } = {}) => {
    const key = JSON.stringify([question, wanted ?? findWantedKind(question), outlet?.outlet]);
    const found =
      known.get(key) ?? search(question, { wanted: wanted ?? null, outlet: outlet ?? null });
    known.set(key, found);
    return found;
  };
}
