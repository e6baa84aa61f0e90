import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openFeedbackFile } from "../../src/bot/feedback/open-feedback-file.ts";
import type { Article } from "../../src/clean/article.ts";
import { writeFeedback } from "../../src/commands/feedback.ts";
import type { ArticleId } from "../../src/corpus/raw-article.ts";
import { readBeirQueries, readQrels } from "../../src/eval/read-beir.ts";

const article: Article = {
  articleId: "a1" as ArticleId,
  title: "La baleine",
  outlet: null,
  url: null,
  published: null,
  text: "Une baleine s'est échouée à Brest.",
  paragraphs: [{ start: 0, end: 34 }],
  dropped: [],
};

describe("writeFeedback()", () => {
  it("writes what readers judged in the form that eval reads", async () => {
    const folder = await mkdtemp(join(tmpdir(), "sourcier-feedback-"));
    const feedback = await openFeedbackFile(join(folder, "state"), { secret: "a token" });
    await feedback.setConsent(7, "granted");
    const citation = { articleId: article.articleId, start: 0, end: 34, passage: article.text };
    await feedback.add(7, {
      question: "Où la baleine s'est-elle échouée ?",
      lang: "fr",
      judgement: "right",
      verdict: null,
      citations: [citation],
      at: "2026-01-31T10:00:00Z",
    });
    const corpus = {
      articles: async () => Promise.resolve([{ ...article }]),
      article: async () => Promise.resolve(article),
      encounters: async () => Promise.resolve([]),
    };
    expect(await writeFeedback(feedback, corpus, folder)).toBe(1);
    const [query] = await readBeirQueries(join(folder, "queries.jsonl"));
    expect(query?.text).toBe("Où la baleine s'est-elle échouée ?");
    expect((await readQrels(join(folder, "qrels.tsv"))).get(query!.id)?.get("a1")).toBe(1);
    await rm(folder, { recursive: true });
  });
});
