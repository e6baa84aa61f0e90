import { GrammyError, HttpError, type BotError } from "grammy";
import { IndexError } from "../errors.ts";
import type { BotContext } from "./bot-context.ts";
import type { BotDependencies } from "./bot-dependencies.ts";
import { updateKind } from "./update-kind.ts";

/**
 * The one place where an update's failure ends: a log line without any text of the user or token, and
 * one polite sentence. The error goes on, so that delivery can try the update again, when Telegram itself
 * cannot be reached and when delivery asked for it; a database that is away is told at once instead.
 */
export function onError({
  logger,
  letsFailuresThrough = false,
}: Pick<BotDependencies, "logger" | "letsFailuresThrough">) {
  return async ({ error, ctx }: BotError<BotContext>): Promise<void> => {
    const facts = { updateId: ctx.update.update_id, kind: updateKind(ctx.update) };
    logger.error({ ...facts, ...errorFacts(error) }, "An update could not be answered");
    if (error instanceof HttpError || (error instanceof GrammyError && isPassing(error)))
      throw error;
    if (error instanceof GrammyError && hearsNobody(error)) return;
    const isAway = error instanceof IndexError && error.reason === "unreachable";
    if (letsFailuresThrough && !isAway) throw error;
    const { indexAway, failed } = ctx.texts.chat;
    await apologize(ctx, isAway ? indexAway : failed, logger);
  };
}

async function apologize(
  ctx: BotContext,
  text: string,
  logger: BotDependencies["logger"],
): Promise<void> {
  ctx.notice = { text, alert: false };
  if (ctx.chatId === undefined || ctx.callbackQuery) return;
  try {
    await ctx.reply(text);
  } catch (error) {
    logger.warn(
      { updateId: ctx.update.update_id, ...errorFacts(error) },
      "No apology could be sent",
    );
  }
}

/** Telegram itself is away, or asks to wait. */
function isPassing({ error_code: code }: GrammyError): boolean {
  return code >= 500 || code === 429;
}

/** The bot is blocked or was removed, or the chat is gone: the Bot API says the latter by its description only. */
function hearsNobody({ error_code: code, description }: GrammyError): boolean {
  return code === 403 || /chat not found|PEER_ID_INVALID/i.test(description);
}

/** Class, method and code: never a payload, never an address. */
function errorFacts(error: unknown): object {
  if (error instanceof GrammyError) {
    const { method, error_code, description } = error;
    return { error: error.name, method, code: error_code, description };
  }
  if (error instanceof HttpError) return { error: error.name };
  return error instanceof Error
    ? { error: error.name, message: error.message, stack: error.stack }
    : { error: typeof error };
}
