import { limit } from "@grammyjs/ratelimiter";
import type { NextFunction } from "grammy";
import type { BotContext, BotServices } from "./bot-context.ts";
import { ForgetfulMap } from "./forgetful-map.ts";
import { say } from "./send-page.ts";

/** How many updates one person may send in how long. */
export interface RateLimit {
  readonly updates: number;
  readonly windowMs: number;
}

export const defaultRateLimit: RateLimit = { updates: 20, windowMs: 10_000 };

/** Refuses politely, once per window; buttons and inline queries get an answer each time, or clients hang. */
export function rateLimit({ dependencies }: BotServices, rate: RateLimit) {
  const told = new ForgetfulMap<number, object>({
    maxEntries: 10_000,
    forgetAfterMs: rate.windowMs,
    clock: dependencies.clock,
  });
  const refusals = new WeakMap<BotContext, Promise<void>>();
  const limited = limit<BotContext, never>({
    timeFrame: rate.windowMs,
    limit: rate.updates,
    alwaysReply: true,
    onLimitExceeded: (ctx) => void refusals.set(ctx, refuse(ctx, told)),
  });
  return async (ctx: BotContext, next: NextFunction): Promise<void> => {
    await limited(ctx, next);
    await refusals.get(ctx);
  };
}

async function refuse(ctx: BotContext, told: ForgetfulMap<number, object>): Promise<void> {
  const { tooFast } = ctx.texts.chat;
  if (ctx.inlineQuery) await ctx.answerInlineQuery([], { is_personal: true, cache_time: 5 });
  else if (ctx.callbackQuery) ctx.notice = { text: tooFast, alert: false };
  else if (ctx.message && ctx.from && !told.get(ctx.from.id)) {
    told.set(ctx.from.id, {});
    await say(ctx, tooFast);
  }
}
