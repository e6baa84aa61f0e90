import { Composer } from "grammy";
import type { Language } from "../../answer/answer.ts";
import { encodeButton } from "../../reply/button-reference.ts";
import { createPage } from "../../reply/rendered-page.ts";
import { languages, textsOf } from "../../reply/texts/texts-of.ts";
import type { BotContext, BotServices } from "../bot-context.ts";
import { commandNames } from "../command-group.ts";
import { setLanguage, spokenLanguage } from "../language.ts";
import { onButton } from "../on-button.ts";
import { showPage, turnPage } from "../send-page.ts";

/** /language: the language of this chat, kept in memory; quotations stay in that of their article. */
export function languageFeature(services: BotServices): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.command(commandNames("language"), async (ctx) => {
    const asked = spokenLanguage(ctx.match.trim());
    if (asked === undefined) await showPage(ctx, choicePage(ctx));
    else await showPage(ctx, choose(ctx, asked, services));
  });
  onButton(composer, "language", async (ctx, { lang }) => {
    await turnPage(ctx, choose(ctx, lang, services));
  });
  return composer;
}

function choicePage(ctx: BotContext) {
  const { chat, buttons } = ctx.texts;
  const choices = [...languages, null].map((lang) => ({
    text: lang === null ? buttons.automatic : textsOf(lang).buttons.languageName,
    action: { kind: "callback" as const, data: encodeButton({ kind: "language", lang }) },
  }));
  return createPage([chat.languageNow(buttons.languageName)], [choices]);
}

function choose(ctx: BotContext, lang: Language | null, { memory, dependencies }: BotServices) {
  if (ctx.chatId !== undefined) memory.chooseLanguage(ctx.chatId, lang);
  const telegram = spokenLanguage(ctx.from?.language_code);
  setLanguage(ctx, lang ?? telegram ?? dependencies.defaultLanguage);
  const { chat } = ctx.texts;
  return createPage([lang === null ? chat.languageAutomatic : chat.languageSet]);
}
