import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { cleanArticle } from "../../src/clean/clean-article.ts";
import type { Article } from "../../src/clean/article.ts";
import type { ArticleId } from "../../src/corpus/raw-article.ts";
import { readCorpus } from "../../src/corpus/read-corpus.ts";

/**
 * The graded questions and the two corpora they are asked of: the five seeds, and invented articles
 * that nothing was tuned on. `part` splits the questions: `dev` was seen while building, `held` was not.
 */
export type Grade =
  | "literal"
  | "paraphrase"
  | "noisy"
  | "who-met-whom"
  | "near-miss"
  | "out-of-corpus"
  | "boilerplate"
  | "source";

export interface GradedQuestion {
  readonly corpus: "seeds" | "invented";
  readonly grade: Grade;
  readonly part: "dev" | "held";
  readonly question: string;
  /** The article that answers; null when none does. */
  readonly articleId: string | null;
  /** Words that the right passage holds; null when there is none. */
  readonly answer: string | null;
}

interface InventedArticle {
  readonly articleId: string;
  readonly outlet: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
}

const dataFolder = fileURLToPath(new URL("../data/answer/", import.meta.url));
const seedsFolder = fileURLToPath(new URL("../../seeds", import.meta.url));

function readLines<T>(file: string): T[] {
  return readFileSync(dataFolder + file, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as T);
}

export function readGradedQuestions(file = "graded.jsonl"): readonly GradedQuestion[] {
  return readLines<GradedQuestion>(file);
}

/** An article whose paragraphs are already clean. */
export function articleOf(article: {
  readonly articleId: string;
  readonly outlet: string | null;
  readonly title: string;
  readonly paragraphs: readonly string[];
}): Article {
  let text = "";
  const paragraphs = article.paragraphs.map((paragraph) => {
    if (text !== "") text += "\n\n";
    const start = text.length;
    text += paragraph;
    return { start, end: text.length };
  });
  return {
    articleId: article.articleId as ArticleId,
    title: article.title,
    outlet: article.outlet,
    url: `https://example.org/${article.articleId}`,
    published: null,
    text,
    paragraphs,
    dropped: [],
  };
}

export function readInventedArticles(): readonly Article[] {
  return readLines<InventedArticle>("articles.jsonl").map(articleOf);
}

export async function readSeeds(): Promise<readonly Article[]> {
  const articles: Article[] = [];
  for await (const item of readCorpus([seedsFolder])) {
    if (item.kind === "article") articles.push(cleanArticle(item.article));
  }
  return articles;
}
