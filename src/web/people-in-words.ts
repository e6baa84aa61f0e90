import type { Language } from "../answer/answer.ts";
import type { Encounter } from "../encounters/encounter.ts";
import { pictureTexts } from "../pictures/texts.ts";

/** "Sergueï Lavrov, John Kerry et Mevlut Cavusoglu". */
export function peopleInWords({ participants }: Encounter, lang: Language): string {
  const names = participants.map(({ name }) => name);
  if (names.length === 1) names.push(pictureTexts[lang].somebody);
  return new Intl.ListFormat(lang, { type: "conjunction" }).format(names);
}
