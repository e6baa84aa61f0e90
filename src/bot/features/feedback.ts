import { Composer } from "grammy";
import { encodeButton } from "../../reply/button-reference.ts";
import { createPage } from "../../reply/rendered-page.ts";
import type { BotContext, BotServices } from "../bot-context.ts";
import type { FeedbackEntry } from "../bot-dependencies.ts";
import type { RememberedReply } from "../bot-memory.ts";
import { onButton } from "../on-button.ts";
import { showPage, turnPage } from "../send-page.ts";

/**
 * 👍 and 👎: kept only by those who agreed to it, who are asked once. In a group only the asker judges:
 * what is kept holds the question, and /forget takes it away from the one who wrote it.
 */
export function feedbackFeature(services: BotServices): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const { memory, dependencies } = services;
  const { feedback, clock } = dependencies;
  if (feedback === null) return composer;

  onButton(composer, "judge", async (ctx, { right }) => {
    const { chat } = ctx.texts;
    const { chatId, messageId } = pressed(ctx);
    const remembered = memory.reply(chatId, messageId);
    if (remembered === undefined) {
      ctx.notice = { text: chat.judgementForgotten, alert: true };
      return;
    }
    const userId = remembered.askedBy;
    if (userId === null || userId !== ctx.from?.id) {
      ctx.notice = { text: chat.askerOnly, alert: false };
      return;
    }
    const entry = judgement(remembered, right, clock.now());
    const consent = await feedback.consent(userId);
    if (consent === "granted") await feedback.add(userId, entry);
    if (consent === "unknown") {
      const promptId = await showPage(ctx, createPage([chat.askConsent], [consentButtons(ctx)]));
      memory.rememberPrompt({ chatId, messageId: promptId, userId, judgement: entry });
    }
    const text = consent === "refused" ? chat.noConsent : chat.thanks;
    ctx.notice = { text, alert: false };
  });

  onButton(composer, "consent", async (ctx, { granted }) => {
    const { chat } = ctx.texts;
    const { chatId, messageId } = pressed(ctx);
    const prompt = memory.consentPrompt(chatId, messageId);
    if (prompt === undefined) {
      ctx.notice = { text: chat.judgementForgotten, alert: true };
      return;
    }
    const { userId, judgement } = prompt;
    if (userId !== ctx.from?.id) {
      ctx.notice = { text: chat.askerOnly, alert: false };
      return;
    }
    await feedback.setConsent(userId, granted ? "granted" : "refused");
    if (granted) await feedback.add(userId, judgement);
    await turnPage(ctx, createPage([granted ? chat.consentGranted : chat.consentRefused]));
    // Last, so that a press that failed halfway can be handled again.
    memory.forgetPrompt(userId);
  });
  return composer;
}

/** The message whose button was pressed; zeros, which no message has, where Telegram does not tell. */
function pressed(ctx: BotContext) {
  return { chatId: ctx.chatId ?? 0, messageId: ctx.callbackQuery?.message?.message_id ?? 0 };
}

function judgement({ reply, lang }: RememberedReply, right: boolean, now: number): FeedbackEntry {
  const { question, verdict, citations } = reply.answer;
  return {
    question,
    lang,
    judgement: right ? "right" : "wrong",
    verdict,
    citations: citations.map(({ articleId, start, end, passage }) => ({
      articleId,
      start,
      end,
      passage,
    })),
    at: new Date(now).toISOString(),
  };
}

function consentButtons(ctx: BotContext) {
  const { buttons } = ctx.texts;
  return ([true, false] as const).map((granted) => ({
    text: granted ? buttons.agree : buttons.refuse,
    action: { kind: "callback" as const, data: encodeButton({ kind: "consent", granted }) },
  }));
}
