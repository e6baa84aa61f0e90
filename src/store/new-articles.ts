/**
 * The articles that an update puts, in scratch files until it is published: what grows with the text goes to the
 * disk at once, a few numbers per passage stay in memory.
 */
import { mkdir, open, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import type { Encounter } from "../encounters/encounter.ts";
import { assertUsable } from "./assert-usable.ts";
import type { ContentEntry } from "./build-files.ts";
import { createFileWriter, type FileWriter } from "./checked-file.ts";
import { addToSums, createVectorSums, type VectorSums } from "./moments.ts";
import { createColumnBuilder, type ColumnBuilder } from "./passage-columns.ts";
import { createPostingRuns, type PostingRuns } from "./posting-runs.ts";
import { encodeRecord, quantizeVector } from "./quantized-vector.ts";
import type { IndexedArticle, IndexedPassage } from "./store.ts";
import { textKey } from "./text-key.ts";

export interface NewArticles {
  readonly entries: readonly ContentEntry[];
  readonly encounters: readonly Encounter[];
  /** Article numbers and first sentences count from the first new article. */
  readonly passageColumn: ColumnBuilder;
  readonly sentenceColumn: ColumnBuilder;
  readonly passageLengths: ColumnBuilder;
  readonly articleLengths: readonly number[];
  readonly passageSums: VectorSums;
  readonly sentenceSums: VectorSums;
  readonly postings: PostingRuns;
  /** @throws {IndexError} when a vector cannot be used. */
  put(article: IndexedArticle): Promise<void>;
  /** Ends collecting; the scratch files can be read from their beginning. */
  finish(): Promise<NewFiles>;
  /** Closes the scratch files without caring for their content; does nothing after `finish`. */
  abandon(): Promise<void>;
}

export interface NewFiles {
  readonly articles: FileHandle;
  readonly vectors: FileHandle;
  readonly vectorKeys: FileHandle;
  close(): Promise<void>;
}

export interface NewArticlesOptions {
  readonly folder: string;
  readonly dimensions: number;
  readonly embedderFingerprint: string;
  readonly knownTerms: readonly string[];
}

const partNames = {
  articles: "articles.part",
  vectors: "vectors.part",
  keys: "keys.part",
} as const;

export async function createNewArticles(options: NewArticlesOptions): Promise<NewArticles> {
  const { folder, dimensions } = options;
  await mkdir(folder, { recursive: true });
  const writers = {
    articles: await createFileWriter(folder, partNames.articles),
    vectors: await createFileWriter(folder, partNames.vectors),
    keys: await createFileWriter(folder, partNames.keys),
  };
  const collected = {
    entries: [] as ContentEntry[],
    encounters: [] as Encounter[],
    articleLengths: [] as number[],
    passageColumn: createColumnBuilder(),
    sentenceColumn: createColumnBuilder(),
    passageLengths: createColumnBuilder(),
    passageSums: createVectorSums(dimensions),
    sentenceSums: createVectorSums(dimensions),
    postings: createPostingRuns(folder, options.knownTerms),
  };
  let isOpen = true;
  const vectors = createVectorWriter(options, writers.vectors, writers.keys);
  return {
    ...collected,
    async put(indexed) {
      assertUsable(indexed, dimensions);
      const { article, contentHash, encounters } = indexed;
      for (const passage of indexed.passages) {
        addColumns(collected, passage);
        collected.passageLengths.push(await collected.postings.add(passage.terms));
        await vectors.write(indexed, passage, collected);
      }
      const line = Buffer.from(`${JSON.stringify(article)}\n`);
      await writers.articles.write(line);
      collected.articleLengths.push(line.length);
      const { articleId, title, outlet, url, published } = article;
      collected.entries.push({ articleId, title, outlet, url, published, contentHash });
      collected.encounters.push(...encounters);
    },
    async finish() {
      isOpen = false;
      for (const writer of Object.values(writers)) await writer.finish();
      return openParts(folder);
    },
    async abandon() {
      if (!isOpen) return;
      isOpen = false;
      for (const writer of Object.values(writers)) await writer.abandon();
    },
  };
}

interface Columns {
  readonly entries: readonly ContentEntry[];
  readonly passageColumn: ColumnBuilder;
  readonly sentenceColumn: ColumnBuilder;
}

function addColumns(columns: Columns, { passage }: IndexedPassage): void {
  const article = columns.entries.length;
  const firstSentence = columns.sentenceColumn.length / 2;
  columns.passageColumn.push(article, passage.start, passage.end, firstSentence);
  for (const { start, end } of passage.sentences) columns.sentenceColumn.push(start, end);
}

interface Sums {
  readonly passageSums: VectorSums;
  readonly sentenceSums: VectorSums;
}

function createVectorWriter(
  options: NewArticlesOptions,
  vectors: FileWriter,
  keys: FileWriter,
): { write(article: IndexedArticle, passage: IndexedPassage, sums: Sums): Promise<void> } {
  return {
    async write({ article }, { passage, vector, sentenceVectors, embedded }, sums) {
      const texts =
        embedded ??
        [passage, ...passage.sentences].map(({ start, end }) => article.text.slice(start, end));
      for (const [i, one] of [vector, ...sentenceVectors].entries()) {
        const quantized = quantizeVector(one);
        addToSums(i === 0 ? sums.passageSums : sums.sentenceSums, quantized, 1);
        await vectors.write(encodeRecord(quantized));
        await keys.write(textKey(options.embedderFingerprint, texts[i] ?? ""));
      }
    },
  };
}

async function openParts(folder: string): Promise<NewFiles> {
  const articles = await open(join(folder, partNames.articles), "r");
  const vectors = await open(join(folder, partNames.vectors), "r");
  const vectorKeys = await open(join(folder, partNames.keys), "r");
  return {
    articles,
    vectors,
    vectorKeys,
    async close() {
      for (const file of [articles, vectors, vectorKeys]) await file.close();
    },
  };
}
