import type { SearchResult } from "../search/create-search.ts";
import { markAnswer } from "../search/mark-answer.ts";
import type { Store } from "../store/store.ts";
import type { EvalQuery } from "./read-beir.ts";

/** How a run's highlights fared. */
export interface HighlightFigures {
  readonly counted: number;
  /** Highlights that hold the answer's beginning. */
  readonly right: number;
}

/** Whether the highlight holds the answer; null when the right document is not first, or does not hold the answer as given. */
export async function judgeHighlight(
  store: Store,
  { answer }: EvalQuery,
  { ranked, question }: SearchResult,
  relevant: ReadonlyMap<string, number>,
): Promise<boolean | null> {
  const [first] = ranked;
  if (answer === null || first === undefined || !relevant.has(first.passage.articleId)) return null;
  if (!first.passage.text.includes(answer.text)) return null;
  const { start, end } = markAnswer(first, question);
  const article = await store.article(first.passage.articleId);
  const at = answer.start ?? -1;
  const stands = at >= 0 && article?.text.startsWith(answer.text, at) === true;
  return stands
    ? start <= at && at < end
    : article?.text.slice(start, end).includes(answer.text) === true;
}

/** @returns null when none was judged */
export function countHighlights(judged: readonly boolean[]): HighlightFigures | null {
  if (judged.length === 0) return null;
  return { counted: judged.length, right: judged.filter(Boolean).length };
}
