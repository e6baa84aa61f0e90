import type { Api } from "grammy";
import type { Language } from "../answer/answer.ts";
import { languages, textsOf } from "../reply/texts/texts-of.ts";
import { registerCommands } from "./command-group.ts";

/**
 * Tells Telegram what the bot is and which commands it has, in every language and scope. To be called
 * once at start; the bot answers without it. @throws {GrammyError}
 */
export async function describeBot(api: Api, defaultLanguage: Language): Promise<void> {
  await registerCommands(api, defaultLanguage);
  for (const lang of [null, ...languages]) {
    const { description, about } = textsOf(lang ?? defaultLanguage).profile;
    const language = lang === null ? {} : { language_code: lang };
    await api.setMyDescription(description, language);
    await api.setMyShortDescription(about, language);
  }
}
