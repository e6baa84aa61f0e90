/**
 * The Bot API methods as the local page answers them: an API transformer that keeps every outgoing
 * call on this machine. Checks what Telegram would refuse (lengths, unchanged edits, unknown
 * messages), so that what works in the page works there. No network, no HTTP.
 */
import { InputFile, type RawApi, type Transformer } from "grammy";
import type { InlineKeyboardMarkup, Message, MessageEntity, UserFromGetMe } from "grammy/types";
import type { LocalChat, LocalFile, LocalMessage, MessageContent } from "./local-chat.ts";
import type { LocalFiles, StoredFile } from "./local-files.ts";
import { findPngSize } from "./png-size.ts";

export interface LocalApiState {
  /** The conversation of that id, or null when there is none (any more). */
  chat(chatId: number): LocalChat | null;
  readonly files: LocalFiles;
  /** Told of each short notice that answers a button press. */
  notice(callbackQueryId: string, text: string, alert: boolean): void;
  /** Told of the commands that the bot registers, by language code ("" for every other). */
  commands(languageCode: string, commands: readonly LocalCommand[]): void;
}

export interface LocalCommand {
  readonly command: string;
  readonly description: string;
}

export const localBot: UserFromGetMe = {
  id: 1,
  is_bot: true,
  first_name: "Sourcier",
  username: "sourcier_local_bot",
  can_join_groups: false,
  can_read_all_group_messages: false,
  supports_inline_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
  has_topics_enabled: false,
  allows_users_to_create_topics: false,
  can_manage_bots: false,
  supports_join_request_queries: false,
};

const maxTextLength = 4096;
const maxCaptionLength = 1024;
const maxCallbackBytes = 64;

/** A call that Telegram would answer with `ok: false`. */
class Refusal extends Error {
  override readonly name = "Refusal";
}

/** The fields of all the methods below; each is read only where the method has it. */
interface CallFields {
  readonly chat_id?: unknown;
  readonly message_id?: unknown;
  readonly message_ids?: unknown;
  readonly text?: unknown;
  readonly caption?: unknown;
  readonly entities?: unknown;
  readonly caption_entities?: unknown;
  readonly reply_markup?: unknown;
  readonly photo?: unknown;
  readonly document?: unknown;
  readonly media?: unknown;
  readonly parse_mode?: unknown;
  readonly callback_query_id?: unknown;
  readonly show_alert?: unknown;
  readonly commands?: unknown;
  readonly language_code?: unknown;
  readonly scope?: unknown;
}

type Handler = (call: CallFields, state: LocalApiState) => unknown;

const handlers: Readonly<Partial<Record<keyof RawApi, Handler>>> = {
  getMe: () => localBot,
  sendMessage: (call, state) => {
    const content = textContent(call);
    return asTelegram(chatOf(call, state), chatOf(call, state).add("bot", content));
  },
  sendPhoto: (call, state) => sendFile("photo", call, state),
  sendDocument: (call, state) => sendFile("document", call, state),
  editMessageText: (call, state) => edit(call, state, textContent(call)),
  editMessageCaption: (call, state) => edit(call, state, captionContent(call)),
  editMessageReplyMarkup: (call, state) => edit(call, state, { reply_markup: keyboardOf(call) }),
  editMessageMedia: editMedia,
  deleteMessage: (call, state) => chatOf(call, state).remove(Number(call.message_id)),
  deleteMessages: (call, state) => {
    const ids = Array.isArray(call.message_ids) ? call.message_ids : [];
    for (const id of ids) chatOf(call, state).remove(Number(id));
    return true;
  },
  answerCallbackQuery: (call, state) => {
    if (typeof call.text === "string" && call.text !== "") {
      state.notice(String(call.callback_query_id), call.text, call.show_alert === true);
    }
    return true;
  },
  setMyCommands: (call, state) => {
    // Every conversation of the page is a private one.
    const scope = (call.scope as { readonly type?: unknown } | undefined)?.type ?? "default";
    if (scope !== "default" && scope !== "all_private_chats") return true;
    const commands = Array.isArray(call.commands) ? (call.commands as readonly LocalCommand[]) : [];
    state.commands(typeof call.language_code === "string" ? call.language_code : "", commands);
    return true;
  },
  getMyCommands: () => [],
};

/** Calls that change nothing a person sees in the page: Telegram answers `true` to each. */
const silent = /^(?:set|delete|sendChatAction|pinChatMessage|unpin|leaveChat|close|logOut)/;

/** @returns a transformer to install last, so that it is asked first and nothing leaves the machine */
export function createLocalApi(state: LocalApiState): Transformer {
  const transformer = async (_previous: unknown, method: keyof RawApi, payload: unknown) => {
    try {
      return { ok: true, result: await answerCall(method, payload as CallFields, state) };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { ok: false, error_code: 400, description: `Bad Request: ${error.message}` };
    }
  };
  // The result's type depends on the method's name, which a table of handlers cannot express.
  return transformer as Transformer;
}

function answerCall(method: keyof RawApi, call: CallFields, state: LocalApiState): unknown {
  const handler = handlers[method];
  if (handler !== undefined) return handler(call, state);
  if (silent.test(method)) return true;
  throw new Refusal(`${method} does not exist in the local page`);
}

function chatOf(call: CallFields, state: LocalApiState): LocalChat {
  const chat = state.chat(Number(call.chat_id));
  if (chat === null) throw new Refusal("chat not found");
  return chat;
}

function textContent(call: CallFields): MessageContent {
  return {
    text: checkedText(call.text, 1, maxTextLength, call.parse_mode),
    entities: (call.entities ?? []) as readonly MessageEntity[],
    reply_markup: keyboardOf(call),
  };
}

function captionContent(call: CallFields): MessageContent {
  return {
    text: checkedText(call.caption ?? "", 0, maxCaptionLength, call.parse_mode),
    entities: (call.caption_entities ?? []) as readonly MessageEntity[],
    reply_markup: keyboardOf(call),
  };
}

function checkedText(text: unknown, min: number, max: number, parseMode: unknown): string {
  if (parseMode !== undefined) throw new Refusal("markup is not parsed here, send entities");
  if (typeof text !== "string" || text.length < min) throw new Refusal("message text is empty");
  if (text.length > max) throw new Refusal("message is too long");
  return text;
}

function keyboardOf(call: CallFields): InlineKeyboardMarkup | null {
  const markup = call.reply_markup as Partial<InlineKeyboardMarkup> | undefined;
  if (markup?.inline_keyboard === undefined || markup.inline_keyboard.length === 0) return null;
  for (const button of markup.inline_keyboard.flat()) {
    const isTooLong =
      "callback_data" in button && Buffer.byteLength(button.callback_data) > maxCallbackBytes;
    if (isTooLong) throw new Refusal("BUTTON_DATA_INVALID");
  }
  return { inline_keyboard: markup.inline_keyboard };
}

async function sendFile(
  kind: "photo" | "document",
  call: CallFields,
  state: LocalApiState,
): Promise<Message> {
  const chat = chatOf(call, state);
  const content = captionContent(call);
  const file = await storeFile(call[kind], kind, state);
  return asTelegram(chat, chat.add("bot", { ...content, [kind]: file }));
}

async function editMedia(call: CallFields, state: LocalApiState): Promise<Message> {
  const media = call.media as CallFields & { readonly type: string; readonly media: unknown };
  if (media.type !== "photo") throw new Refusal("only photos can take a photo's place here");
  const caption = captionContent({ ...media, reply_markup: call.reply_markup });
  const photo = await storeFile(media.media, "photo", state);
  return edit(call, state, { ...caption, photo });
}

async function storeFile(
  source: unknown,
  kind: "photo" | "document",
  { files }: LocalApiState,
): Promise<LocalFile> {
  if (typeof source === "string") {
    const known = files.get(source);
    if (known === null) throw new Refusal("wrong file identifier");
    return localFile(source, known);
  }
  if (!(source instanceof InputFile)) throw new Refusal(`there is no ${kind} in the request`);
  const name = source.filename ?? (kind === "photo" ? "photo.png" : "document");
  const file = { bytes: await readAll(await source.toRaw()), name };
  return localFile(files.add(file), file);
}

function localFile(fileId: string, { bytes, name }: StoredFile): LocalFile {
  return { file_id: fileId, url: `/api/files/${fileId}`, name, size: findPngSize(bytes) };
}

async function readAll(
  source: Uint8Array | Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<Uint8Array<ArrayBuffer>> {
  if (source instanceof Uint8Array) return new Uint8Array(source);
  const chunks: Uint8Array[] = [];
  for await (const chunk of source) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}

function edit(call: CallFields, state: LocalApiState, change: Partial<MessageContent>): Message {
  const chat = chatOf(call, state);
  const before = chat.message(Number(call.message_id));
  if (before?.from !== "bot") throw new Refusal("message to edit not found");
  if (isUnchanged(before, change)) throw new Refusal("message is not modified");
  return asTelegram(chat, chat.edit(before.message_id, change) ?? before);
}

function isUnchanged(before: LocalMessage, change: Partial<MessageContent>): boolean {
  const after = { ...before, ...change };
  const shown = ({ text, entities, reply_markup, photo }: LocalMessage) =>
    JSON.stringify([text, entities, reply_markup, photo?.file_id]);
  return shown(before) === shown(after);
}

/** A message of a local conversation as an Update or an API result holds it. */
export function asTelegram(chat: LocalChat, message: LocalMessage): Message {
  const { text, entities, photo, document } = message;
  const common = {
    message_id: message.message_id,
    date: message.date,
    chat: { id: chat.chatId, type: "private" as const, first_name: "Page" },
    from: message.from === "bot" ? localBot : undefined,
    ...(message.reply_markup === null ? {} : { reply_markup: message.reply_markup }),
    ...(message.edited === true ? { edit_date: message.date } : {}),
  };
  const file = photo ?? document;
  const body =
    file === undefined
      ? { text, entities }
      : { caption: text, caption_entities: entities, ...fileFields(file, photo !== undefined) };
  // Which fields stand together depends on the content; the union of every kind is not worth spelling.
  return { ...common, ...body } as unknown as Message;
}

function fileFields(file: LocalFile, isPhoto: boolean): object {
  const ids = { file_id: file.file_id, file_unique_id: file.file_id };
  if (isPhoto) return { photo: [{ ...ids, ...(file.size ?? { width: 1, height: 1 }) }] };
  return { document: { ...ids, file_name: file.name } };
}
