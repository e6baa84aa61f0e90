// The period a question names ("en 2017", "le 20 juin 2017", "last year") as ISO bounds, inclusive.

import type { EncounterQuery } from "./answer.ts";

type Period = NonNullable<EncounterQuery["period"]>;

const MONTHS: Readonly<Record<string, string>> = {
  janvier: "01",
  fevrier: "02",
  mars: "03",
  avril: "04",
  mai: "05",
  juin: "06",
  juillet: "07",
  aout: "08",
  septembre: "09",
  octobre: "10",
  novembre: "11",
  decembre: "12",
  january: "01",
  february: "02",
  march: "03",
  april: "04",
  may: "05",
  june: "06",
  july: "07",
  august: "08",
  september: "09",
  october: "10",
  november: "11",
  december: "12",
};
const MONTH = Object.keys(MONTHS).join("|");
const RANGE = /\b(?:entre|between|de|from) ((?:19|20)\d\d) (?:et|and|a|to) ((?:19|20)\d\d)\b/;
const DAY = new RegExp(`\\b(\\d{1,2})(?:er)? (${MONTH}) ((?:19|20)\\d\\d)\\b`);
const ENGLISH_DAY = new RegExp(`\\b(${MONTH}) (\\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\\d\\d)\\b`);
const DAY_ONLY = new RegExp(`\\b(\\d{1,2})(?:er)? (${MONTH})\\b`);
const MONTH_YEAR = new RegExp(`\\b(${MONTH}) ((?:19|20)\\d\\d)\\b`);
const MONTH_ONLY = new RegExp(`\\b(?:en|in|mi-|debut|fin) (${MONTH})\\b`);
const SINCE = /\b(?:depuis|apres|since|after) (?:l'annee )?((?:19|20)\d\d)\b/;
const UNTIL = /\b(?:avant|before|until|jusqu'en) ((?:19|20)\d\d)\b/;
const YEAR = /\b((?:19|20)\d\d)\b/;

/** The period in a folded question, or null. `today`: ISO day, for "hier" and "l'an dernier". */
export function readPeriod(folded: string, today: string): Period | null {
  return explicitPeriod(folded, today) ?? relativePeriod(folded, today);
}

function explicitPeriod(text: string, today: string): Period | null {
  const range = RANGE.exec(text);
  if (range?.[1] && range[2]) return { from: range[1], to: range[2], text: range[0] };
  const day = DAY.exec(text);
  if (day?.[1] && day[2] && day[3])
    return only(`${day[3]}-${MONTHS[day[2]] ?? ""}-${day[1].padStart(2, "0")}`, day[0]);
  const english = ENGLISH_DAY.exec(text);
  if (english?.[1] && english[2] && english[3])
    return only(
      `${english[3]}-${MONTHS[english[1]] ?? ""}-${english[2].padStart(2, "0")}`,
      english[0],
    );
  const month = MONTH_YEAR.exec(text);
  if (month?.[1] && month[2]) return only(`${month[2]}-${MONTHS[month[1]] ?? ""}`, month[0]);
  const since = SINCE.exec(text);
  if (since?.[1]) return { from: since[1], to: today, text: since[0] };
  const until = UNTIL.exec(text);
  if (until?.[1]) return { from: "0001", to: String(Number(until[1]) - 1), text: until[0] };
  const year = YEAR.exec(text);
  if (year?.[1]) return only(year[1], year[0]);
  return withoutYear(text, today);
}

function only(iso: string, text: string): Period {
  return { from: iso, to: iso, text };
}

/** "le 29 mai", "en juin": of the last twelve months. */
function withoutYear(text: string, today: string): Period | null {
  const day = DAY_ONLY.exec(text);
  const month = MONTH_ONLY.exec(text);
  const year = Number(today.slice(0, 4));
  if (day?.[1] && day[2]) {
    const end = `-${MONTHS[day[2]] ?? ""}-${day[1].padStart(2, "0")}`;
    return only(
      `${String(year)}${end}` <= today ? `${String(year)}${end}` : `${String(year - 1)}${end}`,
      day[0],
    );
  }
  if (!month?.[1]) return null;
  const end = `-${MONTHS[month[1]] ?? ""}`;
  return only(
    `${String(year)}${end}` <= today ? `${String(year)}${end}` : `${String(year - 1)}${end}`,
    month[0],
  );
}

const RELATIVE: readonly {
  readonly pattern: RegExp;
  readonly from: number;
  readonly to: number;
  readonly unit: "day" | "week" | "month" | "year";
}[] = [
  { pattern: /\bavant-hier\b|\bday before yesterday\b/, from: -2, to: -2, unit: "day" },
  { pattern: /\bhier\b|\byesterday\b/, from: -1, to: -1, unit: "day" },
  { pattern: /\baujourd'hui\b|\btoday\b/, from: 0, to: 0, unit: "day" },
  { pattern: /\bdemain\b|\btomorrow\b/, from: 1, to: 1, unit: "day" },
  { pattern: /\bla semaine (?:derniere|passee)\b|\blast week\b/, from: -1, to: -1, unit: "week" },
  { pattern: /\bcette semaine\b|\bthis week\b/, from: 0, to: 0, unit: "week" },
  { pattern: /\bla semaine prochaine\b|\bnext week\b/, from: 1, to: 1, unit: "week" },
  { pattern: /\ble mois (?:dernier|passe)\b|\blast month\b/, from: -1, to: -1, unit: "month" },
  { pattern: /\bce mois(?:-ci)?\b|\bthis month\b/, from: 0, to: 0, unit: "month" },
  { pattern: /\ble mois prochain\b|\bnext month\b/, from: 1, to: 1, unit: "month" },
  {
    pattern: /\bl'an(?:nee)? (?:dernier|derniere|passee?)\b|\blast year\b/,
    from: -1,
    to: -1,
    unit: "year",
  },
  { pattern: /\bcette annee\b|\bthis year\b/, from: 0, to: 0, unit: "year" },
  { pattern: /\bl'an(?:nee)? prochaine?\b|\bnext year\b/, from: 1, to: 1, unit: "year" },
];

function relativePeriod(text: string, today: string): Period | null {
  for (const { pattern, from, unit } of RELATIVE) {
    const found = pattern.exec(text);
    if (found === null) continue;
    return bounds(today, from, unit, found[0]);
  }
  return null;
}

function bounds(
  today: string,
  offset: number,
  unit: "day" | "week" | "month" | "year",
  text: string,
): Period {
  const date = new Date(`${today}T12:00:00Z`);
  if (unit === "year") return only(String(date.getUTCFullYear() + offset), text);
  if (unit === "month") {
    date.setUTCDate(1);
    date.setUTCMonth(date.getUTCMonth() + offset);
    return only(date.toISOString().slice(0, 7), text);
  }
  if (unit === "day") {
    date.setUTCDate(date.getUTCDate() + offset);
    return only(date.toISOString().slice(0, 10), text);
  }
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7) + offset * 7);
  const from = date.toISOString().slice(0, 10);
  date.setUTCDate(date.getUTCDate() + 6);
  return { from, to: date.toISOString().slice(0, 10), text };
}
