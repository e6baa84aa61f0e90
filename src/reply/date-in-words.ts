import type { Language } from "../answer/answer.ts";

// A formatter takes longer to make than a whole answer to render.
const monthOf = (locale: string) =>
  new Intl.DateTimeFormat(locale, { month: "long", timeZone: "UTC" });

const formats: Record<
  Language,
  { readonly month: Intl.DateTimeFormat; readonly firstOfMonth: string }
> = {
  fr: { month: monthOf("fr-FR"), firstOfMonth: "1er" },
  en: { month: monthOf("en-GB"), firstOfMonth: "1" },
};

const isoDate = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** An ISO 8601 day, month or year as words: `2017-06-01` -> "1er juin 2017". Null when it is none of these. */
export function dateInWords(iso: string, lang: Language): string | null {
  const [, year, month, day] = isoDate.exec(iso) ?? [];
  if (year === undefined) return null;
  if (month === undefined) return year;
  const date = new Date(`${year}-${month}-${day ?? "01"}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.getUTCDate() !== Number(day ?? 1)) return null;
  const { month: format, firstOfMonth } = formats[lang];
  const monthName = format.format(date);
  if (day === undefined) return `${monthName} ${year}`;
  return `${day === "01" ? firstOfMonth : Number(day)} ${monthName} ${year}`;
}
