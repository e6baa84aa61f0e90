import { Composer } from "grammy";
import { encodeButton } from "../../reply/button-reference.ts";
import { createPage } from "../../reply/rendered-page.ts";
import type { BotContext, BotServices } from "../bot-context.ts";
import type { FeedbackEntry } from "../bot-dependencies.ts";
import type { ConsentPrompt, RememberedReply } from "../bot-memory.ts";
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
      const prompt = memory.promptFor(userId);
      const asked = prompt?.chatId === chatId ? prompt : await askConsent(ctx, chatId, userId);
      const judgements = new Map(asked.judgements).set(messageId, entry);
      memory.rememberPrompt({ ...asked, judgements });
    }
    ctx.notice = { text: chat.judged[consent], alert: false };
  });

  onButton(composer, "consent", async (ctx, { granted }) => {
    const { chat } = ctx.texts;
    const { chatId, messageId } = pressed(ctx);
    const prompt = memory.consentPrompt(chatId, messageId);
    if (prompt === undefined) {
      ctx.notice = { text: chat.judgementForgotten, alert: true };
      return;
    }
    const { userId, judgements } = prompt;
    if (userId !== ctx.from?.id) {
      ctx.notice = { text: chat.askerOnly, alert: false };
      return;
    }
    await feedback.setConsent(userId, granted ? "granted" : "refused");
    if (granted) for (const entry of judgements.values()) await feedback.add(userId, entry);
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

async function askConsent(ctx: BotContext, chatId: number, userId: number): Promise<ConsentPrompt> {
  const page = createPage([ctx.texts.chat.askConsent], [consentButtons(ctx)]);
  return { chatId, messageId: await showPage(ctx, page), userId, judgements: new Map() };
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
