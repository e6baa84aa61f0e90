/**
 * Stands in for Telegram: takes what a person writes or presses in the page, hands it to the very same
 * bot as an Update, and returns the messages that the bot sends or edits. Conversations never mix;
 * the least recently used are forgotten.
 */
import type { Transformer } from "grammy";
import type { Message, Update, User } from "grammy/types";
import type { Language } from "../answer/answer.ts";
import { RecentCache } from "../bot/recent-cache.ts";
import { asTelegram, createLocalApi, localBot, type LocalCommand } from "./local-api.ts";
import { LocalChat, type LocalMessage } from "./local-chat.ts";
import { LocalFiles, type StoredFile } from "./local-files.ts";

/** The part of a grammY bot that the page needs; any `Bot<Context>` has it. */
export interface LocalBot {
  readonly api: { readonly config: { use(transformer: Transformer): unknown } };
  init(): Promise<void>;
  handleUpdate(update: Update): Promise<void>;
}

/** Who writes, in which conversation. */
export interface LocalUser {
  readonly chatId: number;
  readonly lang: Language;
}

/** What the bot did: messages sent or edited, oldest first, and short notices that answer a button. */
export interface LocalReply {
  readonly messages: readonly LocalMessage[];
  readonly notices: readonly LocalNotice[];
}

export interface LocalNotice {
  readonly text: string;
  readonly alert: boolean;
}

/** More updates wait in one conversation than a person would send. */
export class BusyError extends Error {
  override readonly name = "BusyError";
}

const maxChats = 500;
const maxWaiting = 8;

export class LocalTelegram {
  readonly #bot: LocalBot;
  readonly #chats = new RecentCache<number, LocalChat>({ max: maxChats });
  readonly #files = new LocalFiles();
  readonly #notices = new Map<string, LocalNotice>();
  readonly #commands = new Map<string, readonly LocalCommand[]>();
  readonly #queues = new Map<number, { last: Promise<unknown>; waiting: number }>();
  #ready: Promise<void> | null = null;
  #nextUpdateId = Date.now();

  /** Takes the bot over: from now on its API calls end here. */
  constructor(bot: LocalBot) {
    this.#bot = bot;
    bot.api.config.use(
      createLocalApi({
        chat: (chatId) => this.#chats.get(chatId) ?? null,
        files: this.#files,
        notice: (id, text, alert) => this.#notices.set(id, { text, alert }),
        commands: (languageCode, commands) => this.#commands.set(languageCode, commands),
      }),
    );
  }

  /** @throws {BusyError} */
  send(user: LocalUser, text: string): Promise<LocalReply> {
    return this.#inTurn(user.chatId, async (chat) => {
      const message = chat.add("user", {
        text,
        entities: commandEntities(text),
        reply_markup: null,
      });
      const from = asUser(user);
      const update = { ...asTelegram(chat, message), from };
      await this.#handle({ message: update as Message & Update.NonChannel });
      return { messages: chat.takeUntold(), notices: [] };
    });
  }

  /** Presses a button of a message. @throws {BusyError} */
  press(user: LocalUser, messageId: number, data: string): Promise<LocalReply> {
    return this.#inTurn(user.chatId, async (chat) => {
      const id = String(this.#nextUpdateId);
      const from = asUser(user);
      const message = pressedMessage(chat, messageId);
      const chat_instance = String(user.chatId);
      await this.#handle({ callback_query: { id, from, message, data, chat_instance } });
      const notice = this.#notices.get(id);
      this.#notices.delete(id);
      return { messages: chat.takeUntold(), notices: notice === undefined ? [] : [notice] };
    });
  }

  /** Everything said in a conversation so far, oldest first. */
  history(chatId: number): readonly LocalMessage[] {
    const chat = this.#chats.get(chatId);
    chat?.takeUntold();
    return chat?.history() ?? [];
  }

  /** What the bot sent or edited by itself since the last call, such as the answer to a question that had to wait. */
  news(chatId: number): readonly LocalMessage[] {
    // While a message is being answered, whatever comes is part of that answer.
    if (this.#queues.has(chatId)) return [];
    return this.#chats.get(chatId)?.takeUntold() ?? [];
  }

  file(fileId: string): StoredFile | null {
    return this.#files.get(fileId);
  }

  /** The commands that the bot registered for a language, else for everybody. */
  commands(lang: Language): readonly LocalCommand[] {
    return this.#commands.get(lang) ?? this.#commands.get("") ?? [];
  }

  /** One update at a time in each conversation, in the order of arrival, as Telegram delivers them. */
  async #inTurn<T>(chatId: number, work: (chat: LocalChat) => Promise<T>): Promise<T> {
    const queue = this.#queues.get(chatId) ?? { last: Promise.resolve(), waiting: 0 };
    if (queue.waiting >= maxWaiting) {
      throw new BusyError(
        `Cannot take a message while ${maxWaiting} wait in the same conversation`,
      );
    }
    queue.waiting++;
    this.#queues.set(chatId, queue);
    const turn = queue.last.then(() => work(this.#chat(chatId)));
    queue.last = turn.catch(() => undefined);
    try {
      return await turn;
    } finally {
      queue.waiting--;
      if (queue.waiting === 0) this.#queues.delete(chatId);
    }
  }

  #chat(chatId: number): LocalChat {
    const known = this.#chats.get(chatId);
    if (known !== undefined) return known;
    const chat = new LocalChat(chatId);
    this.#chats.set(chatId, chat);
    return chat;
  }

  async #handle(update: Omit<Update, "update_id">): Promise<void> {
    this.#ready ??= this.#bot.init();
    await this.#ready;
    await this.#bot.handleUpdate({ ...update, update_id: this.#nextUpdateId++ });
  }
}

function asUser({ chatId, lang }: LocalUser): User {
  return { id: chatId, is_bot: false, first_name: "Page", language_code: lang };
}

/** Telegram marks a command at the start of a message, and bots look for that mark. */
function commandEntities(text: string): LocalMessage["entities"] {
  const command = /^\/[a-z0-9_]{1,32}(?:@\w{1,32})?(?=\s|$)/i.exec(text)?.[0];
  return command === undefined ? [] : [{ type: "bot_command", offset: 0, length: command.length }];
}

/** A message that is gone is known by its id only, as Telegram has it. */
function pressedMessage(chat: LocalChat, messageId: number) {
  const message = chat.message(messageId);
  if (message !== null) return asTelegram(chat, message);
  const inaccessible = {
    id: chat.chatId,
    type: "private" as const,
    first_name: localBot.first_name,
  };
  return { chat: inaccessible, message_id: messageId, date: 0 as const };
}
