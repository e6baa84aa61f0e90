/**
 * Asks what was written for news articles, five articles at a time as a first corpus is, and prints how the
 * answers fare: of the 150 articles that weights were fitted on, and of the fifty that were kept aside.
 *
 *   node --import tsx test/long/score-written.ts DATA_FOLDER
 */
import { join } from "node:path";
import { createAsk } from "../../src/answer/create-ask.ts";
import type { Citation } from "../../src/answer/answer.ts";
import { cleanArticle } from "../../src/clean/clean-article.ts";
import type { Article } from "../../src/clean/article.ts";
import type { ArticleId } from "../../src/corpus/raw-article.ts";
import { createEmbedder } from "../../src/embed/create-embedder.ts";
import { readBeirCorpus } from "../../src/eval/read-beir.ts";
import { splitPassages } from "../../src/passages/split-passages.ts";
import { openMemoryStore } from "../support/memory-store.ts";
import {
  inFives,
  readWrittenQuestions,
  type WrittenQuestion,
} from "../support/written-questions.ts";

interface Scored {
  readonly question: WrittenQuestion;
  readonly confidence: string;
  /** Rank of the citation that holds the answer, from 0; -1: none does. */
  readonly rank: number;
  /** Whether the sentence marked in it holds the answer; null where the article has it twice. */
  readonly isMarked: boolean | null;
}

const [folder] = process.argv.slice(2);
if (folder === undefined)
  throw new Error("Wanted the folder of the development data, with orange in it");

const articles = new Map<ArticleId, Article>();
for await (const item of readBeirCorpus(join(folder, "orange", "corpus.jsonl")))
  if (item.kind === "article") articles.set(item.article.articleId, cleanArticle(item.article));

function score(
  question: WrittenQuestion,
  {
    confidence,
    citations,
  }: { readonly confidence: string; readonly citations: readonly Citation[] },
): Scored {
  const { answer, article } = question;
  const text = articles.get(article)?.text ?? "";
  const words = answer === null ? null : text.slice(answer.start, answer.end);
  const holds = ({ articleId, passage }: Citation) =>
    words !== null && articleId === article && passage.includes(words);
  const rank = citations.findIndex(holds);
  const highlight = citations[rank]?.highlight ?? null;
  const marked = highlight === null ? "" : text.slice(highlight.start, highlight.end);
  const isMarked = answer?.repeated === true || rank < 0 ? null : marked.includes(words ?? "");
  return { question, confidence, rank, isMarked };
}

const embedder = await createEmbedder({ modelsDir: "models", model: "sourcier-e5-small" });
const scored: Scored[] = [];
for (const { five, asked } of inFives(readWrittenQuestions("news"), articles)) {
  const store = await openMemoryStore(five, embedder, splitPassages);
  const ask = createAsk({ store: () => store, embedder, defaultLanguage: "fr" });
  for (const question of asked) {
    const { answer } = await ask({ question: question.question, k: 3 });
    scored.push(score(question, answer));
  }
}
await embedder.close();

const percent = (of: readonly Scored[], is: (one: Scored) => boolean) =>
  `${((100 * of.filter(is).length) / of.length).toFixed(1)} %`;

for (const part of ["dev", "held"] as const) {
  for (const grade of ["plain", "paraphrase", "near-miss"] as const) {
    const all = scored.filter(({ question }) => question.part === part && question.grade === grade);
    const high = percent(all, ({ confidence }) => confidence === "high");
    const none = percent(all, ({ confidence }) => confidence === "none");
    const found = all.filter(({ rank, isMarked }) => rank === 0 && isMarked !== null);
    const ranks =
      grade === "near-miss"
        ? ""
        : `first ${percent(all, ({ rank }) => rank === 0)}, in three ${percent(all, ({ rank }) => rank >= 0)}, ` +
          `marked ${percent(found, ({ isMarked }) => isMarked === true)} of ${found.length}, `;
    console.log(`${part}, ${grade} (${all.length}): ${ranks}high ${high}, none ${none}`);
  }
}
