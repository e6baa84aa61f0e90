/**
 * Everything the bot is handed: it opens no file, reads no setting and knows no index by itself, so a
 * test, the local page and Telegram drive the very same bot.
 */
import type { ApiClientOptions } from "grammy";
import type { Ask, Citation, Language, Verdict } from "../answer/answer.ts";
import type { Article } from "../clean/article.ts";
import type { ArticleId } from "../corpus/raw-article.ts";
import type { Encounter, PersonId } from "../encounters/encounter.ts";
import type { ArticleSummary } from "../store/store.ts";

export interface BotDependencies {
  /** How the Bot API is reached: its address, and a `fetch` whose errors cannot hold the token. */
  readonly client?: ApiClientOptions;
  /** Not called before `readiness` says ready. */
  readonly ask: Ask;
  readonly corpus: CorpusAccess;
  readonly readiness: () => Readiness;
  /** Null: the bot says that it cannot draw here. */
  readonly pictures: EncounterPictures | null;
  /** Address of the local page as people reach it (`https://…`), for the reader and the Mini App button. */
  readonly publicUrl: string | null;
  /** Telegram ids of those who may use the bot; null: everybody. */
  readonly allowedUsers: ReadonlySet<number> | null;
  /** Telegram ids of those who may add articles. */
  readonly admins: ReadonlySet<number>;
  readonly defaultLanguage: Language;
  /** Null: 👍 and 👎 are not offered. */
  readonly feedback: FeedbackStore | null;
  /** Null: articles cannot be added in the chat. */
  readonly addArticle: AddArticle | null;
  readonly clock: Clock;
  readonly logger: BotLogger;
  /** True: whoever hands updates in tries a failed one again, and apologizes in the end. @default false */
  readonly letsFailuresThrough?: boolean;
}

/** What the bot may read of the published index. Before it is ready, lists are empty. */
export interface CorpusAccess {
  articles(): Promise<readonly ArticleSummary[]>;
  article(articleId: ArticleId): Promise<Article | null>;
  encounters(): Promise<readonly Encounter[]>;
}

/** Counts are articles, or whatever unit the build reports; `etaMs` null while nobody can tell. */
export type Readiness =
  | {
      readonly state: "building";
      readonly done: number;
      readonly total: number;
      readonly etaMs: number | null;
    }
  | { readonly state: "ready" };

export interface PictureRequest {
  readonly encounters: readonly Encounter[];
  /** Draw only what concerns this person; null: everybody. */
  readonly person: PersonId | null;
  readonly lang: Language;
}

/** PNG bytes; null when there is nothing to draw: a graph needs two people who met. */
export interface EncounterPictures {
  drawGraph(request: PictureRequest): Promise<Uint8Array | null>;
  drawTimeline(request: PictureRequest): Promise<Uint8Array | null>;
}

/** A link or a file that an administrator sent. */
export type ArticleSubmission =
  | { readonly kind: "link"; readonly url: string }
  | { readonly kind: "file"; readonly name: string; readonly bytes: Uint8Array };

export type AdditionOutcome =
  | { readonly kind: "added"; readonly articleId: ArticleId; readonly title: string }
  | { readonly kind: "unchanged"; readonly articleId: ArticleId; readonly title: string }
  | { readonly kind: "rejected"; readonly reason: string };

export type AddArticle = (submission: ArticleSubmission) => Promise<AdditionOutcome>;

/** One judged answer, kept only with consent. */
export interface FeedbackEntry {
  readonly question: string;
  readonly lang: Language;
  readonly judgement: "right" | "wrong";
  readonly verdict: Verdict | null;
  readonly citations: readonly Pick<Citation, "articleId" | "start" | "end" | "passage">[];
  /** ISO 8601 moment of the judgement. */
  readonly at: string;
}

export type FeedbackConsent = "granted" | "refused" | "unknown";

/** Feedback by user, deletable by user. Implementations encrypt what they write. */
export interface FeedbackStore {
  consent(userId: number): Promise<FeedbackConsent>;
  setConsent(userId: number, consent: "granted" | "refused"): Promise<void>;
  /**
   * Takes the place of what the user judged of the same answer before.
   * @throws {Error} when the user has not consented.
   */
  add(userId: number, entry: FeedbackEntry): Promise<void>;
  /** Deletes the entries and the consent of a user; returns how many entries there were. */
  forget(userId: number): Promise<number>;
  /** Everybody's entries, oldest first, without any user id. */
  entries(): Promise<readonly FeedbackEntry[]>;
}

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
}

/** Structured logging: facts first, then a constant message. Facts never hold a question or a token. */
export interface BotLogger {
  debug(facts: object, message: string): void;
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}
