import type { Article } from "../clean/article.ts";
import type { ArticleId, Source } from "../corpus/raw-article.ts";
import type { Encounter } from "../encounters/encounter.ts";
import type { Passage } from "../passages/passage.ts";
import type { PassageTerms } from "../terms/passage-terms.ts";

/** Number of a passage within one published index. Rows change between publications. */
export type Row = number & { readonly brand: "Row" };

export interface StoreSummary {
  readonly articles: number;
  readonly passages: number;
  readonly sentences: number;
  readonly encounters: number;
  readonly embedderFingerprint: string;
}

export interface VectorHit {
  readonly row: Row;
  /** Cosine of the question's vector and the passage's, -1..1. */
  readonly similarity: number;
}

export interface WeightedTerm {
  readonly term: string;
  /** Factor on the term's BM25 contribution: 1 for a word of the question, less for an equivalent. */
  readonly weight: number;
}

export interface TermHit {
  readonly row: Row;
  /** Sum of weight * BM25 over the terms. */
  readonly score: number;
}

export interface TermMatches {
  /** The best rows, best first. */
  readonly hits: readonly TermHit[];
  /** Mean and standard deviation of the score over every passage of the index, those without a match counting 0. */
  readonly mean: number;
  readonly deviation: number;
  /** Document frequency (passages) of each term asked for, in the order given; 0 when unknown. */
  readonly frequencies: readonly number[];
}

/** Exact similarities of one passage to the question. */
export interface ExactSimilarity {
  readonly row: Row;
  readonly passage: number;
  /** One per sentence, in order. */
  readonly sentences: Float32Array;
}

/**
 * Mean and deviation of the question's cosine over all passage or all sentence vectors of the index, as they are:
 * whoever compares with them judges what so few tell. Both are 0 for none, the deviation also for one.
 */
export interface Moments {
  readonly mean: number;
  readonly deviation: number;
}

export interface SimilarityMoments {
  readonly passage: Moments;
  readonly sentence: Moments;
}

export interface StoredPassage extends Passage {
  readonly row: Row;
  readonly articleId: ArticleId;
  /** `article.text.slice(start, end)` */
  readonly text: string;
}

/** What is shown of an article without opening it. */
export interface ArticleSummary extends Source {
  readonly articleId: ArticleId;
  readonly title: string;
}

/**
 * A published index, read-only. The files store and the PostgreSQL store both implement it and pass
 * the same contract tests. Everything is asynchronous because one of them is a network away.
 */
export interface Store {
  readonly summary: StoreSummary;
  /** The k passages nearest to a vector (approximate), best first. */
  nearest(vector: Float32Array, k: number): Promise<readonly VectorHit[]>;
  /** The k passages with the best BM25 over the terms, best first, and the score's moments. */
  matching(terms: readonly WeightedTerm[], k: number): Promise<TermMatches>;
  /** Exact cosines for chosen rows, in the order given. */
  compare(vector: Float32Array, rows: readonly Row[]): Promise<readonly ExactSimilarity[]>;
  moments(vector: Float32Array): Promise<SimilarityMoments>;
  passages(rows: readonly Row[]): Promise<readonly StoredPassage[]>;
  /** Known index terms within a small edit distance of an unknown one, nearest then most frequent first. */
  similarTerms(term: string, limit: number): Promise<readonly string[]>;
  articles(): Promise<readonly ArticleSummary[]>;
  article(articleId: ArticleId): Promise<Article | null>;
  /** The rows of an article's passages, in the order of its text. */
  rowsOf(articleId: ArticleId): Promise<readonly Row[]>;
  encounters(): Promise<readonly Encounter[]>;
  close(): Promise<void>;
}

/** One article with everything derived from it, ready to be stored. */
export interface IndexedArticle {
  readonly article: Article;
  /** Hash of everything the derived data depends on: raw text, source, versions of the rules. */
  readonly contentHash: string;
  readonly passages: readonly IndexedPassage[];
  readonly encounters: readonly Encounter[];
}

export interface IndexedPassage {
  readonly passage: Passage;
  readonly terms: PassageTerms;
  readonly vector: Float32Array;
  /** One per sentence. A passage of one sentence may repeat its own vector. */
  readonly sentenceVectors: readonly Float32Array[];
  /** What was embedded: the passage's text, then one per sentence. Default: the texts as they stand in the article. */
  readonly embedded?: readonly string[];
}

/** A change to the index in preparation: nothing is visible to readers before `publish`. */
export interface StoreUpdate {
  /** contentHash of every article of the published index this update starts from. */
  readonly contents: ReadonlyMap<ArticleId, string>;
  /** Vectors already computed for these texts (by this update's journal or the published index); null where unknown. */
  knownVectors(texts: readonly string[]): Promise<readonly (Float32Array | null)[]>;
  /** Makes computed vectors survive a kill, so that nothing is embedded twice. */
  remember(texts: readonly string[], vectors: readonly Float32Array[]): Promise<void>;
  put(article: IndexedArticle): Promise<void>;
  remove(articleId: ArticleId): Promise<void>;
  /**
   * Switches readers to the new index atomically and releases the lock. Writes nothing when nothing changed.
   * @throws {IndexError} when the index cannot be written; readers then keep the old one.
   */
  publish(options?: PublishOptions): Promise<StoreSummary>;
  /** Gives up the change and releases the lock; the journal of vectors stays. */
  discard(): Promise<void>;
}

export interface PublishOptions {
  /** Applied to the encounters of the whole index, those of unchanged articles included. Default: as they were put. */
  readonly linkEncounters?: (all: readonly Encounter[]) => readonly Encounter[];
}
