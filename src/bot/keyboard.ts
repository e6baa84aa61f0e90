import type { InlineKeyboardButton, InlineKeyboardMarkup } from "grammy/types";
import type { ButtonRows, ReplyButton } from "../reply/rendered-reply.ts";

/** Buttons as Telegram wants them. Mini App buttons work in private chats only; elsewhere they open a browser. */
export function keyboard(rows: ButtonRows, isPrivate: boolean): InlineKeyboardMarkup {
  return {
    inline_keyboard: rows
      .filter((row) => row.length > 0)
      .map((row) => row.map((button) => inlineButton(button, isPrivate))),
  };
}

function inlineButton({ text, action }: ReplyButton, isPrivate: boolean): InlineKeyboardButton {
  switch (action.kind) {
    case "url":
      return { text, url: action.url };
    case "callback":
      return { text, callback_data: action.data };
    case "inline":
      return { text, switch_inline_query: action.query };
    case "web-app":
      return isPrivate ? { text, web_app: { url: action.url } } : { text, url: action.url };
  }
}
