import type { Span } from "../clean/article.ts";
import type { ArticleId } from "../corpus/raw-article.ts";
import type { Encounter } from "../encounters/encounter.ts";

export type Language = "fr" | "en";

/** high: "here is the answer"; low: "the nearest I have"; none: nothing worth showing. */
export type Confidence = "high" | "low" | "none";

/** Reply to a yes/no question about an encounter. */
export type Verdict = "yes" | "planned" | "not-stated";

/** A passage quoted word for word: `passage === article.text.slice(start, end)`. */
export interface Citation extends Span {
  /** 1 for the best. */
  readonly n: number;
  readonly articleId: ArticleId;
  readonly title: string;
  readonly outlet: string | null;
  readonly url: string | null;
  readonly published: string | null;
  readonly passage: string;
  /** The sentence that answers: offsets into the article, within `start`..`end`. */
  readonly highlight: Span | null;
  readonly score: number;
  /** Other articles that carry the same passage (one dispatch in two outlets). */
  readonly alsoIn: readonly ArticleId[];
}

interface AnswerBase {
  readonly question: string;
  readonly lang: Language;
  readonly confidence: Confidence;
  readonly verdict: Verdict | null;
  readonly citations: readonly Citation[];
  readonly encounters: readonly Encounter[];
  readonly timings: {
    readonly embedMs: number;
    readonly searchMs: number;
    readonly totalMs: number;
  };
}

export interface PassagesAnswer extends AnswerBase {
  readonly kind: "passages";
}

export interface EncountersAnswer extends AnswerBase {
  readonly kind: "encounters";
  /** What was asked, as understood; the first line of the reply is made from it. */
  readonly query: EncounterQuery;
}

/** A request for an article's link: each citation is one article; `url` null means none is known. */
export interface SourceAnswer extends AnswerBase {
  readonly kind: "source";
}

/** The corpus does not answer. `citations` may hold the nearest passages, to be shown as no more than that. */
export interface NoAnswer extends AnswerBase {
  readonly kind: "no-answer";
  readonly reason: "empty-question" | "out-of-corpus" | "not-stated" | "empty-corpus";
  /** What was understood, when it was a question about encounters. */
  readonly query: EncounterQuery | null;
}

export type Answer = PassagesAnswer | EncountersAnswer | SourceAnswer | NoAnswer;

/** A question about encounters, as slots. Null: not asked about. */
export interface EncounterQuery {
  /** Names as the corpus knows them, or as asked when the corpus does not know them. */
  readonly person: QueryPerson | null;
  readonly other: QueryPerson | null;
  /** Whom the answer leaves out, because they were asked about before: "qui d'autre ?". */
  readonly except?: readonly QueryPerson[];
  readonly place: string | null;
  /**
   * ISO 8601 bounds, inclusive: `2017`, `2017-06`, `2017-06-20`; the words asked with; whether they name
   * no year ("en septembre"), so that that of the bounds is a guess.
   */
  readonly period: {
    readonly from: string;
    readonly to: string;
    readonly text: string;
    readonly isYearless?: true;
  } | null;
  readonly mode: "in-person" | "phone" | "video" | null;
  /**
   * Encounters of this status only, or any. `planned`: "doivent-ils se voir ?"; `not-held`, denied or
   * cancelled: "qui n'a-t-il pas rencontré ?"; `open`, whatever may still be: "qui pourrait-il voir ?".
   */
  readonly status: "held" | "planned" | "cancelled" | "not-held" | "open" | null;
  /** What the asker wants to know first. */
  readonly wants: "who" | "whether" | "when" | "where" | "how-many" | "how" | "list";
}

export interface QueryPerson {
  readonly id: string | null;
  readonly name: string;
}

/** What a conversation remembers of its last question, for "et à Paris ?", "le lien ?". */
export interface Topic {
  readonly question: string;
  readonly query: EncounterQuery | null;
  readonly citedArticleIds: readonly ArticleId[];
}

export interface AskRequest {
  readonly question: string;
  /** Default: the question's own language, else French. */
  readonly lang?: Language;
  /** How many citations. @default 3 */
  readonly k?: number;
  /** The conversation's last topic, so that a follow-up is understood. */
  readonly previous?: Topic;
}

export interface Reply {
  readonly answer: Answer;
  /** Further passages, after those of the answer, for paging. */
  readonly others: readonly Citation[];
  readonly topic: Topic;
}

/** The whole product as one function: the bot, the page and the command line are handed this. */
export type Ask = (request: AskRequest) => Promise<Reply>;
