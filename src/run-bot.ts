// Starts the bot: on Telegram with a token, in the local page, and at a prompt on a terminal. The page
// and /help answer while the index is being built. SIGTERM or SIGINT finishes the answers in hand; a
// second signal leaves at once.

import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import type { Bot } from "grammy";
import type { Language } from "./answer/answer.ts";
import { allowedUpdates } from "./bot/allowed-updates.ts";
import type { BotContext } from "./bot/bot-context.ts";
import type { BotDependencies } from "./bot/bot-dependencies.ts";
import { BotMemory } from "./bot/bot-memory.ts";
import { createBot } from "./bot/create-bot.ts";
import { describeBot } from "./bot/describe-bot.ts";
import { openOutput } from "./commands/output.ts";
import { createProgress } from "./commands/progress.ts";
import type { Config, TelegramConfig } from "./config.ts";
import { systemClock } from "./delivery/clock.ts";
import { type Delivery, openDelivery } from "./delivery/open-delivery.ts";
import { openSharedUpdates } from "./delivery/open-shared-updates.ts";
import { createSendNote } from "./delivery/send-note.ts";
import { createTelegramFetch } from "./delivery/telegram-fetch.ts";
import type { WebhookHandler } from "./delivery/webhook.ts";
import { collectGarbage } from "./embed/collect-garbage.ts";
import type { Embedder } from "./embed/embedder.ts";
import { createLogger, type Logger } from "./logger.ts";
import { openFeedback } from "./open-feedback.ts";
import { logReport, openSourcier, type Sourcier } from "./open-sourcier.ts";
import { createPictures } from "./pictures/create-pictures.ts";
import type { Database } from "./store/postgres/database.ts";
import { runPrompt } from "./terminal/run-prompt.ts";
import { rehearse } from "./rehearse.ts";
import { createPage } from "./web/create-page.ts";
import { LocalTelegram } from "./web/local-telegram.ts";
import { pageAddress, servePage, type ServedPage } from "./web/serve-page.ts";

/** Never sent anywhere: a bot whose calls end in the page or at the prompt still needs a token's form. */
const LOCAL_TOKEN = "0:local";
const LOCAL_CHAT_ID = 1;

const say = (line: string) => void process.stderr.write(`${line}\n`);

function commonDependencies(config: Config, sourcier: Sourcier, logger: Logger): BotDependencies {
  return {
    ask: sourcier.ask,
    corpus: sourcier.corpus,
    readiness: sourcier.readiness,
    pictures: createPictures(),
    publicUrl: config.publicUrl,
    allowedUsers: null,
    admins: new Set(),
    defaultLanguage: config.defaultLanguage,
    feedback: null,
    addArticle: sourcier.addArticle,
    clock: systemClock,
    logger,
  };
}

async function startTelegram(
  telegram: TelegramConfig,
  config: Config,
  dependencies: BotDependencies,
  { logger, database }: { readonly logger: Logger; readonly database: Database | null },
): Promise<{ readonly delivery: Delivery; readonly webhook: WebhookHandler | null }> {
  const memory = new BotMemory(dependencies.clock);
  const ofTelegram: BotDependencies = {
    ...dependencies,
    allowedUsers: config.allowedUsers,
    admins: config.adminUsers,
    feedback: await openFeedback(telegram.token, config, database),
    client: { apiRoot: telegram.apiRoot, fetch: createTelegramFetch() },
    letsFailuresThrough: true,
  };
  const bot: Bot<BotContext> = createBot(telegram.token, ofTelegram, { memory });
  const delivery = await openDelivery({
    bot,
    directory: join(config.stateDir, "updates"),
    ...(database === null
      ? {}
      : { openHandled: (botId) => openSharedUpdates({ database, botId, logger }) }),
    allowedUpdates,
    sendNote: createSendNote(bot.api, {
      chosen: (chatId) => memory.language(chatId),
      fallback: config.defaultLanguage,
    }),
    logger,
  });
  describeBot(bot.api, config.defaultLanguage).catch((error: unknown) =>
    logger.warn({ err: error }, "Telegram was not told the commands; the bot answers all the same"),
  );
  const webhook =
    telegram.delivery.kind === "webhook" ? await delivery.receive(telegram.delivery) : null;
  return { delivery, webhook };
}

/** The page, with Telegram's webhook beside it where there is one. */
async function startPage(
  config: Config,
  dependencies: BotDependencies,
  local: LocalTelegram,
  webhook: WebhookHandler | null,
): Promise<ServedPage> {
  const page = createPage({ ...dependencies, telegram: local });
  const delivery = config.telegram?.delivery;
  const webhookPath = delivery?.kind === "webhook" ? new URL(delivery.url).pathname : null;
  const fetch = (request: Request) =>
    webhook !== null && new URL(request.url).pathname === webhookPath
      ? webhook(request)
      : page.fetch(request);
  return await servePage({ fetch }, config);
}

/** How long the greeting waits for an index being built, so that it can suggest questions from the articles. */
const GREETING_WAITS_MS = 10_000;

/** @param ready settles when questions can be answered */
async function startPrompt(
  telegram: LocalTelegram,
  lang: Language,
  { ready, signal }: { readonly ready: Promise<void>; readonly signal: AbortSignal },
): Promise<void> {
  const waiting = sleep(GREETING_WAITS_MS, undefined, { signal, ref: false });
  await Promise.race([ready, waiting]).catch(() => undefined); // a failure is told by who follows the corpus
  const lines = createInterface({ input: process.stdin, signal });
  await runPrompt({
    telegram,
    user: { chatId: LOCAL_CHAT_ID, lang },
    lines,
    write: openOutput(process.stdout).write,
    styled: process.stdout.isTTY,
  });
}

/** Whatever ends the program: a signal, the end of a terminal's input, or a failure. */
function untilStopped(): { readonly signal: AbortSignal; readonly stop: () => void } {
  const stopping = new AbortController();
  const stop = () => {
    if (stopping.signal.aborted) process.exit(1);
    stopping.abort();
  };
  process.on("SIGTERM", stop).on("SIGINT", stop);
  return { signal: stopping.signal, stop: () => stopping.abort() };
}

async function connect(databaseUrl: string): Promise<Database> {
  const { openDatabase } = await import("./store/postgres/database.ts");
  return openDatabase(databaseUrl);
}

/** Runs until it is stopped. @param embedder being loaded */
export async function runBot(config: Config, embedder: Promise<Embedder>): Promise<void> {
  const { telegram, databaseUrl } = config;
  const logger = createLogger({
    level: config.logLevel,
    secrets: [telegram?.token ?? "", databaseUrl ?? ""],
  });
  const { signal, stop } = untilStopped();
  const progress = createProgress(process.stderr);
  const database = databaseUrl === null ? null : await connect(databaseUrl);
  const sourcier = openSourcier(config, {
    logger,
    database,
    embedder,
    onProgress: (state) => progress.show(state),
  });
  const dependencies = commonDependencies(config, sourcier, logger);
  const publicUrl = config.publicUrl ?? pageAddress(config.host, config.port);
  // On this machine only, whoever writes is trusted; a public page is limited as Telegram is.
  const limits = config.publicUrl === null ? { rateLimit: null } : {};
  const localBot = createBot(LOCAL_TOKEN, { ...dependencies, publicUrl }, limits);
  const local = new LocalTelegram(localBot);
  await describeBot(localBot.api, config.defaultLanguage);
  const closing: (() => Promise<unknown>)[] = [
    () => sourcier.close(),
    async () => database?.close(),
  ];
  try {
    const running: Promise<unknown>[] = [once(signal, "abort")];
    const connected =
      telegram && (await startTelegram(telegram, config, dependencies, { logger, database }));
    if (connected) closing.unshift(() => connected.delivery.stop());
    if (connected?.webhook === null) running.push(connected.delivery.poll());
    const page = await startPage(config, dependencies, local, connected?.webhook ?? null);
    closing.unshift(() => page.close());
    say(`Sourcier: ${page.url}${connected ? " and Telegram" : ""}`);
    if (process.stdin.isTTY)
      running.push(
        startPrompt(local, config.defaultLanguage, { ready: sourcier.ready, signal }).finally(stop),
      );
    await Promise.race([
      ...running,
      followCorpus(sourcier, logger, signal).then(() => once(signal, "abort")),
    ]);
  } finally {
    progress.end();
    for (const close of closing) await close();
  }
}

/** Rejects when there is no index and none can be made; one that cannot follow the corpus is told in the log. */
async function followCorpus(
  sourcier: Sourcier,
  logger: Logger,
  signal: AbortSignal,
): Promise<void> {
  await sourcier.watch();
  await sourcier.ready;
  try {
    const report = await sourcier.upToDate;
    if (report !== null) logReport(logger, report, "index up to date");
  } catch (error) {
    if (!signal.aborted) logger.error({ err: error }, "the index does not follow the corpus");
  }
  await rehearse(sourcier, signal).catch((error: unknown) => {
    if (!signal.aborted) logger.warn({ err: error }, "the first questions may take longer");
  });
  // What starting left behind: 20 MB that the engine would keep for as long as nothing presses it.
  await collectGarbage();
}
