import type { Language } from "../../answer/answer.ts";
import { english } from "./en.ts";
import { french } from "./fr.ts";
import type { Texts } from "./texts.ts";

const byLanguage: Readonly<Record<Language, Texts>> = { fr: french, en: english };

export const languages = Object.keys(byLanguage) as readonly Language[];

export function textsOf(lang: Language): Texts {
  return byLanguage[lang];
}
