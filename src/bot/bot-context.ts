import type { Context } from "grammy";
import type { Language } from "../answer/answer.ts";
import type { Texts } from "../reply/texts/texts.ts";
import type { BotDependencies } from "./bot-dependencies.ts";
import type { BotMemory, Speaker } from "./bot-memory.ts";
import type { CommandsFlavor } from "./command-group.ts";
import type { WaitingQuestions } from "./waiting-questions.ts";

/** What every handler finds in its context. */
export interface SourcierFlavor {
  /** The language of the interface in this chat. */
  lang: Language;
  /** False when nothing tells a language we speak: the answer's then counts. */
  isLanguageKnown: boolean;
  texts: Texts;
  /** What answers a button press, next to what the handler sends; null: just ends the spinner. */
  notice: { readonly text: string; readonly alert: boolean } | null;
}

export type BotContext = Context & SourcierFlavor & CommandsFlavor;

/** What features share. */
export interface BotServices {
  readonly dependencies: BotDependencies;
  readonly memory: BotMemory;
  readonly waiting: WaitingQuestions;
}

export function isGroup(ctx: Context): boolean {
  return ctx.chat?.type === "group" || ctx.chat?.type === "supergroup";
}

/** Who speaks where; null outside chats (inline queries). */
export function speakerOf(ctx: Context): Speaker | null {
  if (ctx.chatId === undefined) return null;
  const { sender_chat: inNameOf } = ctx.message ?? ctx.editedMessage ?? {};
  // A reply outside topics carries the number of a thread too.
  const topicId = ctx.msg?.is_topic_message === true ? ctx.msg.message_thread_id : undefined;
  const userId = inNameOf?.id ?? ctx.from?.id ?? null;
  return { chatId: ctx.chatId, topicId: topicId ?? null, userId };
}
