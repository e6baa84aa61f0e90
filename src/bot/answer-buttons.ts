import { GrammyError, type NextFunction } from "grammy";
import type { BotContext, BotServices } from "./bot-context.ts";

/** Telegram's limit for the notice on a pressed button. */
const maxNoticeChars = 200;

/** Every pressed button is answered, whatever happens: clients show a spinner until then. */
export function answerButtons({ dependencies }: BotServices) {
  return async (ctx: BotContext, next: NextFunction): Promise<void> => {
    if (ctx.callbackQuery === undefined) return next();
    try {
      await next();
    } finally {
      await answerButton(ctx, dependencies.logger);
    }
  };
}

async function answerButton(
  ctx: BotContext,
  logger: BotServices["dependencies"]["logger"],
): Promise<void> {
  const { notice } = ctx;
  try {
    await ctx.answerCallbackQuery(
      notice === null
        ? {}
        : { text: notice.text.slice(0, maxNoticeChars), show_alert: notice.alert },
    );
  } catch (error) {
    // "query is too old": the spinner is gone by itself.
    if (!(error instanceof GrammyError) || error.error_code !== 400) throw error;
    logger.debug({ updateId: ctx.update.update_id }, "A button was answered too late");
  }
}
