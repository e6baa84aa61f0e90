import type { NextFunction } from "grammy";
import type { BotContext, BotServices } from "./bot-context.ts";
import { say } from "./send-page.ts";

/** Lets only those on the list through; in private they are told, elsewhere the bot keeps silent. */
export function allowListed({ dependencies }: BotServices) {
  const { allowedUsers, logger } = dependencies;
  return async (ctx: BotContext, next: NextFunction): Promise<void> => {
    const userId = ctx.from?.id;
    if (allowedUsers === null || (userId !== undefined && allowedUsers.has(userId))) {
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
