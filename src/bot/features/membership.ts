import { Composer } from "grammy";
import type { BotContext, BotServices } from "../bot-context.ts";

/** The bot was added, blocked or removed: nothing is said; a chat it left is forgotten. */
export function membershipFeature({ memory, waiting }: BotServices): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.on("my_chat_member", (ctx) => {
    const { status } = ctx.myChatMember.new_chat_member;
    if (status !== "kicked" && status !== "left") return;
    memory.forgetChat(ctx.chat.id);
    waiting.cancel(ctx.chat.id);
  });
  return composer;
}
