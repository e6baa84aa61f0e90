/**
 * Questions asked while the index is being built: each gets a message that tells the progress and is
 * replaced by the answer once there is one. Waits in the background, so that /help is served meanwhile;
 * bounded in number and in time; a restart forgets them.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { BotContext } from "./bot-context.ts";
import type { BotDependencies, Readiness } from "./bot-dependencies.ts";
import { say, showPage, type Target } from "./send-page.ts";
import { errorName } from "../errors.ts";

/** Telegram allows about one message a second in a chat; a progress need not be that lively. */
const defaultProgressMs = 3_000;
const maxWaitMs = 30 * 60_000;
const maxWaiting = 200;
const maxWaitingPerChat = 3;

export type WaitingDependencies = Pick<BotDependencies, "readiness" | "clock" | "logger">;

export class WaitingQuestions {
  readonly #dependencies: WaitingDependencies;
  /** One entry per waiting question; the value is its chat. */
  readonly #waiting = new Map<symbol, number>();

  constructor(
    dependencies: WaitingDependencies,
    readonly progressMs: number = defaultProgressMs,
  ) {
    this.#dependencies = dependencies;
  }

  /** Tells the progress, and calls `answer` once the index is ready. Returns before that. */
  async add(
    ctx: BotContext,
    target: Target,
    answer: (target: Target) => Promise<void>,
  ): Promise<void> {
    const chatId = ctx.chatId ?? 0;
    const ofChat = [...this.#waiting.values()].filter((id) => id === chatId).length;
    if (this.#waiting.size >= maxWaiting || ofChat >= maxWaitingPerChat) {
      await say(ctx, ctx.texts.chat.tooManyWaiting);
      return;
    }
    const ticket = Symbol("waiting question");
    this.#waiting.set(ticket, chatId);
    try {
      const edit = await showPage(ctx, this.#progress(ctx), target);
      void this.#wait(ctx, ticket, { edit }, answer);
    } catch (error) {
      this.#waiting.delete(ticket);
      throw error;
    }
  }

  /** Drops the questions that wait in a chat; says whether there were any. */
  cancel(chatId: number): boolean {
    const tickets = [...this.#waiting].filter(([, id]) => id === chatId);
    for (const [ticket] of tickets) this.#waiting.delete(ticket);
    return tickets.length > 0;
  }

  async #wait(
    ctx: BotContext,
    ticket: symbol,
    target: Target,
    answer: (target: Target) => Promise<void>,
  ): Promise<void> {
    const { clock, logger, readiness } = this.#dependencies;
    const startedAt = clock.now();
    try {
      let shown = this.#progress(ctx).text;
      while (readiness().state === "building") {
        // A stopping program does not wait for this timer.
        await sleep(this.progressMs, undefined, { ref: false });
        if (!this.#waiting.has(ticket)) return;
        if (clock.now() - startedAt > maxWaitMs) {
          await showPage(ctx, plain(ctx.texts.chat.waitedTooLong), target);
          return;
        }
        const page = this.#progress(ctx);
        if (page.text !== shown && readiness().state === "building") {
          shown = page.text;
          await showPage(ctx, page, target);
        }
      }
      await answer(target);
    } catch (error) {
      const name = errorName(error);
      logger.error({ updateId: ctx.update.update_id, error: name }, "A waiting question failed");
    } finally {
      this.#waiting.delete(ticket);
    }
  }

  #progress(ctx: BotContext) {
    return plain(progressText(ctx, this.#dependencies.readiness()));
  }
}

function progressText({ texts }: BotContext, readiness: Readiness): string {
  if (readiness.state === "ready") return texts.chat.building(100, null);
  const { done, total, etaMs } = readiness;
  const percent = total > 0 ? Math.min(99, Math.floor((100 * done) / total)) : 0;
  return texts.chat.building(percent, etaMs === null ? null : texts.chat.duration(etaMs / 1000));
}

function plain(text: string) {
  return { text, entities: [], buttons: [] };
}
