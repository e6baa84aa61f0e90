import type { Span } from "../clean/article.ts";
import type { SearchResult } from "../search/create-search.ts";
import { markAnswer } from "../search/mark-answer.ts";
import type { Store } from "../store/store.ts";
import type { EvalQuery } from "./read-beir.ts";

/** Whether a highlight holds the answer that the data set gives. */
export interface JudgedHighlight {
  readonly right: boolean;
  readonly rightAlone: boolean;
  readonly ofTwo: boolean;
}

/** How a run's highlights fared. */
export interface HighlightFigures {
  readonly counted: number;
  /** Highlights that hold the answer's beginning; the likeliest sentence alone does. */
  readonly right: number;
  readonly rightAlone: number;
  /** Highlights of two sentences. */
  readonly ofTwo: number;
}

/** Null when the right document is not first, or does not hold the answer as given. */
export async function judgeHighlight(
  store: Store,
  { answer }: EvalQuery,
  { ranked, question }: SearchResult,
  relevant: ReadonlyMap<string, number>,
): Promise<JudgedHighlight | null> {
  const [first] = ranked;
  if (answer === null || first === undefined || !relevant.has(first.passage.articleId)) return null;
  if (!first.passage.text.includes(answer.text)) return null;
  const marked = markAnswer(first, question);
  const article = await store.article(first.passage.articleId);
  const at = answer.start ?? -1;
  const stands = at >= 0 && article?.text.startsWith(answer.text, at) === true;
  const holds = ({ start, end }: Span) =>
    stands
      ? start <= at && at < end
      : article?.text.slice(start, end).includes(answer.text) === true;
  return { right: holds(marked), rightAlone: holds(marked.best), ofTwo: marked.sentences === 2 };
}

/** @returns null when none was judged */
export function countHighlights(judged: readonly JudgedHighlight[]): HighlightFigures | null {
  if (judged.length === 0) return null;
  const count = (has: (one: JudgedHighlight) => boolean) => judged.filter(has).length;
  return {
    counted: judged.length,
    right: count(({ right }) => right),
    rightAlone: count(({ rightAlone }) => rightAlone),
    ofTwo: count(({ ofTwo }) => ofTwo),
  };
}
