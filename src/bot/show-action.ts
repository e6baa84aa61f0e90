import type { BotContext, BotServices } from "./bot-context.ts";
import { errorName } from "../errors.ts";

/** "typing…" and its like are a courtesy: an answer never fails for want of it. */
export async function showAction(
  ctx: BotContext,
  action: "typing" | "upload_photo",
  { dependencies }: BotServices,
): Promise<void> {
  try {
    await ctx.replyWithChatAction(action);
  } catch (error) {
    const name = errorName(error);
    dependencies.logger.debug({ updateId: ctx.update.update_id, error: name }, "No chat action");
  }
}
