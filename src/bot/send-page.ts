/** Puts pages into chats: as a new message, or in the place of one. Entities only, never a parse mode. */
import { GrammyError } from "grammy";
import type { RenderedPage } from "../reply/rendered-reply.ts";
import { isGroup, type BotContext } from "./bot-context.ts";
import { keyboard } from "./keyboard.ts";

/** Where an answer goes: below, or in the place of message `edit`. */
export type Target = { readonly edit: number } | "new";

/** Returns the id of the message that now shows the page. */
export async function showPage(
  ctx: BotContext,
  page: RenderedPage,
  target: Target = "new",
): Promise<number> {
  if (target !== "new" && (await editPage(ctx, target.edit, page))) return target.edit;
  return sendPage(ctx, page);
}

/** A page of one sentence. */
export function say(ctx: BotContext, text: string): Promise<number> {
  return sendPage(ctx, { text, entities: [], buttons: [] });
}

/** Shows the page in the message whose button was pressed. */
export function turnPage(ctx: BotContext, page: RenderedPage): Promise<number> {
  const pressed = ctx.callbackQuery?.message?.message_id;
  return showPage(ctx, page, pressed === undefined ? "new" : { edit: pressed });
}

/** In a group an answer hangs below its question, unless the question is gone by then. */
export function replyParameters(ctx: BotContext) {
  const messageId = ctx.message?.message_id ?? ctx.editedMessage?.message_id;
  if (!isGroup(ctx) || messageId === undefined) return {};
  return { reply_parameters: { message_id: messageId, allow_sending_without_reply: true } };
}

async function sendPage(ctx: BotContext, page: RenderedPage): Promise<number> {
  const message = await ctx.reply(page.text, {
    ...pageOptions(ctx, page),
    ...replyParameters(ctx),
  });
  return message.message_id;
}

/** False when the message cannot be edited (any more). */
async function editPage(ctx: BotContext, messageId: number, page: RenderedPage): Promise<boolean> {
  if (ctx.chatId === undefined) return false;
  try {
    await ctx.api.editMessageText(ctx.chatId, messageId, page.text, pageOptions(ctx, page));
    return true;
  } catch (error) {
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
    // The Bot API tells these two apart by their description only.
    return error.description.includes("message is not modified");
  }
}

function pageOptions(ctx: BotContext, page: RenderedPage) {
  return {
    entities: page.entities,
    link_preview_options: { is_disabled: true },
    ...(page.buttons.some((row) => row.length > 0)
      ? { reply_markup: keyboard(page.buttons, ctx.chat?.type === "private") }
      : {}),
  };
}
