import { Composer } from "grammy";
import type { BotContext, BotServices } from "../bot-context.ts";
import { ForgetfulMap } from "../forgetful-map.ts";

/** Its messages arrive within seconds of each other. */
const albumMs = 60_000;
const maxAlbums = 1_000;

/** An album is several messages, one of which may have a caption: the others say nothing of their own. */
export function albumFeature({ dependencies }: BotServices): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const { clock } = dependencies;
  const firstOf = new ForgetfulMap<string, { readonly messageId: number }>({
    maxEntries: maxAlbums,
    forgetAfterMs: albumMs,
    clock,
  });
  composer.on("message", async (ctx, next) => {
    const { media_group_id: albumId, message_id: messageId, caption } = ctx.message;
    if (albumId === undefined) return next();
    const first = firstOf.get(albumId);
    // The same message comes twice where a first attempt failed.
    if (first !== undefined && first.messageId !== messageId && caption === undefined) return;
    if (first === undefined) firstOf.set(albumId, { messageId });
    await next();
  });
  return composer;
}
