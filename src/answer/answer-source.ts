/**
 * A request for a source -> the articles meant, by subject, by outlet, or those cited last. Their addresses
 * are as the corpus has them; none is ever made up.
 */
import type { ArticleId } from "../corpus/raw-article.ts";
import { articleCatalogue } from "../search/article-catalogue.ts";
import type { RankedPassage } from "../search/create-search.ts";
import { questionTerms } from "../terms/question-terms.ts";
import type { Answer, Citation, Reply } from "./answer.ts";
import { cite } from "./cite.ts";
import { assess, confidenceLevel } from "./confidence.ts";
import { findAskedOutlet } from "./asked-outlet.ts";
import type { SourceRequest } from "./source-request.ts";
import { answerBase, replyWithNothing, topicOf, unchangedTopic, type Turn } from "./turn.ts";

/** What a title that meets the whole request is worth, in units of the ranking score. */
const titleWorth = 2;
/** Articles this much below the best are not what was asked for. */
const margin = 0.8;

interface FoundArticle {
  readonly best: RankedPassage;
  readonly titleCoverage: number;
  readonly score: number;
}

type Found = Pick<Answer, "citations"> & {
  readonly confidence: "high" | "low";
  readonly embedMs: number;
};

function sourceReply(turn: Turn, about: string, found: Found): Reply {
  const { citations, confidence, embedMs } = found;
  const answer: Answer = { ...answerBase(turn, embedMs), kind: "source", confidence, citations };
  return { answer, others: [], topic: topicOf(about, answer) };
}

/** The articles cited last, each by its first passage. */
async function lastCited(turn: Turn): Promise<Reply> {
  const { previous } = turn.request;
  if (previous === undefined) return replyWithoutArticle(turn);
  const reply = await citeOpenings(turn, previous.question, previous.citedArticleIds);
  return { ...reply, topic: { ...reply.topic, query: previous.query } };
}

/** Nothing was shown yet that "le lien ?" could mean. */
function replyWithoutArticle(turn: Turn): Reply {
  const answer: Answer = {
    ...answerBase(turn, 0),
    kind: "source",
    confidence: "none",
    citations: [],
  };
  return { answer, others: [], topic: unchangedTopic(turn) };
}

async function citeOpenings(
  turn: Turn,
  about: string,
  articleIds: readonly ArticleId[],
): Promise<Reply> {
  const catalogue = await articleCatalogue(turn.store);
  const citations: Citation[] = [];
  for (const articleId of articleIds.slice(0, turn.k)) {
    const citation = await citeOpening(turn, articleId, catalogue, citations.length);
    if (citation !== null) citations.push(citation);
  }
  if (citations.length === 0) return replyWithoutArticle(turn);
  return sourceReply(turn, about, { citations, confidence: "high", embedMs: 0 });
}

async function citeOpening(
  turn: Turn,
  articleId: ArticleId,
  catalogue: Awaited<ReturnType<typeof articleCatalogue>>,
  index: number,
): Promise<Citation | null> {
  const entry = catalogue.get(articleId);
  const [row] = await turn.store.rowsOf(articleId);
  if (entry === undefined || row === undefined) return null;
  const [passage] = await turn.store.passages([row]);
  if (passage === undefined) return null;
  const { title, outlet, url, published } = entry.summary;
  const { start, end, text } = passage;
  return {
    ...{ n: index + 1, articleId, title, outlet, url, published },
    ...{ passage: text, start, end, highlight: null, score: 1, alsoIn: [] },
  };
}

/** Articles by their best passage and by how much of the request their title meets. */
function rankArticles(ranked: readonly RankedPassage[]): readonly FoundArticle[] {
  const articles = new Map<ArticleId, FoundArticle>();
  for (const best of ranked) {
    const known = articles.get(best.passage.articleId);
    const titleCoverage = best.features.title;
    const score = best.score + titleWorth * titleCoverage;
    if (known === undefined || score > known.score) {
      articles.set(best.passage.articleId, { best, titleCoverage, score });
    }
  }
  return [...articles.values()].sort((a, b) => b.score - a.score);
}

/** Answers a request for links: the articles asked for, or those cited last. */
export async function answerSource(turn: Turn, { about, several }: SourceRequest): Promise<Reply> {
  if (about === "") return await lastCited(turn);
  const catalogue = await articleCatalogue(turn.store);
  const outlet = findAskedOutlet(about, catalogue.outlets, true);
  if (outlet !== null && questionTerms(about, outlet.words).length === 0) {
    const published = catalogue.summaries.filter((article) => article.outlet === outlet.outlet);
    return await citeOpenings(
      turn,
      about,
      published.map(({ articleId }) => articleId),
    );
  }
  const found = await turn.search(about, { outlet });
  const articles = rankArticles(found.ranked);
  const [first] = articles;
  if (first === undefined) return replyWithNothing(turn, "out-of-corpus");
  const level = confidenceLevel(assess(found));
  const named = first.titleCoverage > 0.6;
  if (level === "none" && !named) return replyWithNothing(turn, "out-of-corpus");
  const chosen = articles
    .filter(({ score }, i) => i === 0 || several || first.score - score < margin)
    .slice(0, turn.k);
  const citations = chosen.map(({ best, score }, i) => ({
    ...cite({ ...best, alsoIn: [] }, i, found.question),
    score,
  }));
  const confidence = level === "high" || named ? "high" : "low";
  return sourceReply(turn, about, { citations, confidence, embedMs: found.embedMs });
}
