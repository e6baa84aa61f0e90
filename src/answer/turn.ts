import type { Search, SearchOptions } from "../search/create-search.ts";
import type { Store } from "../store/store.ts";
import type { Answer, AskRequest, Language, NoAnswer, Reply } from "./answer.ts";

/** What a question amounts to, once the conversation has completed it, when it is put to the passages. */
export interface PassageQuery {
  readonly text: string;
  /** What the next question may lean on. */
  readonly topic: string;
  readonly options: SearchOptions;
}

/** One question being answered, and what answering it needs. */
export interface Turn {
  readonly request: AskRequest;
  /** The question, cut to a bound, without what was said around it; `request` has it as asked. */
  readonly question: string;
  readonly lang: Language;
  /** How many citations are wanted. */
  readonly k: number;
  readonly store: Store;
  readonly search: Search;
  /** `performance.now()` when it came in. */
  readonly started: number;
}

/** What an answer of every kind carries. */
export function answerBase(turn: Turn, embedMs: number) {
  const totalMs = performance.now() - turn.started;
  return {
    question: turn.request.question,
    lang: turn.lang,
    verdict: null,
    encounters: [],
    timings: { embedMs, searchMs: Math.max(0, totalMs - embedMs), totalMs },
  } as const;
}

/** The reply when there is nothing to quote. */
export function replyWithNothing(turn: Turn, reason: NoAnswer["reason"]): Reply {
  const answer: NoAnswer = {
    ...answerBase(turn, 0),
    kind: "no-answer",
    reason,
    confidence: "none",
    citations: [],
    query: null,
  };
  return { answer, others: [], topic: unchangedTopic(turn) };
}

/** What the conversation remembers of an answer that showed nothing: what it did before. */
export function unchangedTopic({ request, question }: Turn): Reply["topic"] {
  return request.previous ?? { question, query: null, citedArticleIds: [] };
}

/** What the conversation remembers of an answer. */
export function topicOf(question: string, { citations }: Answer): Reply["topic"] {
  const citedArticleIds = [...new Set(citations.map(({ articleId }) => articleId))];
  return { question, query: null, citedArticleIds };
}
