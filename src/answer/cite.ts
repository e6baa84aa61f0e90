import type { Citation } from "./answer.ts";
import type { DistinctPassage } from "./merge-duplicates.ts";
import { sentenceScore } from "../search/passage-features.ts";

/** The sentence of a found passage that answers best. */
function highlightOf({ sentences }: DistinctPassage) {
  let best = sentences[0];
  for (const sentence of sentences) {
    if (best !== undefined && sentenceScore(sentence) > sentenceScore(best)) best = sentence;
  }
  return best === undefined ? null : { start: best.start, end: best.end };
}

/** A found passage as a citation, numbered from 1. */
export function cite(found: DistinctPassage, index: number): Citation {
  const { passage, article, score, alsoIn } = found;
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
    highlight: highlightOf(found),
    score,
    alsoIn,
  };
}
