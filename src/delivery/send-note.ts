/** Tells the person behind an update that there is no answer, or that it may not have arrived. */
import type { Api } from "grammy";
import type { Language } from "../answer/answer.ts";
import { spokenLanguage } from "../bot/language.ts";
import { deliveryNotes } from "../reply/texts/delivery-notes.ts";
import type { SendNote } from "./update-note.ts";

export interface NoteLanguages {
  /** What was chosen in a chat. */
  readonly chosen: (chatId: number) => Language | undefined;
  /** Where neither the chat nor Telegram tells one we speak. */
  readonly fallback: Language;
}

/** Only in private chats, where a note concerns whoever reads it; inline queries have no chat at all. */
export function createSendNote(api: Api, { chosen, fallback }: NoteLanguages): SendNote {
  return async (update, reason) => {
    const message = update.message ?? update.callback_query?.message;
    const from = update.message?.from ?? update.callback_query?.from;
    if (message?.chat.type !== "private") return;
    const { id } = message.chat;
    const language = chosen(id) ?? spokenLanguage(from?.language_code) ?? fallback;
    await api.sendMessage(id, deliveryNotes[language][reason]);
  };
}
