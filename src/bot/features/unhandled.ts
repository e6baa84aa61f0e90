import { Composer } from "grammy";
import type { Message } from "grammy/types";
import type { BotContext } from "../bot-context.ts";
import { nearestCommand } from "../command-group.ts";
import { say } from "../send-page.ts";

/** What people send that is no text. Service messages (a pin, a new title) are not among it. */
export const contentKinds = [
  "animation",
  "audio",
  "checklist",
  "contact",
  "dice",
  "document",
  "game",
  "invoice",
  "location",
  "paid_media",
  "photo",
  "poll",
  "sticker",
  "story",
  "venue",
  "video",
  "video_note",
  "voice",
] as const satisfies readonly (keyof Message)[];

/** The last feature: everything that no other took gets a fitting word, or in groups silence. */
export function unhandledFeature(): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.on(["message:text", "message:caption"], (ctx) =>
    say(ctx, ctx.texts.chat.unknownCommand(nearestCommand(ctx))),
  );
  composer.on("message").chatType("private", async (ctx) => {
    if (contentKinds.some((kind) => kind in ctx.message)) await say(ctx, ctx.texts.chat.onlyText);
  });
  composer.on("callback_query", (ctx) => {
    ctx.notice = { text: ctx.texts.chat.oldButton, alert: true };
  });
  return composer;
}
