/**
 * One conversation of the local page as Telegram would hold it: its messages, and which of them the
 * page has not been told of yet. Keeps the newest messages only; knows nothing of HTTP or of the bot.
 */
import type { InlineKeyboardMarkup, MessageEntity } from "grammy/types";
import type { PixelSize } from "./png-size.ts";

/** A message as the page shows it and as the API answers it. */
export interface LocalMessage {
  readonly message_id: number;
  readonly from: "bot" | "user";
  /** Unix time, seconds. */
  readonly date: number;
  /** The text, or the caption of a photo or document. */
  readonly text: string;
  readonly entities: readonly MessageEntity[];
  readonly reply_markup: InlineKeyboardMarkup | null;
  readonly photo?: LocalFile;
  readonly document?: LocalFile;
  readonly edited?: true;
}

/** A file that the bot sent: where the page fetches it. */
export interface LocalFile {
  readonly file_id: string;
  readonly url: string;
  readonly name: string;
  /** Pixels, so that the page can keep the place free; null when it is no PNG. */
  readonly size: PixelSize | null;
}

/** What a new message is made of; id, sender and date are the chat's to give. */
export type MessageContent = Pick<
  LocalMessage,
  "text" | "entities" | "reply_markup" | "photo" | "document"
>;

const maxMessages = 200;

export class LocalChat {
  readonly #messages = new Map<number, LocalMessage>();
  readonly #untold = new Set<number>();
  #nextId: number;

  /** @param chatId positive, as private chats have it */
  constructor(readonly chatId: number) {
    // Seconds since 1970: still rising after a restart, so that an old page cannot hit a new message.
    this.#nextId = nowInSeconds();
  }

  add(from: LocalMessage["from"], content: MessageContent): LocalMessage {
    const message: LocalMessage = {
      message_id: this.#nextId++,
      from,
      date: nowInSeconds(),
      ...content,
    };
    this.#messages.set(message.message_id, message);
    if (from === "bot") this.#untold.add(message.message_id);
    this.#forgetOldest();
    return message;
  }

  /** Null when there is no such message. */
  edit(messageId: number, change: Partial<MessageContent>): LocalMessage | null {
    const message = this.#messages.get(messageId);
    if (message === undefined) return null;
    const edited: LocalMessage = { ...message, ...change, edited: true };
    this.#messages.set(messageId, edited);
    this.#untold.add(messageId);
    return edited;
  }

  message(messageId: number): LocalMessage | null {
    return this.#messages.get(messageId) ?? null;
  }

  remove(messageId: number): boolean {
    this.#untold.delete(messageId);
    return this.#messages.delete(messageId);
  }

  /** Messages sent or edited since the last call, oldest first. */
  takeUntold(): readonly LocalMessage[] {
    const ids = [...this.#untold].sort((a, b) => a - b);
    this.#untold.clear();
    return ids.flatMap((id) => this.#messages.get(id) ?? []);
  }

  history(): readonly LocalMessage[] {
    return [...this.#messages.values()];
  }

  #forgetOldest(): void {
    for (const id of this.#messages.keys()) {
      if (this.#messages.size <= maxMessages) return;
      this.remove(id);
    }
  }
}

function nowInSeconds(): number {
  return Math.floor(Date.now() / 1000);
}
