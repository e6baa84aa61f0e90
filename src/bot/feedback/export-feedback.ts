import type { Article } from "../../clean/article.ts";
import type { FeedbackEntry } from "../bot-dependencies.ts";

/** The three files of a BEIR data set, as `eval` reads them. */
export interface BeirFiles {
  /** corpus.jsonl: `{"_id", "title", "text"}` a line. */
  readonly corpus: string;
  /** queries.jsonl: `{"_id", "text"}` a line. */
  readonly queries: string;
  /** qrels.tsv with its header: query, article, 1 where the answer was judged right, 0 where wrong. */
  readonly qrels: string;
}

/**
 * Judged answers as a test set. A judgement concerns the answer as a whole, so it is credited to the
 * article quoted first; entries without any quotation judge nothing and are left out.
 */
export function exportFeedback(
  entries: readonly FeedbackEntry[],
  articles: readonly Article[],
): BeirFiles {
  const judged = entries.flatMap((entry) => {
    const [best] = entry.citations;
    return best === undefined ? [] : [{ ...entry, articleId: best.articleId }];
  });
  const questions = [...new Set(judged.map(({ question }) => question))];
  const idOf = new Map(questions.map((question, i) => [question, `q${i + 1}`]));
  // The latest judgement of a pair counts.
  const scores = new Map<string, number>();
  for (const { question, articleId, judgement } of judged) {
    scores.set(`${idOf.get(question) ?? ""}\t${articleId}`, judgement === "right" ? 1 : 0);
  }
  return {
    corpus: jsonLines(
      articles.map(({ articleId, title, text }) => ({ _id: articleId, title, text })),
    ),
    queries: jsonLines(questions.map((text) => ({ _id: idOf.get(text), text }))),
    qrels: `query-id\tcorpus-id\tscore\n${[...scores].map(([pair, score]) => `${pair}\t${score}\n`).join("")}`,
  };
}

function jsonLines(records: readonly object[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join("");
}
