import { Composer } from "grammy";
import { encodeButton } from "../../reply/button-reference.ts";
import { createPage } from "../../reply/rendered-page.ts";
import { isGroup, speakerOf, type BotContext, type BotServices } from "../bot-context.ts";
import { replyHours, threadMinutes } from "../bot-memory.ts";
import { commandNames } from "../command-group.ts";
import { onButton } from "../on-button.ts";
import { say, showPage } from "../send-page.ts";

/** /privacy, /settings, /forget and /cancel: what is remembered, and how to make it go. */
export function privacyFeature(services: BotServices): Composer<BotContext> {
  const { feedback } = services.dependencies;
  const composer = new Composer<BotContext>();
  composer.command(commandNames("privacy"), async (ctx) => {
    await showPage(
      ctx,
      createPage(
        [ctx.texts.chat.privacy({ feedback: feedback !== null, threadMinutes, replyHours })],
        [[forgetButton(ctx)]],
      ),
    );
  });
  composer.command(commandNames("settings"), async (ctx) => {
    const { chat, buttons } = ctx.texts;
    const state = feedback && ctx.from ? await feedback.consent(ctx.from.id) : "off";
    const facts = { language: buttons.languageName, feedback: chat.feedbackState[state] };
    await showPage(ctx, createPage([chat.settings(facts)], [[forgetButton(ctx)]]));
  });
  composer.command(commandNames("forget"), (ctx) => forget(ctx, services));
  onButton(composer, "forget", (ctx) => forget(ctx, services));
  composer.command(commandNames("cancel"), async (ctx) => {
    const { memory, waiting } = services;
    const speaker = speakerOf(ctx);
    const hadWaiting = waiting.cancel(ctx.chat.id);
    const hadThread = speaker !== null && memory.forgetThread(speaker);
    const { chat } = ctx.texts;
    await say(ctx, hadWaiting || hadThread ? chat.cancelled : chat.nothingToCancel);
  });
  return composer;
}

async function forget(ctx: BotContext, { memory, dependencies }: BotServices): Promise<void> {
  const userId = speakerOf(ctx)?.userId ?? null;
  if (userId !== null) memory.forget(userId);
  const entries = ctx.from ? ((await dependencies.feedback?.forget(ctx.from.id)) ?? 0) : 0;
  const { forgotten, groupLanguageStays } = ctx.texts.chat;
  await say(ctx, [forgotten(entries), ...(isGroup(ctx) ? [groupLanguageStays] : [])].join(" "));
}

function forgetButton(ctx: BotContext) {
  const data = encodeButton({ kind: "forget" });
  return { text: ctx.texts.buttons.forget, action: { kind: "callback" as const, data } };
}
