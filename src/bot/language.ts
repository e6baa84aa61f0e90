import type { NextFunction } from "grammy";
import type { Language } from "../answer/answer.ts";
import { languages, textsOf } from "../reply/texts/texts-of.ts";
import type { BotContext, BotServices } from "./bot-context.ts";

/** Fills `ctx.lang` and `ctx.texts`: the chat's choice, else Telegram's language, else the default. */
export function chooseLanguage({ memory, dependencies }: BotServices) {
  return async (ctx: BotContext, next: NextFunction): Promise<void> => {
    const chosen = ctx.chatId === undefined ? undefined : memory.language(ctx.chatId);
    const known = chosen ?? spokenLanguage(ctx.from?.language_code);
    ctx.isLanguageKnown = known !== undefined;
    setLanguage(ctx, known ?? dependencies.defaultLanguage);
    ctx.notice = null;
    await next();
  };
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
