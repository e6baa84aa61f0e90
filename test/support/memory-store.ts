import { distance } from "fastest-levenshtein";
import type { Article } from "../../src/clean/article.ts";
import type { ArticleId } from "../../src/corpus/raw-article.ts";
import type { Embedder } from "../../src/embed/embedder.ts";
import { findEncounters } from "../../src/encounters/find-encounters.ts";
import { linkEncounters } from "../../src/encounters/link-encounters.ts";
import type { Passage } from "../../src/passages/passage.ts";
import type {
  IndexedArticle,
  Row,
  SimilarityMoments,
  Store,
  StoredPassage,
  TermMatches,
  WeightedTerm,
} from "../../src/store/store.ts";
import { passageTerms } from "../../src/terms/passage-terms.ts";

/**
 * A Store kept in memory: exact nearest neighbours, BM25 by going over every posting. Slow and plain
 * on purpose: an oracle for tests and measurements.
 */

const k1 = 1.2;
const b = 0.75;

interface MemoryRow {
  readonly stored: StoredPassage;
  readonly vector: Float32Array;
  readonly sentenceVectors: readonly Float32Array[];
  readonly length: number;
}

function dot(left: Float32Array, right: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < left.length; i++) sum += left[i]! * right[i]!;
  return sum;
}

function momentsOf(values: readonly number[]): { mean: number; deviation: number } {
  if (values.length === 0) return { mean: 0, deviation: 0 };
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: Math.sqrt(variance) };
}

function rowsFor(indexed: readonly IndexedArticle[]): MemoryRow[] {
  const rows: MemoryRow[] = [];
  for (const { article, passages } of indexed) {
    for (const { passage, vector, sentenceVectors, terms } of passages) {
      const text = article.text.slice(passage.start, passage.end);
      const stored = { ...passage, row: rows.length as Row, articleId: article.articleId, text };
      const length = [...terms.values()].reduce((sum, frequency) => sum + frequency, 0);
      rows.push({ stored, vector, sentenceVectors, length });
    }
  }
  return rows;
}

function postingsFor(indexed: readonly IndexedArticle[]): Map<string, [number, number][]> {
  const postings = new Map<string, [number, number][]>();
  let row = 0;
  for (const { passages } of indexed) {
    for (const { terms } of passages) {
      for (const [term, frequency] of terms) {
        const list = postings.get(term) ?? [];
        list.push([row, frequency]);
        postings.set(term, list);
      }
      row++;
    }
  }
  return postings;
}

export class MemoryStore implements Store {
  readonly #rows: readonly MemoryRow[];
  readonly #postings: ReadonlyMap<string, readonly [number, number][]>;
  readonly #meanLength: number;

  constructor(
    private readonly indexed: readonly IndexedArticle[],
    private readonly fingerprint: string,
  ) {
    this.#rows = rowsFor(indexed);
    this.#postings = postingsFor(indexed);
    this.#meanLength = this.#rows.reduce((sum, row) => sum + row.length, 0) / this.#rows.length;
  }

  get summary() {
    return {
      articles: this.indexed.length,
      passages: this.#rows.length,
      sentences: this.#rows.reduce((sum, row) => sum + row.sentenceVectors.length, 0),
      encounters: this.indexed.reduce((sum, { encounters }) => sum + encounters.length, 0),
      embedderFingerprint: this.fingerprint,
    };
  }

  nearest(vector: Float32Array, k: number) {
    const hits = this.#rows.map((row) => ({
      row: row.stored.row,
      similarity: dot(vector, row.vector),
    }));
    return Promise.resolve(hits.sort((x, y) => y.similarity - x.similarity).slice(0, k));
  }

  matching(terms: readonly WeightedTerm[], k: number): Promise<TermMatches> {
    const scores = new Float64Array(this.#rows.length);
    const total = this.#rows.length;
    const frequencies = terms.map(({ term, weight }) => {
      const list = this.#postings.get(term) ?? [];
      const idf = Math.log(1 + (total - list.length + 0.5) / (list.length + 0.5));
      for (const [row, frequency] of list) {
        const norm = 1 - b + (b * this.#rows[row]!.length) / this.#meanLength;
        scores[row]! += (weight * idf * frequency * (k1 + 1)) / (frequency + k1 * norm);
      }
      return list.length;
    });
    const hits = [...scores]
      .map((score, row) => ({ row: row as Row, score }))
      .filter(({ score }) => score > 0)
      .sort((x, y) => y.score - x.score)
      .slice(0, k);
    return Promise.resolve({ hits, ...momentsOf([...scores]), frequencies });
  }

  compare(vector: Float32Array, rows: readonly Row[]) {
    return Promise.resolve(
      rows.map((row) => ({
        row,
        passage: dot(vector, this.#rows[row]!.vector),
        sentences: Float32Array.from(this.#rows[row]!.sentenceVectors, (s) => dot(vector, s)),
      })),
    );
  }

  moments(vector: Float32Array): Promise<SimilarityMoments> {
    return Promise.resolve({
      passage: momentsOf(this.#rows.map((row) => dot(vector, row.vector))),
      sentence: momentsOf(
        this.#rows.flatMap((row) => row.sentenceVectors.map((s) => dot(vector, s))),
      ),
    });
  }

  passages(rows: readonly Row[]) {
    return Promise.resolve(rows.map((row) => this.#rows[row]!.stored));
  }

  similarTerms(term: string, limit: number) {
    const most = term.length < 5 ? 1 : 2;
    return Promise.resolve(
      [...this.#postings]
        .map(([known, list]) => ({ known, away: distance(term, known), count: list.length }))
        .filter(({ away }) => away > 0 && away <= most)
        .sort((x, y) => x.away - y.away || y.count - x.count)
        .slice(0, limit)
        .map(({ known }) => known),
    );
  }

  articles() {
    return Promise.resolve(
      this.indexed.map(({ article: { articleId, title, outlet, url, published } }) => ({
        articleId,
        title,
        outlet,
        url,
        published,
      })),
    );
  }

  article(articleId: ArticleId) {
    const found = this.indexed.find(({ article }) => article.articleId === articleId);
    return Promise.resolve(found?.article ?? null);
  }

  rowsOf(articleId: ArticleId) {
    return Promise.resolve(
      this.#rows.filter((row) => row.stored.articleId === articleId).map((row) => row.stored.row),
    );
  }

  encounters() {
    return Promise.resolve(linkEncounters(this.indexed.flatMap(({ encounters }) => encounters)));
  }

  close() {
    return Promise.resolve();
  }
}

/** Encodes and indexes articles in memory. */
export async function openMemoryStore(
  articles: readonly Article[],
  embedder: Embedder,
  split: (article: Article) => readonly Passage[],
): Promise<MemoryStore> {
  const indexed: IndexedArticle[] = [];
  for (const article of articles) {
    const passages = [];
    for (const passage of split(article)) {
      const texts = [passage, ...passage.sentences].map((span) =>
        article.text.slice(span.start, span.end),
      );
      const [vector, ...sentenceVectors] = await embedder.embedPassages(texts);
      const terms = passageTerms(article, passage);
      passages.push({ passage, terms, vector: vector!, sentenceVectors });
    }
    const encounters = findEncounters(article);
    indexed.push({ article, contentHash: article.articleId, passages, encounters });
  }
  return new MemoryStore(indexed, embedder.fingerprint);
}
