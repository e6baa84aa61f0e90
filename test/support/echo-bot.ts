/**
 * The smallest bot that delivery can carry: it answers every message with one message. As a program
 * (`node --import tsx test/support/echo-bot.ts`) it polls until it is told to stop, as the real one does:
 * API_ROOT, TOKEN and RECORD_DIR say where, ANSWER_MS how long an answer takes.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { Bot, type ApiClientOptions, type Context } from "grammy";
import type { Clock } from "../../src/delivery/clock.ts";
import type { HandledUpdates } from "../../src/delivery/handled-updates.ts";
import type { SendNote } from "../../src/delivery/update-note.ts";
import { openDelivery, type Delivery } from "../../src/delivery/open-delivery.ts";
import { createTelegramFetch, type RequestTimeouts } from "../../src/delivery/telegram-fetch.ts";
import { TelegramAccessError } from "../../src/errors.ts";
import { createLogger, type Logger } from "../../src/logger.ts";

export interface EchoBotOptions {
  readonly apiRoot: string;
  readonly token: string;
  readonly directory: string;
  readonly logger: Logger;
  readonly timeouts?: RequestTimeouts;
  readonly clock?: Clock;
  readonly openHandled?: (botId: string) => Promise<HandledUpdates>;
  /** Does something before the answer, and may throw. */
  readonly before?: (ctx: Context) => Promise<void> | void;
}

/** The answer to a message; tests count how often each arrives. */
export function echoOf(text: string): string {
  return `Réponse à « ${text} »`;
}

export async function createEchoBot(options: EchoBotOptions) {
  const { apiRoot, token, logger, directory, timeouts } = options;
  const client: ApiClientOptions = { apiRoot, fetch: createTelegramFetch(timeouts) };
  const bot = new Bot(token, { client });
  bot.on("message:text", async (ctx) => {
    await options.before?.(ctx);
    await ctx.reply(echoOf(ctx.msg.text));
  });
  bot.on("callback_query:data", async (ctx) => {
    await ctx.answerCallbackQuery();
    await ctx.editMessageText(echoOf(ctx.callbackQuery.data));
  });
  const sendNote: SendNote = async (update, reason) => {
    const chatId = update.message?.chat.id;
    if (chatId !== undefined) await bot.api.sendMessage(chatId, `note: ${reason}`);
  };
  const allowedUpdates = ["message", "callback_query"] as const;
  const delivery = await openDelivery({
    bot,
    directory,
    logger,
    sendNote,
    allowedUpdates,
    ...(options.clock === undefined ? {} : { clock: options.clock }),
    ...(options.openHandled === undefined ? {} : { openHandled: options.openHandled }),
  });
  return { bot, delivery };
}

async function main(env: NodeJS.ProcessEnv): Promise<void> {
  const { API_ROOT: apiRoot = "", TOKEN: token = "", RECORD_DIR: directory = "" } = env;
  const logger = createLogger({ level: "debug", secrets: [token] });
  const answerMs = Number(env["ANSWER_MS"] ?? 0);
  const before = () => sleep(answerMs);
  const { delivery } = await createEchoBot({ apiRoot, token, directory, logger, before });
  stopOnSignals(delivery);
  try {
    await delivery.poll();
  } catch (error) {
    logger.fatal({ err: error }, "stopped");
    process.exitCode = error instanceof TelegramAccessError ? 3 : 1;
    await delivery.stop();
    process.exit();
  }
}

function stopOnSignals(delivery: Delivery): void {
  let isStopping = false;
  process.on("SIGTERM", () => {
    if (isStopping) process.exit(1);
    isStopping = true;
    void delivery.stop().then(() => process.exit(0));
  });
}

if (process.argv[1] === import.meta.filename) await main(process.env);
