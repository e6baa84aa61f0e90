import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Article } from "../../src/clean/article.ts";
import type { ArticleId } from "../../src/corpus/raw-article.ts";

/**
 * Questions written by reading the development data: 200 of its news articles, of which the last fifty were
 * kept aside (`held`), and all its encyclopedia passages. The texts themselves stay with the data; an answer is
 * told by its place in them.
 */
export interface WrittenQuestion {
  readonly article: ArticleId;
  /** `near-miss`: the right people and topic, but a fact that the article does not state. */
  readonly grade: "plain" | "paraphrase" | "near-miss";
  readonly part: "dev" | "held";
  readonly question: string;
  /** UTF-16 units into the document's text; null for a near miss. `repeated`: it stands there again. */
  readonly answer: {
    readonly start: number;
    readonly end: number;
    readonly repeated?: boolean;
  } | null;
}

const folder = fileURLToPath(new URL("../data/questions/", import.meta.url));

export function readWrittenQuestions(set: "news" | "encyclopedia"): readonly WrittenQuestion[] {
  return readFileSync(`${folder}${set}.jsonl`, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as WrittenQuestion);
}

/** Articles in the order of their questions, five by five: the size of a first corpus. */
export function* inFives(
  questions: readonly WrittenQuestion[],
  articles: ReadonlyMap<ArticleId, Article>,
): Generator<{ readonly five: readonly Article[]; readonly asked: readonly WrittenQuestion[] }> {
  const ids = [...new Set(questions.map(({ article }) => article))];
  for (let first = 0; first < ids.length; first += 5) {
    const chosen = new Set(ids.slice(first, first + 5));
    yield {
      five: [...chosen].flatMap((id) => articles.get(id) ?? []),
      asked: questions.filter(({ article }) => chosen.has(article)),
    };
  }
}
