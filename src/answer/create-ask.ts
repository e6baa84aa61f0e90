import type { Embedder } from "../embed/embedder.ts";
import { articleCatalogue } from "../search/article-catalogue.ts";
import { createSearch, type SearchResult } from "../search/create-search.ts";
import type { Store } from "../store/store.ts";
import { splitWords } from "../terms/split-words.ts";
import type { Answer, Ask, Language, Reply } from "./answer.ts";
import { findAskedOutlet } from "./asked-outlet.ts";
import { answerProbability, confidenceLevel } from "./confidence.ts";
import { cite } from "./cite.ts";
import { detectLanguage } from "./detect-language.ts";
import { answerSource } from "./answer-source.ts";
import { resolveFollowUp } from "./follow-up.ts";
import { mergeDuplicates } from "./merge-duplicates.ts";
import { readSourceRequest } from "./source-request.ts";
import { answerBase, replyWithNothing, topicOf, type Turn } from "./turn.ts";

/** What answering needs. `store` is asked anew for every question, so that a republished index is used at once. */
export interface AskDependencies {
  readonly store: () => Store;
  readonly embedder: Embedder;
  readonly defaultLanguage: Language;
}

const defaultCitations = 3;
const mostOthers = 12;
/** Longer questions are cut: their beginning says what they ask. */
const longestQuestion = 1_000;

function passagesReply(turn: Turn, found: SearchResult, question: string): Reply {
  const { k } = turn;
  const citations = mergeDuplicates(found.ranked.slice(0, k + mostOthers)).map(cite);
  const confidence = confidenceLevel(answerProbability(found));
  const shared = {
    ...answerBase(turn, found.embedMs),
    confidence,
    citations: citations.slice(0, k),
  };
  const answer: Answer =
    confidence === "none"
      ? { ...shared, kind: "no-answer", reason: "out-of-corpus", query: null }
      : { ...shared, kind: "passages" };
  return { answer, others: citations.slice(k), topic: topicOf(question, answer) };
}

/** Answers questions about the corpus by quoting it. */
export function createAsk({ store, embedder, defaultLanguage }: AskDependencies): Ask {
  return async (request) => {
    const started = performance.now();
    const question = request.question.slice(0, longestQuestion).trim();
    const lang = request.lang ?? detectLanguage(question) ?? defaultLanguage;
    const current = store();
    const search = createSearch(current, embedder);
    const k = request.k ?? defaultCitations;
    const turn: Turn = { request, question, lang, k, store: current, search, started };
    if (current.summary.passages === 0) return replyWithNothing(turn, "empty-corpus");
    if (splitWords(question).length === 0) return replyWithNothing(turn, "empty-question");
    const wish = readSourceRequest(question);
    if (wish !== null) return await answerSource(turn, wish);
    const resolved = resolveFollowUp(question, request.previous);
    const { outlets } = await articleCatalogue(current);
    const outlet = findAskedOutlet(resolved.text, outlets);
    const found = await search(resolved.text, { wanted: resolved.wanted, outlet });
    return passagesReply(turn, found, resolved.text);
  };
}
