import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ArticleId } from "../../src/corpus/raw-article.ts";
import { createEmbedder } from "../../src/embed/create-embedder.ts";
import type { Embedder } from "../../src/embed/embedder.ts";
import { renderEval } from "../../src/eval/render-eval.ts";
import { runEval, type EvalProgress, type EvalReport } from "../../src/eval/run-eval.ts";
import { withoutArticles } from "../../src/eval/without-articles.ts";
import { splitPassages } from "../../src/passages/split-passages.ts";
import { createSearch } from "../../src/search/create-search.ts";
import { readGradedQuestions, readInventedArticles } from "../support/graded-corpora.ts";
import { openMemoryStore } from "../support/memory-store.ts";

const articles = readInventedArticles();
const questions = readGradedQuestions().filter(
  ({ corpus, grade }) => corpus === "invented" && grade === "literal",
);

let folder: string;
let embedder: Embedder;
let report: EvalReport;
const progress: EvalProgress[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "sourcier-eval-"));
  embedder = await createEmbedder({ modelsDir: "models", model: "sourcier-e5-small" });
  const paths = ["corpus.jsonl", "queries.jsonl", "qrels.tsv"].map((name) => join(folder, name));
  const [corpus, queries, qrels] = paths as [string, string, string];
  const lines = (values: readonly object[]) => values.map((v) => JSON.stringify(v)).join("\n");
  await writeFile(
    corpus,
    lines(articles.map(({ articleId, title, text }) => ({ _id: articleId, title, text }))),
  );
  await writeFile(
    queries,
    lines(
      questions.map(({ question, answer }, i) => ({
        _id: `q${i}`,
        text: question,
        metadata: { answer },
      })),
    ),
  );
  const judged = questions.map(({ articleId }, i) => `q${i}\t${articleId}\t1`);
  await writeFile(qrels, ["query-id\tcorpus-id\tscore", ...judged].join("\n"));
  report = await runEval({
    ...{ corpus, queries, qrels, embedder },
    workDir: join(folder, "index"),
    onProgress: (state) => progress.push(state),
  });
}, 600_000);

afterAll(async () => {
  await embedder.close();
  await rm(folder, { recursive: true });
});

describe("runEval()", () => {
  it("indexes every document and asks every question", () => {
    expect(report).toMatchObject({ documents: articles.length, queries: questions.length });
  });

  it("finds most answers, no worse than BM25 or vectors alone", () => {
    const { sourcier, bm25, vectors } = report.figures;
    expect(sourcier.recall5).toBeGreaterThanOrEqual(0.95);
    expect(sourcier.mrr10).toBeGreaterThanOrEqual(Math.max(bm25.mrr10, vectors.mrr10) - 0.02);
  });

  it("tells highlights and separation", () => {
    expect(report.highlights?.counted).toBeGreaterThan(0);
    expect(report.separation?.auroc).toBeGreaterThan(0.9);
    const { high, low, none } = report.confidence.answerable;
    expect(high + low + none).toBe(questions.length);
  });

  it("shows progress with an expected end", () => {
    expect(progress.some(({ stage }) => stage === "indexing")).toBe(true);
    expect(progress.at(-1)).toMatchObject({ stage: "asking", done: questions.length, etaMs: 0 });
  });

  it("reads as a table", () => {
    expect(renderEval(report)).toMatch(/\| Sourcier \| [\d.]+ \| [\d.]+ \|/);
    expect(renderEval(report)).toContain("AUROC");
  });
});

describe("withoutArticles()", () => {
  it("answers as if the articles had never been there", async () => {
    const store = await openMemoryStore(articles, embedder, splitPassages);
    const gone = "port-valmer" as ArticleId;
    const rest = await withoutArticles(store, [gone]);
    const { ranked, question } = await createSearch(rest, embedder)("Qui préside à Valmer ?");
    expect(ranked.length).toBeGreaterThan(0);
    expect(ranked.every(({ passage }) => passage.articleId !== gone)).toBe(true);
    expect(question.terms.find(({ words }) => words[0] === "valm")?.found ?? false).toBe(false);
    expect(await rest.article(gone)).toBeNull();
    expect(await rest.rowsOf(gone)).toEqual([]);
  });
});
