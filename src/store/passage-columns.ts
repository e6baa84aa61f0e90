/**
 * Where passages and sentences lie, as plain columns of numbers: 16 bytes a passage, 8 a sentence.
 * Passages are in the order of their articles; sentences and vector records in the order of their passages.
 */
import type { Span } from "../clean/article.ts";
import type { Passage } from "../passages/passage.ts";

/** Numbers per passage: article, start, end, first sentence. */
export const passageWidth = 4;
/** Numbers per sentence: start, end. */
export const sentenceWidth = 2;

export interface PassageLayout {
  readonly passages: number;
  readonly sentences: number;
  article(row: number): number;
  passage(row: number): Passage;
  /** Numbers of the passage's vector records: its own, then one per sentence. */
  records(row: number): Span;
  /** Rows of an article, by its number. */
  rows(article: number): Span;
}

export function createPassageLayout(
  passageColumn: Uint32Array,
  sentenceColumn: Uint32Array,
  articles: number,
): PassageLayout {
  const passages = passageColumn.length / passageWidth;
  const sentences = sentenceColumn.length / sentenceWidth;
  const cell = (row: number, column: number): number =>
    passageColumn[row * passageWidth + column] ?? 0;
  const firstSentence = (row: number): number => (row < passages ? cell(row, 3) : sentences);
  const firstRows = new Uint32Array(articles + 1).fill(passages);
  for (let row = passages - 1; row >= 0; row--) firstRows[cell(row, 0)] = row;
  for (let article = articles - 1; article >= 0; article--)
    firstRows[article] = Math.min(firstRows[article] ?? 0, firstRows[article + 1] ?? 0);
  return {
    passages,
    sentences,
    article: (row) => cell(row, 0),
    passage(row) {
      const spans: Span[] = [];
      for (let s = firstSentence(row); s < firstSentence(row + 1); s++)
        spans.push({ start: sentenceColumn[2 * s] ?? 0, end: sentenceColumn[2 * s + 1] ?? 0 });
      return { start: cell(row, 1), end: cell(row, 2), sentences: spans };
    },
    records: (row) => ({ start: row + firstSentence(row), end: row + 1 + firstSentence(row + 1) }),
    rows: (article) => ({ start: firstRows[article] ?? 0, end: firstRows[article + 1] ?? 0 }),
  };
}

/** Collects columns; the numbers grow in place. */
export interface ColumnBuilder {
  push(...numbers: readonly number[]): void;
  readonly length: number;
  view(): Uint32Array;
}

export function createColumnBuilder(): ColumnBuilder {
  let numbers = new Uint32Array(1024);
  let length = 0;
  return {
    push(...added) {
      if (length + added.length > numbers.length) {
        const larger = new Uint32Array(numbers.length * 2);
        larger.set(numbers);
        numbers = larger;
      }
      for (const number of added) numbers[length++] = number;
    },
    get length() {
      return length;
    },
    view: () => numbers.subarray(0, length),
  };
}
