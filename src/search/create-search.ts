/**
 * A question -> the passages that fit it, best first, with what speaks for each. Candidates come from the
 * vectors and from BM25; a plain sum of standard scores keeps the best; a second look at their words ranks them.
 * Whether the best one answers is judged elsewhere.
 */
import type { ArticleId } from "../corpus/raw-article.ts";
import type { Embedder } from "../embed/embedder.ts";
import type { ArticleSummary, Row, Store, StoredPassage } from "../store/store.ts";
import { outletTerm } from "../terms/passage-terms.ts";
import { explainQuestion, questionTerms } from "../terms/question-terms.ts";
import { splitWords } from "../terms/split-words.ts";
import { withoutShouting } from "../terms/without-shouting.ts";
import type { AnalyzedPassage, AnalyzedText } from "./analyzed-text.ts";
import {
  candidatesPerSide,
  findCandidates,
  lookedAtTwice,
  type Candidate,
} from "./find-candidates.ts";
import { findCounted, findPredicate } from "./find-counted.ts";
import { findFocus } from "./find-focus.ts";
import { findPartner } from "./find-partner.ts";
import { findSupport } from "./find-support.ts";
import { findTopic } from "./find-topic.ts";
import { matchQuestion, type KnownTerm, type QuestionMatches } from "./match-question.ts";
import {
  passageFeatures,
  type PassageFeatures,
  type QuestionView,
  type SentenceEvidence,
} from "./passage-features.ts";
import { rankingWeights } from "./ranking-weights.ts";
import { createReader, type ReadCandidate } from "./read-candidates.ts";
import { meets } from "./term-coverage.ts";
import { asksWhether, findWantedKind, type WantedKind } from "./wanted-kind.ts";

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
  /** Of a question completed by the one before: what it names itself, and the article spoken of. */
  readonly spokenOf?: { readonly own: string; readonly articleId: ArticleId | null } | null;
}

/** Finds the passages that fit a question. Never empty unless the index is. @throws {EmbedderError} */
export type Search = (question: string, options?: SearchOptions) => Promise<SearchResult>;

const weighedFeatures = Object.entries(rankingWeights) as [keyof PassageFeatures, number][];

/** The second look's score. */
export function rankingScore(features: PassageFeatures): number {
  let score = 0;
  for (const [name, weight] of weighedFeatures) score += weight * features[name];
  return score;
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

/** "Et le vaccin ?" is looked for where the conversation is, before what was asked there already. */
function preferSpokenOf(
  ranked: readonly RankedPassage[],
  own: readonly KnownTerm[],
  spokenOf: SearchOptions["spokenOf"],
): readonly RankedPassage[] {
  const isMeant = ({ passage, analyzed }: RankedPassage) =>
    passage.articleId === spokenOf?.articleId && own.every((term) => meets(term, analyzed.whole));
  if (own.length === 0 || !ranked.some(isMeant)) return ranked;
  return [...ranked.filter(isMeant), ...ranked.filter((one) => !isMeant(one))];
}

/** The terms of a question that some of its words make up: the names among them, if there are any. */
function termsOf(words: string, terms: readonly KnownTerm[]): readonly KnownTerm[] {
  const said = new Set(splitWords(words).map(({ folded }) => folded));
  const own = terms.filter(({ folded }) => folded.every((word) => said.has(word)));
  const names = own.filter(({ marked }) => marked);
  return names.length > 0 ? names : own;
}

function viewQuestion(
  text: string,
  { terms }: QuestionMatches,
  { wanted, spokenOf }: SearchOptions,
): QuestionView {
  const words = new Set(splitWords(text).map(({ folded }) => folded));
  const kind = wanted ?? findWantedKind(text);
  const focus = findFocus(text, terms, kind);
  return {
    text,
    terms,
    wanted: kind,
    focus,
    counted: findCounted(text, terms, focus),
    predicate: findPredicate(text, terms),
    topic: findTopic(text, terms),
    partner: findPartner(text, terms),
    whether: kind === null && asksWhether(text),
    own: termsOf(spokenOf?.own ?? "", terms),
    asked: (word) => words.has(word),
  };
}

/**
 * Hybrid search over one published index, for one reply: what was asked for before is found once.
 * While the encoder works, the passages that share terms with the question are read.
 */
export function createSearch(store: Store, embedder: Embedder): Search {
  const search = async (typed: string, options: SearchOptions): Promise<SearchResult> => {
    const { outlet, spokenOf } = options;
    const started = performance.now();
    const text = withoutShouting(typed);
    const terms = questionTerms(text, outlet?.words);
    const extra = outlet ? [{ term: outletTerm(outlet.outlet), weight: 1 }] : [];
    const embedding = embedder
      .embedQuestion(explainQuestion(text, terms))
      .then((vector) => ({ vector, embedMs: performance.now() - started }));
    const reading = matchQuestion(store, { terms, extra }, candidatesPerSide).then(
      async (matched) => {
        const question = viewQuestion(text, matched, options);
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
      ranked: preferSpokenOf(preferOutlet(ranked, outlet), question.own, spokenOf),
    };
  };
  return rememberSearches(search);
}

/** A reply may look for the same thing twice: once for its records, once for its passages. */
function rememberSearches(
  search: (question: string, options: SearchOptions) => Promise<SearchResult>,
): Search {
  const known = new Map<string, Promise<SearchResult>>();
  return (question, options = {}) => {
    const { wanted, outlet, spokenOf } = options;
    const kind = wanted ?? findWantedKind(question);
    const key = JSON.stringify([question, kind, outlet?.outlet, spokenOf]);
    const found = known.get(key) ?? search(question, options);
    known.set(key, found);
    return found;
  };
}
