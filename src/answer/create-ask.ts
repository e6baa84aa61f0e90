/**
 * A question -> a reply, in this order: a request for a source, a question about encounters, passages.
 * Knows nothing of Telegram, and writes no sentence of its own.
 */
import type { Embedder } from "../embed/embedder.ts";
import { articleCatalogue } from "../search/article-catalogue.ts";
import { createSearch } from "../search/create-search.ts";
import { findWantedKind } from "../search/wanted-kind.ts";
import type { Store } from "../store/store.ts";
import { splitWords } from "../terms/split-words.ts";
import { writtenOut } from "../terms/written-out.ts";
import { answerSource } from "./answer-source.ts";
import type { Answer, Ask, Language, Reply } from "./answer.ts";
import { findAskedOutlet } from "./asked-outlet.ts";
import { cite } from "./cite.ts";
import { assess, confidenceLevel } from "./confidence.ts";
import { detectLanguage } from "./detect-language.ts";
import { readEncounterQuestion } from "./encounter-question.ts";
import { resolveFollowUp } from "./follow-up.ts";
import { knownEncounters } from "./known-encounters.ts";
import { mergeDuplicates } from "./merge-duplicates.ts";
import { replyWithEncounters } from "./reply-with-encounters.ts";
import { readSourceRequest } from "./source-request.ts";
import { asFollowUp, withoutAsides, withoutGiving } from "./spoken-to.ts";
import {
  answerBase,
  replyWithNothing,
  topicOf,
  unchangedTopic,
  type PassageQuery,
  type Turn,
} from "./turn.ts";

/** What answering needs. `store` is asked anew for every question, so that a republished index is used at once. */
export interface AskDependencies {
  readonly store: () => Store;
  readonly embedder: Embedder;
  readonly defaultLanguage: Language;
  /** The day that "hier" counts from, ISO 8601. @default the machine's day */
  readonly today?: () => string;
}

const defaultCitations = 3;
const mostOthers = 12;
/** Longer questions are cut: their beginning says what they ask. */
const longestQuestion = 1_000;

async function answerPassages(
  turn: Turn,
  { text, topic: next, options }: PassageQuery,
): Promise<Reply> {
  const found = await turn.search(text, options);
  const passages = mergeDuplicates(found.ranked.slice(0, turn.k + mostOthers));
  const citations = passages.map((one, i) => cite(one, i, found.question));
  const confidence = confidenceLevel(assess(found));
  const shared = {
    ...answerBase(turn, found.embedMs),
    confidence,
    citations: citations.slice(0, turn.k),
  };
  const answer: Answer =
    confidence === "none"
      ? { ...shared, kind: "no-answer", reason: "out-of-corpus", query: null }
      : { ...shared, kind: "passages" };
  // A question completed by the one before goes on with it: "le sujet ?", then "et Biden ?".
  const isContinued = text !== turn.question;
  const query = isContinued ? (turn.request.previous?.query ?? null) : null;
  const topic = confidence === "none" ? unchangedTopic(turn) : { ...topicOf(next, answer), query };
  return { answer, others: citations.slice(turn.k), topic };
}

/** Null when the question is not about encounters, or nothing is known of those it names. */
async function answerAboutEncounters(
  turn: Turn,
  asked: PassageQuery,
  today: string,
): Promise<Reply | null> {
  // A record says who, where and when; how long a talk took stands in the passages.
  if (findWantedKind(asked.text) === "duration") return null;
  const { encounters, people } = await knownEncounters(turn.store);
  if (encounters.length === 0) return null;
  const previous = turn.request.previous?.query ?? undefined;
  const options = { today, encounters, ...(previous !== undefined && { previous }) };
  // Slots of the question before complete this one better than its words; without any, "qui a-t-il vu ?" needs them.
  const question = previous === undefined ? asked.text : turn.question;
  const query = readEncounterQuestion(question, people, options);
  return query === null ? null : await replyWithEncounters(turn, asked, { query, encounters });
}

/** The day where the machine is, ISO 8601: in Paris it begins an hour or two before that of UTC. */
export function localDay(now = new Date()): string {
  const minute = 60_000;
  const local = new Date(now.getTime() - now.getTimezoneOffset() * minute);
  return local.toISOString().slice(0, "2000-01-01".length);
}

/** Answers questions about the corpus by quoting it. */
export function createAsk(dependencies: AskDependencies): Ask {
  const { embedder, defaultLanguage, today = localDay } = dependencies;
  return async (request) => {
    const started = performance.now();
    const store = dependencies.store();
    const asked = writtenOut(request.question.slice(0, longestQuestion).trim());
    const said = withoutAsides(asked);
    const wish = readSourceRequest(said);
    const question = wish === null ? asFollowUp(withoutGiving(said)) : said;
    const turn: Turn = {
      request,
      question,
      lang: request.lang ?? detectLanguage(asked) ?? defaultLanguage,
      k: request.k ?? defaultCitations,
      store,
      search: createSearch(store, embedder),
      started,
    };
    if (store.summary.passages === 0) return replyWithNothing(turn, "empty-corpus");
    if (splitWords(question).length === 0) return replyWithNothing(turn, "empty-question");
    if (wish !== null) return await answerSource(turn, wish);
    const outlet = findAskedOutlet(question, (await articleCatalogue(store)).outlets);
    const { text, wanted, topic, own } = resolveFollowUp(question, request.previous);
    const spokenOf =
      own === null ? null : { own, articleId: request.previous?.citedArticleIds[0] ?? null };
    const query: PassageQuery = { text, topic, options: { wanted, outlet, spokenOf } };
    // Nearly every reply needs this search: the encoder works on it while the question is read for encounters.
    turn.search(text, query.options).catch(() => undefined); // told by whoever waits for it
    // Records are merged from all outlets: what one of them says stands in its passages.
    const met = outlet === null ? await answerAboutEncounters(turn, query, today()) : null;
    return met ?? (await answerPassages(turn, query));
  };
}
