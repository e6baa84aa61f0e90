/**
 * What the bot remembers, in memory only and for a while: the thread of each conversation, the replies
 * whose buttons may still be pressed, and the language each chat chose. Never shared between chats.
 */
import type { Language, Reply, Topic } from "../answer/answer.ts";
import type { Clock, FeedbackEntry } from "./bot-dependencies.ts";
import { ForgetfulMap } from "./forgetful-map.ts";

/** What somebody was last told of, and in which language. */
export interface Thread {
  readonly topic: Topic;
  readonly lang: Language;
}

/** A reply that stands in a chat. */
export interface RememberedReply {
  readonly reply: Reply;
  readonly lang: Language;
  readonly askedBy: number | null;
}

/** A message of a user and the message that answers it. */
export interface AnsweredQuestion {
  readonly question: string;
  readonly answerId: number;
  readonly askedBy: number | null;
}

/** A question for consent that waits for its answer, and the judgements that depend on it by the message judged. */
export interface ConsentPrompt {
  readonly chatId: number;
  readonly messageId: number;
  readonly userId: number;
  readonly judgements: ReadonlyMap<number, FeedbackEntry>;
}

/** One person in one chat, or one topic of it: in a group, two people do not share a thread. */
export interface Speaker {
  readonly chatId: number;
  /** Null outside topics. */
  readonly topicId: number | null;
  /** A chat's number where somebody speaks in its name, as anonymous administrators do. */
  readonly userId: number | null;
}

/** /privacy tells both of these. */
export const threadMinutes = 20;
export const replyHours = 24;
const threadMs = threadMinutes * 60_000;
const replyMs = replyHours * 60 * 60_000;
const maxThreads = 5_000;
const maxReplies = 2_000;

export class BotMemory {
  readonly #threads: ForgetfulMap<string, Thread>;
  readonly #replies: ForgetfulMap<string, RememberedReply>;
  readonly #answered: ForgetfulMap<string, AnsweredQuestion>;
  readonly #languages: ForgetfulMap<number, { readonly lang: Language }>;
  readonly #prompts: ForgetfulMap<number, ConsentPrompt>;

  constructor(clock: Pick<Clock, "now">) {
    this.#threads = new ForgetfulMap({ maxEntries: maxThreads, forgetAfterMs: threadMs, clock });
    this.#replies = new ForgetfulMap({ maxEntries: maxReplies, forgetAfterMs: replyMs, clock });
    this.#answered = new ForgetfulMap({ maxEntries: maxReplies, forgetAfterMs: replyMs, clock });
    this.#languages = new ForgetfulMap({ maxEntries: maxThreads, forgetAfterMs: 0, clock });
    this.#prompts = new ForgetfulMap({ maxEntries: maxReplies, forgetAfterMs: threadMs, clock });
  }

  thread(speaker: Speaker): Thread | undefined {
    return this.#threads.get(threadKey(speaker));
  }

  rememberThread(speaker: Speaker, thread: Thread): void {
    this.#threads.set(threadKey(speaker), thread);
  }

  /** Forgets the thread; says whether there was one. */
  forgetThread(speaker: Speaker): boolean {
    return this.#threads.delete(threadKey(speaker));
  }

  reply(chatId: number, messageId: number): RememberedReply | undefined {
    return this.#replies.get(messageKey(chatId, messageId));
  }

  rememberReply(chatId: number, messageId: number, reply: RememberedReply): void {
    this.#replies.set(messageKey(chatId, messageId), reply);
  }

  answerTo(chatId: number, questionId: number): AnsweredQuestion | undefined {
    return this.#answered.get(messageKey(chatId, questionId));
  }

  rememberAnswer(chatId: number, questionId: number, answered: AnsweredQuestion): void {
    this.#answered.set(messageKey(chatId, questionId), answered);
  }

  language(chatId: number): Language | undefined {
    return this.#languages.get(chatId)?.lang;
  }

  /** Null: follow the user's or the question's language again. */
  chooseLanguage(chatId: number, lang: Language | null): void {
    if (lang === null) this.#languages.delete(chatId);
    else this.#languages.set(chatId, { lang });
  }

  /** What a message asks, whomever it addresses. */
  consentPrompt(chatId: number, messageId: number): ConsentPrompt | undefined {
    return this.#prompts.find(
      (prompt) => prompt.chatId === chatId && prompt.messageId === messageId,
    );
  }

  /** The one that a person has not answered yet. */
  promptFor(userId: number): ConsentPrompt | undefined {
    return this.#prompts.get(userId);
  }

  /** One a person: an earlier prompt is void from then on. */
  rememberPrompt(prompt: ConsentPrompt): void {
    this.#prompts.set(prompt.userId, prompt);
  }

  forgetPrompt(userId: number): void {
    this.#prompts.delete(userId);
  }

  /** Forgets all that somebody said, in whichever chat. */
  forget(userId: number): void {
    const isTheirs = (_key: string, { askedBy }: { readonly askedBy: number | null }) =>
      askedBy === userId;
    this.#threads.deleteWhere((key) => key.endsWith(`:${userId}`));
    this.#replies.deleteWhere(isTheirs);
    this.#answered.deleteWhere(isTheirs);
    this.forgetPrompt(userId);
    // A private chat has its user's number. Groups have negative ones: their language is not one member's to forget.
    if (userId > 0) this.#languages.delete(userId);
  }

  /** Forgets everything of a chat that the bot was removed from. */
  forgetChat(chatId: number): void {
    const isOfChat = (key: string) => key.startsWith(`${chatId}:`);
    this.#threads.deleteWhere(isOfChat);
    this.#replies.deleteWhere(isOfChat);
    this.#answered.deleteWhere(isOfChat);
    this.#prompts.deleteWhere((_, prompt) => prompt.chatId === chatId);
    this.#languages.delete(chatId);
  }
}

function threadKey({ chatId, topicId, userId }: Speaker): string {
  return `${chatId}:${topicId ?? ""}:${userId ?? ""}`;
}

function messageKey(chatId: number, messageId: number): string {
  return `${chatId}:${messageId}`;
}
