import { Composer } from "grammy";
import { languages, textsOf } from "../../reply/texts/texts-of.ts";
import type { SmallTalk } from "../../reply/texts/texts.ts";
import { foldText } from "../../terms/fold-text.ts";
import { questionOf } from "../addressing.ts";
import type { BotContext, BotServices } from "../bot-context.ts";
import { say } from "../send-page.ts";
import { showHelp } from "./help.ts";
import { showWelcome } from "./start.ts";

/** A greeting, thanks or a cry for help is no question about the articles. Anything longer is one. */
export function smallTalkFeature(services: BotServices): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.on("message:text", async (ctx, next) => {
    switch (kindOfTalk(questionOf(ctx) ?? "")) {
      case "greeting":
        return showWelcome(ctx, services);
      case "thanks":
        await say(ctx, ctx.texts.chat.youAreWelcome);
        return;
      case "help":
        return showHelp(ctx, services);
      case null:
        return next();
    }
  });
  return composer;
}

const longestTalkChars = 40;

/** In whichever language it is said. */
export function kindOfTalk(text: string): keyof SmallTalk | null {
  if (text.length > longestTalkChars) return null;
  const said = wordsOf(text);
  for (const lang of languages) {
    const { greeting, thanks, help } = textsOf(lang).chat.smallTalk;
    if (greeting.includes(said)) return "greeting";
    if (thanks.includes(said)) return "thanks";
    if (help.includes(said)) return "help";
  }
  return null;
}

function wordsOf(text: string): string {
  return (foldText(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
}
