/*
 * A date as outlets print it in (`28/02/2020`, `vendredi 28 février 2020`, `February 28, 2020`,
 * `2020-02-28T10:00:00Z`), the ISO day out, or null. Relative dates ("hier", "il y a 3 jours") are not dates here:
 * nobody knows since when.
 */
import { MONTH_NUMBERS } from "./months.ts";
import { withoutAccents } from "./normalize-text.ts";

const ISO_DAY = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/;
/** Day first, as in all French-speaking countries. */
const NUMERIC_DAY = /(?<![\d/.])(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)/;
const WRITTEN_DAY = /(?<!\d)(\d{1,2})(?:er)? ([a-z]{3,9})\.? (\d{4})(?!\d)/;
const AMERICAN_DAY = /\b([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?, (\d{4})(?!\d)/;

/** Returns the first full date stated in `text` as an ISO day, or null. */
export function parseDate(text: string): string | null {
  const folded = withoutAccents(text.slice(0, 400)).replace(/\s+/g, " ").toLowerCase();
  const iso = ISO_DAY.exec(folded);
  if (iso !== null) return isoDay(iso[1], iso[2], iso[3]);
  const numeric = NUMERIC_DAY.exec(folded);
  if (numeric !== null) return isoDay(numeric[3], numeric[2], numeric[1]);
  const written = WRITTEN_DAY.exec(folded);
  if (written !== null) return isoDay(written[3], monthOf(written[2]), written[1]);
  const american = AMERICAN_DAY.exec(folded);
  return american === null ? null : isoDay(american[3], monthOf(american[1]), american[2]);
}

/** The number of the month called `name`, of none for any other word. */
function monthOf(name = ""): string | undefined {
  return MONTH_NUMBERS.get(name);
}

function isoDay(year = "", month = "", day = ""): string | null {
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  const parsed = new Date(`${iso}T00:00:00Z`);
  // `new Date` rolls 31 April over to 1 May: only a day that reads back the same exists.
  const exists = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(iso);
  return exists && Number(year) >= 1600 ? iso : null;
}
