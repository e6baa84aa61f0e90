import type { Encounter, StatedDate } from "../encounters/encounter.ts";
import { pictureTexts, type PictureLanguage } from "./texts.ts";

/** One encounter in words: who, then status, form, place and date as far as they are known. */
export function describeEncounter(encounter: Encounter, lang: PictureLanguage): string {
  const { status, mode } = pictureTexts[lang];
  const facts = [
    status[encounter.status],
    encounter.mode === "unknown" ? null : mode[encounter.mode],
    encounter.place,
    encounter.date === null ? null : dateInWords(encounter.date, lang),
  ];
  return `${describePeople(encounter, lang)} : ${facts.filter((fact) => fact !== null).join(", ")}`;
}

/** "Sergueï Lavrov, John Kerry et Mevlut Cavusoglu". */
export function describePeople({ participants }: Encounter, lang: PictureLanguage): string {
  const names = participants.map(({ name }) => name);
  if (names.length === 1) names.push(pictureTexts[lang].somebody);
  return new Intl.ListFormat(lang, { type: "conjunction" }).format(names);
}

/** The day, month or year of an ISO 8601 date in words; else the words of the article. */
export function dateInWords({ iso, text }: StatedDate, lang: PictureLanguage): string {
  const parts = /^(\d{4})(-\d{2})?(-\d{2})?$/.exec(iso ?? "");
  if (iso === null || parts === null || Number.isNaN(Date.parse(iso))) return text;
  const format = new Intl.DateTimeFormat(lang === "en" ? "en-GB" : lang, {
    timeZone: "UTC",
    year: "numeric",
    ...(parts[2] === undefined ? {} : { month: "long" as const }),
    ...(parts[3] === undefined ? {} : { day: "numeric" as const }),
  });
  return format.format(Date.parse(iso));
}
