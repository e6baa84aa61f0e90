import type { Citation } from "./answer.ts";
import type { DistinctPassage } from "./merge-duplicates.ts";
import { markAnswer } from "../search/mark-answer.ts";
import type { QuestionView } from "../search/passage-features.ts";

/** A found passage as a citation, numbered from 1. */
export function cite(found: DistinctPassage, index: number, question: QuestionView): Citation {
  const { passage, article, score, alsoIn } = found;
  const { start, end } = markAnswer(found, question);
  return {
    n: index + 1,
    articleId: passage.articleId,
    title: article.title,
    outlet: article.outlet,
    url: article.url,
    published: article.published,
    passage: passage.text,
    start: passage.start,
    end: passage.end,
    highlight: { start, end },
    score,
    alsoIn,
  };
}
