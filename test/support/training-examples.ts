import { join } from "node:path";
import {
  confidenceFeatures,
  type ConfidenceFeatures,
} from "../../src/answer/confidence-features.ts";
import { statedDoubt } from "../../src/answer/stated-doubt.ts";
import { cleanArticle } from "../../src/clean/clean-article.ts";
import type { Article } from "../../src/clean/article.ts";
import type { ArticleId } from "../../src/corpus/raw-article.ts";
import type { Embedder } from "../../src/embed/embedder.ts";
import {
  readBeirCorpus,
  readBeirQueries,
  readQrels,
  type EvalQuery,
} from "../../src/eval/read-beir.ts";
import { withoutArticles } from "../../src/eval/without-articles.ts";
import { splitPassages } from "../../src/passages/split-passages.ts";
import { createSearch, type SearchResult } from "../../src/search/create-search.ts";
import type { PassageFeatures, SentenceEvidence } from "../../src/search/passage-features.ts";
import { sentenceFeatures, type SentenceFeatures } from "../../src/search/sentence-features.ts";
import type { Store } from "../../src/store/store.ts";
import { readGradedQuestions, readInventedArticles, readSeeds } from "./graded-corpora.ts";
import { openMemoryStore } from "./memory-store.ts";
import { createRandom, draw } from "./random.ts";
import { inFives, readWrittenQuestions, type WrittenQuestion } from "./written-questions.ts";

/**
 * Questions with what search found for them, for fitting: those of an encyclopedia's readers, asked of the
 * whole data set, of corpora of a few dozen passages cut out of it, and with the answer taken out in three
 * ways; the graded ones; those written for the same passages (`written`) and for five news articles at a
 * time (`five`), near misses among them.
 */
export interface TrainingExample {
  /** `title`: every document of the right one's title is gone; `document`: only the right one. */
  readonly setting:
    "whole" | "small" | "title" | "document" | "stranger" | "graded" | "written" | "five";
  readonly grade: string | null;
  readonly part: "dev" | "held";
  /** Examples of one group never stand on both sides of a fold. */
  readonly group: string;
  readonly answerable: boolean;
  /** Rank of the right passage, from 0; -1 when it was not found. */
  readonly rank: number;
  readonly confidence: ConfidenceFeatures;
  /** What rules on the form of the found sentences take away, 0..1. */
  readonly doubt: number;
  readonly candidates: readonly { readonly features: PassageFeatures; readonly right: boolean }[];
  /** The sentences of the right passage, where it was found and the answer's place is known; else empty. */
  readonly sentences: readonly { readonly features: SentenceFeatures; readonly right: boolean }[];
}

type Frame = Pick<TrainingExample, "setting" | "grade" | "part" | "group">;
type IsRight = (articleId: string, text: string) => boolean;
type Answers = (sentence: SentenceEvidence) => boolean;

interface Right {
  readonly isRight: IsRight | null;
  /** Which sentences of the right passage answer. */
  readonly answers?: Answers;
}

function judgeSentences(
  { ranked, question }: SearchResult,
  rank: number,
  answers: Answers | undefined,
): TrainingExample["sentences"] {
  const right = ranked[rank];
  if (right === undefined || answers === undefined) return [];
  const judged = sentenceFeatures(right, question).map((features, i) => ({
    features,
    right: answers(right.sentences[i]!),
  }));
  return judged.some((sentence) => sentence.right) ? judged : [];
}

async function example(
  store: Store,
  embedder: Embedder,
  question: string,
  { isRight, answers, ...frame }: Frame & Right,
): Promise<TrainingExample | null> {
  const found = await createSearch(store, embedder)(question);
  const confidence = confidenceFeatures(found);
  const [best] = found.ranked;
  if (confidence === null || best === undefined) return null;
  const doubt = statedDoubt(best, found.question);
  const candidates = found.ranked.map(({ passage, features }) => ({
    features,
    right: isRight?.(passage.articleId, passage.text) ?? false,
  }));
  const rank = candidates.findIndex(({ right }) => right);
  const sentences = judgeSentences(found, rank, answers);
  return { ...frame, answerable: isRight !== null, rank, confidence, doubt, candidates, sentences };
}

function byTitle(articles: readonly Article[]): Map<string, Article[]> {
  const groups = new Map<string, Article[]>();
  for (const article of articles) {
    groups.set(article.title, [...(groups.get(article.title) ?? []), article]);
  }
  return groups;
}

const smallCorpora = [8, 16, 32, 64];

function* cutSmall(
  articles: readonly Article[],
  random: () => number,
): Generator<readonly Article[]> {
  let part: Article[] = [];
  let size = 0;
  const groups = [...byTitle(articles).values()];
  for (const group of draw(groups, groups.length, random)) {
    part.push(...group);
    if (part.length < smallCorpora[size % smallCorpora.length]!) continue;
    yield part;
    part = [];
    size++;
  }
}

interface DataSet {
  readonly articles: readonly Article[];
  readonly questions: readonly (EvalQuery & { readonly gold: ArticleId })[];
}

async function readDataSet(folder: string): Promise<DataSet> {
  const articles: Article[] = [];
  for await (const item of readBeirCorpus(join(folder, "corpus.jsonl"))) {
    if (item.kind === "article") articles.push(cleanArticle(item.article));
  }
  const judgements = await readQrels(join(folder, "qrels/dev.tsv"));
  const questions = (await readBeirQueries(join(folder, "queries.jsonl"))).flatMap((query) => {
    const [gold] = judgements.get(query.id)?.keys() ?? [];
    return gold === undefined ? [] : [{ ...query, gold: gold as ArticleId }];
  });
  return { articles, questions };
}

const strangersPerCorpus = 12;

async function* smallExamples(
  { articles, questions }: DataSet,
  embedder: Embedder,
  random: () => number,
): AsyncGenerator<TrainingExample | null> {
  for (const part of cutSmall(articles, random)) {
    const store = await openMemoryStore(part, embedder, splitPassages);
    const here = new Set(part.map(({ articleId }) => articleId));
    const own = questions.filter(({ gold }) => here.has(gold));
    for (const { text, gold } of own) {
      const frame = { setting: "small", grade: null, part: "dev", group: gold } as const;
      yield await example(store, embedder, text, { ...frame, isRight: (id) => id === gold });
    }
    const others = questions.filter(({ gold }) => !here.has(gold));
    for (const { text, gold } of draw(others, strangersPerCorpus, random)) {
      const frame = { setting: "stranger", grade: null, part: "dev", group: gold } as const;
      yield await example(store, embedder, text, { ...frame, isRight: null });
    }
  }
}

async function* wholeExamples(
  store: Store,
  { articles, questions }: DataSet,
  embedder: Embedder,
): AsyncGenerator<TrainingExample | null> {
  const titles = byTitle(articles);
  const titleOf = new Map(articles.map(({ articleId, title }) => [articleId, title]));
  for (const { text, gold, answer } of questions) {
    const frame = { grade: null, part: "dev", group: gold } as const;
    const isRight: IsRight = (id) => id === gold;
    const at = answer?.start ?? -1;
    const answers: Answers = ({ start, end }) => start <= at && at < end;
    yield await example(store, embedder, text, { ...frame, setting: "whole", isRight, answers });
    const without = await withoutArticles(store, [gold]);
    yield await example(without, embedder, text, { ...frame, setting: "document", isRight: null });
    const siblings = titles.get(titleOf.get(gold) ?? "") ?? [];
    const ids = siblings.map(({ articleId }) => articleId);
    const bare = await withoutArticles(store, ids);
    yield await example(bare, embedder, text, { ...frame, setting: "title", isRight: null });
  }
}

async function* gradedExamples(
  { articles }: DataSet,
  embedder: Embedder,
): AsyncGenerator<TrainingExample | null> {
  const asked = [...readGradedQuestions(), ...readGradedQuestions("near-misses.jsonl")];
  for (const surroundings of [[], articles.slice(0, 400)]) {
    const seeds = [...(await readSeeds()), ...surroundings];
    const invented = [...readInventedArticles(), ...surroundings];
    const stores = {
      seeds: await openMemoryStore(seeds, embedder, splitPassages),
      invented: await openMemoryStore(invented, embedder, splitPassages),
    };
    for (const { corpus, grade, part, question, articleId, answer } of asked) {
      if (grade === "source") continue;
      const isRight: IsRight | null =
        articleId === null ? null : (id, text) => id === articleId && text.includes(answer ?? "");
      const frame = { setting: "graded", grade, part, group: question } as const;
      const answers: Answers = ({ text }) => text.includes(answer ?? "");
      yield await example(stores[corpus], embedder, question, { ...frame, isRight, answers });
    }
  }
}

async function writtenExample(
  store: Store,
  embedder: Embedder,
  { article, grade, part, question, answer }: WrittenQuestion,
  { setting, text }: { readonly setting: "written" | "five"; readonly text: string },
): Promise<TrainingExample | null> {
  const words = answer === null ? "" : text.slice(answer.start, answer.end);
  const isRight: IsRight | null =
    answer === null ? null : (id, passage) => id === article && passage.includes(words);
  const answers: Answers = (sentence) => sentence.text.includes(words);
  const frame = { setting, grade, part, group: article } as const;
  const standsOnce = answer !== null && answer.repeated !== true;
  return await example(store, embedder, question, {
    ...frame,
    isRight,
    ...(standsOnce ? { answers } : {}),
  });
}

async function* encyclopediaExamples(
  store: Store,
  { articles }: DataSet,
  embedder: Embedder,
): AsyncGenerator<TrainingExample | null> {
  const texts = new Map(articles.map(({ articleId, text }) => [articleId, text]));
  for (const question of readWrittenQuestions("encyclopedia")) {
    const text = texts.get(question.article) ?? "";
    yield await writtenExample(store, embedder, question, { setting: "written", text });
  }
}

async function* newsExamples(
  { articles }: DataSet,
  embedder: Embedder,
): AsyncGenerator<TrainingExample | null> {
  const byId = new Map(articles.map((article) => [article.articleId, article]));
  for (const { five, asked } of inFives(readWrittenQuestions("news"), byId)) {
    const store = await openMemoryStore(five, embedder, splitPassages);
    for (const question of asked) {
      const text = byId.get(question.article)?.text ?? "";
      yield await writtenExample(store, embedder, question, { setting: "five", text });
    }
  }
}

/** Every example there is. @param folder of the development data: BEIR data sets `piaf` and `orange` */
export async function readTrainingExamples(
  folder: string,
  embedder: Embedder,
  seed: number,
): Promise<readonly TrainingExample[]> {
  const data = await readDataSet(join(folder, "piaf"));
  const news = await readDataSet(join(folder, "orange"));
  const store = await openMemoryStore(data.articles, embedder, splitPassages);
  const sources = [
    wholeExamples(store, data, embedder),
    smallExamples(data, embedder, createRandom(seed)),
    gradedExamples(data, embedder),
    encyclopediaExamples(store, data, embedder),
    newsExamples(news, embedder),
  ];
  const examples: TrainingExample[] = [];
  for (const source of sources) {
    for await (const one of source) if (one !== null) examples.push(one);
  }
  return examples;
}
