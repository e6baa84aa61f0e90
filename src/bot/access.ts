import type { NextFunction } from "grammy";
import type { BotContext, BotServices } from "./bot-context.ts";
import { concernsOwnData } from "./own-data.ts";
import { say } from "./send-page.ts";

/**
 * Lets only those on the list and administrators through; in private others are told, elsewhere the bot keeps
 * silent. Whoever was taken off the list may still have what is kept of them erased.
 */
export function allowListed({ dependencies }: BotServices) {
  const { allowedUsers, admins, logger } = dependencies;
  return async (ctx: BotContext, next: NextFunction): Promise<void> => {
    const userId = ctx.from?.id ?? 0;
    const isAllowed = allowedUsers === null || allowedUsers.has(userId) || admins.has(userId);
    if (isAllowed || concernsOwnData(ctx.update)) {
      await next();
      return;
    }
    logger.info({ updateId: ctx.update.update_id }, "Somebody outside the allow-list was refused");
    const { notAllowed } = ctx.texts.chat;
    if (ctx.inlineQuery) await ctx.answerInlineQuery([], { is_personal: true, cache_time: 60 });
    else if (ctx.callbackQuery) ctx.notice = { text: notAllowed, alert: true };
    else if (ctx.message && ctx.chat?.type === "private") await say(ctx, notAllowed);
  };
}
