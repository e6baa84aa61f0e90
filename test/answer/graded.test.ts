import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Ask } from "../../src/answer/answer.ts";
import { createAsk } from "../../src/answer/create-ask.ts";
import { createEmbedder } from "../../src/embed/create-embedder.ts";
import type { Embedder } from "../../src/embed/embedder.ts";
import { splitPassages } from "../../src/passages/split-passages.ts";
import type { Article } from "../../src/clean/article.ts";
import { readGradedQuestions, readInventedArticles, readSeeds } from "../support/graded-corpora.ts";
import {
  askGraded,
  gradeReplies,
  type GradedReply,
  type GradeResult,
} from "../support/graded-run.ts";
import { openMemoryStore } from "../support/memory-store.ts";

let embedder: Embedder;
let ask: Record<"seeds" | "invented", Ask>;
let texts: ReadonlyMap<string, string>;
let replies: readonly GradedReply[];
let results: ReturnType<typeof gradeReplies>;

async function askAbout(articles: readonly Article[]): Promise<Ask> {
  const store = await openMemoryStore(articles, embedder, splitPassages);
  return createAsk({ store: () => store, embedder, defaultLanguage: "fr" });
}

beforeAll(async () => {
  embedder = await createEmbedder({ modelsDir: "models", model: "sourcier-e5-small" });
  const [seeds, invented] = [await readSeeds(), readInventedArticles()];
  texts = new Map([...seeds, ...invented].map(({ articleId, text }) => [articleId, text]));
  ask = { seeds: await askAbout(seeds), invented: await askAbout(invented) };
  replies = await askGraded(readGradedQuestions(), (corpus) => ask[corpus]);
  results = gradeReplies(replies);
}, 600_000);

afterAll(() => embedder.close());

function result(grade: Parameters<typeof results.get>[0]): GradeResult {
  const found = results.get(grade);
  if (found === undefined) throw new Error(`No question of grade ${grade}`);
  return found;
}

function share(count: number, { asked, failures }: GradeResult): number {
  if (count < asked)
    console.info(`${count} of ${asked}; among the others:\n  ${failures.join("\n  ")}`);
  return count / asked;
}

describe("answers to the graded questions", () => {
  it("cites the right passage first for literal questions, within three always", () => {
    const literal = result("literal");
    expect(share(literal.first, literal)).toBeGreaterThanOrEqual(0.95);
    expect(literal.inThree).toBe(literal.asked);
  });

  it("is sure of most literal questions", () => {
    const literal = result("literal");
    expect(share(literal.high, literal)).toBeGreaterThanOrEqual(0.8);
    expect(literal.none).toBe(0);
  });

  it("highlights the sentence that answers", () => {
    const literal = result("literal");
    expect(literal.highlighted / literal.first).toBeGreaterThanOrEqual(0.95);
  });

  it("understands hardly a word shared, more often than not", () => {
    const paraphrase = result("paraphrase");
    expect(share(paraphrase.first, paraphrase)).toBeGreaterThanOrEqual(0.65);
    expect(share(paraphrase.inThree, paraphrase)).toBeGreaterThanOrEqual(0.85);
  });

  it("forgives typos, capitals, missing accents, and reads other languages", () => {
    const noisy = result("noisy");
    expect(share(noisy.inThree, noisy)).toBeGreaterThanOrEqual(0.9);
  });

  it("tells who met whom", () => {
    const met = result("who-met-whom");
    expect(share(met.inThree, met)).toBeGreaterThanOrEqual(0.85);
  });

  it("is not sure where the fact is not stated, or the subject is not there", () => {
    for (const grade of ["near-miss", "out-of-corpus", "boilerplate"] as const) {
      const missing = result(grade);
      expect(share(missing.asked - missing.high, missing)).toBeGreaterThanOrEqual(0.9);
    }
    expect(result("out-of-corpus").none / result("out-of-corpus").asked).toBeGreaterThanOrEqual(
      0.9,
    );
  });

  it("finds the article whose link is asked for", () => {
    const source = result("source");
    expect(share(source.first, source)).toBe(1);
  });

  it("quotes word for word, scores descending, no passage twice", () => {
    for (const {
      reply: { answer, others },
    } of replies) {
      const cited = [...answer.citations, ...(answer.kind === "source" ? [] : others)];
      for (const { articleId, passage, start, end, highlight } of cited) {
        expect(texts.get(articleId)?.slice(start, end)).toBe(passage);
        if (highlight === null) continue;
        expect(highlight.start).toBeGreaterThanOrEqual(start);
        expect(highlight.end).toBeLessThanOrEqual(end);
      }
      const scores = cited.map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
      const places = cited.map(({ articleId, start }) => `${articleId} ${start}`);
      expect(new Set(places).size).toBe(places.length);
    }
  });
});

describe("conversations", () => {
  it("gives the link of what it just cited", async () => {
    const first = await ask.seeds({ question: "Combien de soldats turcs ont été tués à Idleb ?" });
    const { answer } = await ask.seeds({ question: "le lien ?", previous: first.topic });
    expect(answer.kind).toBe("source");
    expect(answer.citations[0]?.articleId).toBe(first.answer.citations[0]?.articleId);
  });

  it("understands a bare question word from the question before", async () => {
    const first = await ask.invented({ question: "Pourquoi le port de Valmer doit-il fermer ?" });
    const { answer } = await ask.invented({ question: "Quand ?", previous: first.topic });
    expect(answer.citations.map(({ passage }) => passage).join()).toContain("2027");
  });

  it("goes on with who met whom after a link, and after a question without an answer", async () => {
    const { topic: met } = await ask.seeds({ question: "Qui a rencontré Macron ?" });
    const link = await ask.seeds({ question: "le lien ?", previous: met });
    const unknown = await ask.seeds({
      question: "Quelle est la recette de la tarte tatin ?",
      previous: link.topic,
    });
    expect(unknown.answer.confidence).toBe("none");
    expect(unknown.topic).toEqual(link.topic);
    const { answer } = await ask.seeds({ question: "et Biden ?", previous: unknown.topic });
    expect(answer).toMatchObject({
      kind: "encounters",
      query: { person: { name: "Joe Biden" } },
    });
  });

  it('knows that "le lien ?" means nothing yet', async () => {
    const { answer } = await ask.seeds({ question: "le lien ?" });
    expect(answer).toMatchObject({ kind: "source", citations: [] });
  });

  it("gives no link of what it did not show", async () => {
    const question = "Quelle est la recette de la tarte tatin ?";
    const { topic } = await ask.seeds({ question });
    const { answer } = await ask.seeds({ question: "le lien ?", previous: topic });
    expect(answer.citations).toEqual([]);
  });

  it("does not tell who was met when asked who was not", async () => {
    for (const question of ["Qui Lavrov n'a-t-il pas rencontré ?", "Who did Lavrov not meet?"]) {
      expect((await ask.seeds({ question })).answer.kind).toBe("passages");
    }
  });

  it("finds a month of a year gone by", async () => {
    const { answer } = await ask.seeds({ question: "Où Macron avait-il vu Poutine en mai ?" });
    expect(answer.encounters[0]).toMatchObject({ place: "Versailles" });
  });

  it("hears the question behind a greeting, and quotes it back as it was asked", async () => {
    const question = "Salut ! Dis-moi qui a rencontré Macron, stp";
    const { answer, topic } = await ask.seeds({ question });
    expect(answer).toMatchObject({ kind: "encounters", question });
    const next = await ask.seeds({ question: "Merci. Et Biden ?", previous: topic });
    expect(next.answer).toMatchObject({
      kind: "encounters",
      query: { person: { name: "Joe Biden" } },
    });
  });

  it("answers empty, tiny and huge questions without failing", async () => {
    for (const question of ["", "   ", "?", "\n", "😀"]) {
      const { answer } = await ask.seeds({ question });
      expect(answer).toMatchObject({ kind: "no-answer", reason: "empty-question" });
    }
    for (const question of ["a", "x".repeat(10_000), "qui ".repeat(2_500), "'".repeat(10_000)]) {
      const { answer } = await ask.seeds({ question });
      expect(answer.confidence).not.toBe("high");
    }
  });

  it("answers in the language asked for, else in that of the question", async () => {
    const english = await ask.seeds({ question: "Where did Lavrov meet Kerry?" });
    expect(english.answer.lang).toBe("en");
    const french = await ask.seeds({ question: "Where did Lavrov meet Kerry?", lang: "fr" });
    expect(french.answer.lang).toBe("fr");
  });

  it("keeps to the outlet that is asked for", async () => {
    const { answer } = await ask.seeds({
      question: "Selon Euronews, que négocient Poutine et Erdogan ?",
    });
    expect(new Set(answer.citations.map(({ outlet }) => outlet))).toEqual(new Set(["Euronews"]));
  });
});
