/** What the Bot API's methods do to the chats that people see, after Telegram's own checks. */
import {
  checkCaption,
  checkCommands,
  checkInlineResults,
  checkKeyboard,
  checkLength,
  checkText,
  type Payload,
} from "./telegram-checks.ts";

interface Message {
  readonly messageId: number;
  readonly chatId: number;
  readonly method: string;
  payload: Payload;
  text: string;
  edits: number;
}

export interface TelegramState {
  readonly messages: Message[];
  readonly knownChats: Set<number>;
  /** Presses of buttons that are not answered yet. */
  readonly openCallbacks: Set<string>;
}

interface MethodCall {
  readonly method: string;
  readonly payload: Payload;
  readonly nextMessageId: () => number;
}

const botUser = {
  id: 987654321,
  is_bot: true,
  first_name: "Sourcier",
  username: "sourcier_test_bot",
};

/** Methods that change nothing here and answer `true`. */
const acknowledged = new Set([
  "deleteWebhook",
  "setWebhook",
  "setMyCommands",
  "deleteMyCommands",
  "setMyName",
  "setMyDescription",
  "setMyShortDescription",
  "setChatMenuButton",
  "setMessageReaction",
  "sendChatAction",
  "answerInlineQuery",
]);

/** The JSON that Telegram answers. */
export function performMethod(state: TelegramState, call: MethodCall): object {
  const { method, payload } = call;
  const problem = checkPayload(method, payload);
  if (problem !== null) return refuse(400, `Bad Request: ${problem}`);
  if (method === "getMe") {
    const abilities = {
      can_join_groups: true,
      can_read_all_group_messages: false,
      supports_inline_queries: true,
    };
    return accept({ ...botUser, ...abilities });
  }
  if (method === "answerCallbackQuery") return answerCallback(state, payload);
  if (method.startsWith("edit")) return edit(state, method, payload);
  if (method === "deleteMessage") return remove(state, payload);
  if (acknowledged.has(method)) return accept(true);
  if (/^send(?:Message|Photo|Document)$/.test(method)) return send(state, call);
  return refuse(404, "Not Found: method not found");
}

function checkPayload(method: string, payload: Payload): string | null {
  if (method === "sendMessage" || method === "editMessageText") {
    return checkText(payload) ?? checkKeyboard(payload);
  }
  if (method === "sendPhoto" || method === "sendDocument" || method === "editMessageCaption") {
    return checkCaption(payload) ?? checkKeyboard(payload) ?? checkFile(method, payload);
  }
  if (method === "setMyCommands") return checkCommands(payload);
  if (method === "answerInlineQuery") return checkInlineResults(payload);
  return checkLength(method, payload) ?? checkKeyboard(payload);
}

/** An uploaded photo or document is a file of the form, named after its field or by `attach://`. */
function checkFile(method: string, payload: Payload): string | null {
  if (!method.startsWith("send")) return null;
  const value = payload[method === "sendPhoto" ? "photo" : "document"];
  const file =
    typeof value === "string" && value.startsWith("attach://")
      ? payload[value.slice("attach://".length)]
      : value;
  if (typeof file === "string" && file !== "") return null; // an address or a file id
  return file instanceof Blob && file.size > 0 ? null : "there is no file in the request";
}

function send(state: TelegramState, { method, payload, nextMessageId }: MethodCall): object {
  const chatId = Number(payload["chat_id"]);
  if (!state.knownChats.has(chatId)) return refuse(400, "Bad Request: chat not found");
  const messageId = nextMessageId();
  const text = textOf(payload);
  state.messages.push({ messageId, chatId, method, payload, text, edits: 0 });
  return accept(publicMessage(messageId, chatId, payload));
}

function edit(state: TelegramState, method: string, payload: Payload): object {
  if (payload["inline_message_id"] !== undefined) return accept(true);
  const message = find(state, payload);
  if (message === undefined) return refuse(400, "Bad Request: message to edit not found");
  const changed =
    method === "editMessageReplyMarkup"
      ? { ...message.payload, reply_markup: payload["reply_markup"] }
      : payload;
  if (whatIsSeen(changed) === whatIsSeen(message.payload)) {
    return refuse(400, "Bad Request: message is not modified");
  }
  message.payload = changed;
  message.text = textOf(changed);
  message.edits += 1;
  return accept(publicMessage(message.messageId, message.chatId, changed));
}

function remove(state: TelegramState, payload: Payload): object {
  const message = find(state, payload);
  if (message === undefined) return refuse(400, "Bad Request: message to delete not found");
  state.messages.splice(state.messages.indexOf(message), 1);
  return accept(true);
}

function answerCallback(state: TelegramState, payload: Payload): object {
  const isOpen = state.openCallbacks.delete(String(payload["callback_query_id"]));
  return isOpen
    ? accept(true)
    : refuse(
        400,
        "Bad Request: query is too old and response timeout expired or query ID is invalid",
      );
}

function find(state: TelegramState, payload: Payload): Message | undefined {
  return state.messages.find(
    ({ messageId, chatId }) =>
      messageId === Number(payload["message_id"]) && chatId === Number(payload["chat_id"]),
  );
}

function textOf(payload: Payload): string {
  const text = payload["text"] ?? payload["caption"];
  return typeof text === "string" ? text : "";
}

function whatIsSeen(payload: Payload): string {
  const { text, caption, entities = [], reply_markup: markup = {} } = payload;
  return JSON.stringify([text, caption, entities, markup]);
}

function publicMessage(message_id: number, chatId: number, payload: Payload): object {
  const { text, caption, entities, reply_markup } = payload;
  const date = Math.floor(Date.now() / 1_000);
  const chat = { id: chatId, type: "private", first_name: "User" };
  return { message_id, date, chat, from: botUser, text, caption, entities, reply_markup };
}

function accept(result: unknown): object {
  return { ok: true, result };
}

function refuse(error_code: number, description: string): object {
  return { ok: false, error_code, description };
}
