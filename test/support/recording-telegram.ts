/**
 * Telegram as a bot's tests see it: every outgoing call ends in an API transformer, which makes
 * Telegram's own checks (lengths, entities, buttons), answers like it and keeps the call. No network.
 */
import type { Bot } from "grammy";
import type { Message, MessageEntity, Update, User, UserFromGetMe } from "grammy/types";
import type { BotContext } from "../../src/bot/bot-context.ts";
import {
  checkCaption,
  checkInlineResults,
  checkKeyboard,
  checkLength,
  checkText,
  type Payload,
} from "./telegram-checks.ts";

export interface RecordedCall {
  readonly method: string;
  readonly payload: Payload;
}

export interface RecordingTelegram {
  readonly calls: RecordedCall[];
  /** Calls a person sees: messages, edits, pictures, answers to buttons and inline queries. */
  visible(): RecordedCall[];
  /** The id of the message last sent or edited. */
  lastMessageId(): number;
  /** Forgets the calls so far. */
  clear(): void;
  /** The next call of that method is refused. */
  refuseNext(method: string, code: number, description: string): void;
}

export const botInfo: UserFromGetMe = {
  id: 987654321,
  is_bot: true,
  first_name: "Sourcier",
  username: "sourcier_test_bot",
  can_join_groups: true,
  can_read_all_group_messages: false,
  supports_inline_queries: true,
  can_connect_to_business: false,
  has_main_web_app: false,
  has_topics_enabled: false,
  allows_users_to_create_topics: false,
  can_manage_bots: false,
  supports_join_request_queries: false,
};

const silent = /^(?:sendChatAction|setMy)/;

/** Takes the bot's calls over. A call that Telegram would refuse fails, as it would there. */
export function recordTelegram(bot: Bot<BotContext>): RecordingTelegram {
  const calls: RecordedCall[] = [];
  const refusals = new Map<string, { code: number; description: string }>();
  let nextId = 1000;
  let lastId = 0;
  bot.api.config.use((_previous, method, payload) => {
    calls.push({ method, payload: payload });
    const refusal = refusals.get(method);
    refusals.delete(method);
    const problem = problemOf(method, payload);
    const error = problem === null ? refusal : { code: 400, description: problem };
    if (error !== undefined) {
      return Promise.resolve({ ok: false, error_code: error.code, description: error.description });
    }
    const isMessage = /^send(?!ChatAction)|^edit/.test(method);
    const { message_id: edited } = payload as { message_id?: number };
    if (isMessage) lastId = edited ?? nextId++;
    const result = isMessage ? { message_id: lastId } : true;
    // What Telegram answers depends on the method's name, which the type cannot follow.
    return Promise.resolve({ ok: true, result: result as never });
  });
  return {
    calls,
    visible: () => calls.filter(({ method }) => !silent.test(method)),
    lastMessageId: () => lastId,
    clear: () => void calls.splice(0),
    refuseNext: (method, code, description) => void refusals.set(method, { code, description }),
  };
}

function problemOf(method: string, payload: Payload): string | null {
  const isText = method === "sendMessage" || method === "editMessageText";
  return (
    (isText ? checkText(payload) : null) ??
    checkCaption(payload) ??
    checkKeyboard(payload) ??
    checkLength(method, payload) ??
    (method === "answerInlineQuery" ? checkInlineResults(payload) : null)
  );
}

export const user: User = { id: 42, is_bot: false, first_name: "Ada", language_code: "fr" };

let nextUpdateId = 1;
let nextMessageId = 1;

/** An update of any kind; ids count up. */
export function update(content: Omit<Update, "update_id">): Update {
  return { update_id: nextUpdateId++, ...content };
}

export interface MessageOptions {
  readonly from?: User;
  /** @default the private chat of `from` */
  readonly group?: boolean;
  readonly repliesTo?: { readonly message_id: number; readonly from: User };
  readonly messageId?: number;
}

/** A message with a text, whose commands and mentions are marked as Telegram marks them. */
export function textMessage(text: string, options: MessageOptions = {}): Message.TextMessage {
  return { ...message(options), text, entities: entitiesOf(text) };
}

/** A new message with a text, as an update. */
export function sent(text: string, options: MessageOptions = {}): Update {
  return updateOf("message", textMessage(text, options));
}

/** The same message with another text. */
export function edited(original: Message.TextMessage, text: string): Update {
  return updateOf("edited_message", {
    ...original,
    text,
    entities: entitiesOf(text),
    edit_date: 1,
  });
}

/** An update of that kind. Its content is made by hand, so that any kind of message can be tried. */
export function updateOf(
  kind: "message" | "edited_message" | "my_chat_member",
  content: object,
): Update {
  return update({ [kind]: content });
}

/** A message without content, to put a sticker or a photo into. */
export function message({ from = user, group, repliesTo, messageId }: MessageOptions = {}) {
  const chat = group
    ? { id: -100500, type: "supergroup" as const, title: "Les amis" }
    : { id: from.id, type: "private" as const, first_name: from.first_name };
  const date = 1_760_000_000;
  return {
    message_id: messageId ?? nextMessageId++,
    date,
    chat,
    from,
    ...(repliesTo === undefined
      ? {}
      : { reply_to_message: { ...repliesTo, date, chat, text: "…", reply_to_message: undefined } }),
  } as Message.ServiceMessage & { from: User };
}

/** A press of a button below message `messageId`. */
export function press(data: string, messageId: number, options: MessageOptions = {}): Update {
  const from = options.from ?? user;
  return update({
    callback_query: {
      id: String(nextUpdateId),
      from,
      chat_instance: "1",
      data,
      message: { ...message({ ...options, messageId }), from: botInfo, text: "…" },
    },
  });
}

function entitiesOf(text: string): MessageEntity[] {
  const found: MessageEntity[] = [];
  for (const match of text.matchAll(/(?<!\S)[/@]\w+(?:@\w+)?/g)) {
    const type = match[0].startsWith("/") ? "bot_command" : "mention";
    found.push({ type, offset: match.index, length: match[0].length });
  }
  return found;
}
