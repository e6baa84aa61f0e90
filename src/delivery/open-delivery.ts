/**
 * Joins a bot to Telegram: updates come in by polling or by a webhook, answers go out, and what is
 * handled is remembered. The caller decides when to stop and what an error means for the process.
 */
import { join } from "node:path";
import type { Api, Bot, Context } from "grammy";
import type { Logger } from "../logger.ts";
import { createChatQueue } from "./chat-queue.ts";
import { systemClock, type Clock } from "./clock.ts";
import { createDeliverUpdate, type DeliverUpdate, type DeliveryOutcome } from "./deliver-update.ts";
import { openHandledUpdates, type HandledUpdates } from "./handled-updates.ts";
import { createPoller, type PollOptions } from "./poll-updates.ts";
import { resilientApi } from "./resilient-api.ts";
import { untilAnswered } from "./until-answered.ts";
import type { SendNote } from "./update-note.ts";
import { createWebhook, type WebhookHandler } from "./webhook.ts";

export interface DeliveryOptions<C extends Context> {
  /** Its middleware lets errors through: delivery decides about a second attempt and a note. */
  readonly bot: Bot<C>;
  /** Where the numbers of handled updates are kept. */
  readonly directory: string;
  /** Keeps them elsewhere, for processes that share them. Default: files in `directory`. */
  readonly openHandled?: (botId: string) => Promise<HandledUpdates>;
  readonly allowedUpdates: PollOptions["allowedUpdates"];
  readonly sendNote: SendNote;
  readonly logger: Logger;
  readonly clock?: Clock;
  /** Updates handled at once. @default 8 */
  readonly concurrency?: number;
  /** Updates of one chat that may wait; more are left out with a note. @default 40 */
  readonly maxPerChat?: number;
}

export interface DeliveryHealth {
  readonly inHand: number;
  /** Milliseconds since Telegram last answered a poll; null before the first. */
  readonly msSincePoll: number | null;
  readonly outcomes: Readonly<Record<DeliveryOutcome, number>>;
}

export interface Delivery {
  /** Resolves when stopped. @throws {TelegramAccessError} when the token is refused or used elsewhere */
  poll(): Promise<void>;
  /** Registers the address with Telegram and returns what answers its requests. @throws {TelegramAccessError} */
  receive(webhook: { readonly url: string; readonly secret: string }): Promise<WebhookHandler>;
  /** Takes nothing more, finishes answers in hand (at most 8 s), confirms them, closes the record. */
  stop(): Promise<void>;
  health(): DeliveryHealth;
}

/** Together with the confirmation (1.5 s) a stop stays below 10 seconds. */
const finishMs = 8_000;

/** Opens the record of handled updates and prepares the bot's API. Nothing is requested yet. */
export async function openDelivery<C extends Context>(
  options: DeliveryOptions<C>,
): Promise<Delivery> {
  const { bot, logger, allowedUpdates, clock = systemClock } = options;
  const { concurrency = 8, maxPerChat = 40 } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  // Numbers of updates are the bot's own: another bot keeps its record elsewhere.
  const botId = botIdOf(bot.token);
  const openHandled =
    options.openHandled ??
    ((id) => openHandledUpdates(join(options.directory, id), { clock, logger }));
  const handled = await openHandled(botId);
  bot.api.config.use(...resilientApi({ clock, logger, signal }));
  const queue = createChatQueue({ concurrency, maxPerChat });
  const { deliver, outcomes } = countOutcomes(
    createDeliverUpdate({
      handle: (update) => bot.handleUpdate(update),
      handled,
      queue,
      sendNote: options.sendNote,
      clock,
      logger,
    }),
  );
  const api: Api = bot.api;
  const poller = createPoller({ api, deliver, allowedUpdates, clock, logger, signal });
  let polling: Promise<void> | null = null;

  async function connect(): Promise<void> {
    const me = await untilAnswered(() => api.getMe(), { clock, logger, signal });
    if (me !== null) bot.botInfo = me;
  }

  async function poll(): Promise<void> {
    await connect();
    await untilAnswered(() => api.deleteWebhook(), { clock, logger, signal });
    await poller.run();
  }

  let stopped: Promise<void> | null = null;
  async function stop(): Promise<void> {
    stopping.abort();
    await atMost(finishMs, Promise.all([poller.idle(), queue.idle()]), clock);
    await poller.confirm();
    await handled.close();
  }

  return {
    poll: () => (polling ??= poll()),
    receive: async ({ url, secret }) => {
      await connect();
      const settings = { secret_token: secret, allowed_updates: allowedUpdates };
      await untilAnswered(() => api.setWebhook(url, settings), { clock, logger, signal });
      return createWebhook({ secret, deliver, inHand: () => queue.size, signal });
    },
    stop: () => (stopped ??= stop()),
    health: () => ({
      inHand: queue.size,
      msSincePoll: poller.msSincePoll(),
      outcomes: { ...outcomes },
    }),
  };
}

function countOutcomes(deliverOnce: DeliverUpdate) {
  const outcomes = { handled: 0, known: 0, passed: 0, shed: 0, postponed: 0 };
  const deliver: DeliverUpdate = async (update) => {
    const outcome = await deliverOnce(update);
    outcomes[outcome] += 1;
    return outcome;
  };
  return { deliver, outcomes };
}

async function atMost(ms: number, task: Promise<unknown>, clock: Clock): Promise<void> {
  const wait = new AbortController();
  try {
    await Promise.race([task, clock.sleep(ms, wait.signal)]);
  } finally {
    wait.abort();
  }
}

/** The public part of a token, before the colon. */
function botIdOf(token: string): string {
  return /^\d{1,20}/.exec(token)?.[0] ?? "bot";
}
