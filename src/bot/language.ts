import type { NextFunction } from "grammy";
import type { Language } from "../answer/answer.ts";
import { detectLanguage } from "../answer/detect-language.ts";
import { languages, textsOf } from "../reply/texts/texts-of.ts";
import { questionOf } from "./addressing.ts";
import { speakerOf, type BotContext, type BotServices } from "./bot-context.ts";
import type { BotMemory } from "./bot-memory.ts";

/**
 * Fills `ctx.lang` and `ctx.texts`: the chat's choice, else Telegram's language; where neither is one we speak, that of
 * what is written, else of the answer before it, else the default.
 */
export function chooseLanguage({ memory, dependencies }: BotServices) {
  return async (ctx: BotContext, next: NextFunction): Promise<void> => {
    const chosen = ctx.chatId === undefined ? undefined : memory.language(ctx.chatId);
    const known = chosen ?? spokenLanguage(ctx.from?.language_code) ?? heardLanguage(ctx, memory);
    ctx.isLanguageKnown = known !== undefined;
    setLanguage(ctx, known ?? dependencies.defaultLanguage);
    ctx.notice = null;
    await next();
  };
}

function heardLanguage(ctx: BotContext, memory: BotMemory): Language | undefined {
  const written = questionOf(ctx) ?? ctx.inlineQuery?.query ?? "";
  const speaker = speakerOf(ctx);
  const before = speaker === null ? undefined : memory.thread(speaker)?.lang;
  return detectLanguage(written) ?? before;
}

export function setLanguage(ctx: BotContext, lang: Language): void {
  ctx.lang = lang;
  ctx.texts = textsOf(lang);
}

/** The interface language for an IETF tag such as "fr-CA"; undefined when we do not speak it. */
export function spokenLanguage(tag: string | undefined): Language | undefined {
  const primary = tag?.toLowerCase().split("-")[0];
  return languages.find((lang) => lang === primary);
}
