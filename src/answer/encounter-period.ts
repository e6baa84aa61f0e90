// The period a question names ("en 2017", "le 20 juin 2017", "last year") as ISO bounds, inclusive.

import { MONTH_NUMBERS, MONTHS_IN_FULL } from "../corpus/months.ts";
import type { EncounterQuery } from "./answer.ts";

type Period = NonNullable<EncounterQuery["period"]>;

const MONTH = MONTHS_IN_FULL.join("|");
const RANGE = /\b(?:entre|between|de|from) ((?:19|20)\d\d) (?:et|and|a|to) ((?:19|20)\d\d)\b/;
const DAY = new RegExp(`\\b(\\d{1,2})(?:er)? (${MONTH}) ((?:19|20)\\d\\d)\\b`);
const ENGLISH_DAY = new RegExp(`\\b(${MONTH}) (\\d{1,2})(?:st|nd|rd|th)?,? ((?:19|20)\\d\\d)\\b`);
const DAY_ONLY = new RegExp(`\\b(\\d{1,2})(?:er)? (${MONTH})\\b`);
const MONTH_YEAR = new RegExp(`\\b(${MONTH}) ((?:19|20)\\d\\d)\\b`);
/** What turns the time behind it into a span, and the words that may stand between the two. */
const BOUNDS = {
  since: "depuis|a partir d[eu]|a compter d[eu]|des|since",
  after: "apres|after",
  before: "avant|before",
  until: "jusqu'(?:en|a|au)|until|till|up to",
} as const;
type Bound = keyof typeof BOUNDS;
const BETWEEN = "(?:(?:le|la|l'annee|l'an|the|year|debut|fin|mi) ?)*";
const BOUND_BEFORE = (Object.keys(BOUNDS) as Bound[]).map((bound) => ({
  bound,
  pattern: new RegExp(`(?<!\\p{L})(?:${BOUNDS[bound]}) ${BETWEEN}$`, "u"),
}));
const ANY_BOUND = Object.values(BOUNDS).join("|");
const MONTH_ONLY = new RegExp(
  `(?:\\b(?:en|in|debut|fin) |\\bmi-|(?<=(?<!\\p{L})(?:${ANY_BOUND}) ))(${MONTH})\\b`,
  "u",
);
const YEAR = /\b((?:19|20)\d\d)\b/;
/** ISO strings before and after all that articles tell; plans lie ahead of today. */
const EARLIEST = "0001";
const LATEST = "9999";

/** The period in a folded question, or null. `today`: ISO day, for "hier" and "l'an dernier". */
export function readPeriod(folded: string, today: string): Period | null {
  const period = explicitPeriod(folded, today) ?? relativePeriod(folded, today);
  return period === null ? null : bounded(period, folded, today);
}

/** "depuis 2017" and "jusqu'en 2017" with that year, "après 2017" and "avant 2017" without. */
function bounded(period: Period, folded: string, today: string): Period {
  const before = folded.slice(0, folded.indexOf(period.text));
  for (const { bound, pattern } of BOUND_BEFORE) {
    const found = pattern.exec(before);
    if (found === null) continue;
    const text = found[0] + period.text;
    switch (bound) {
      case "since":
        return { from: period.from, to: today, text };
      case "after":
        return { from: shifted(period.to, 1), to: LATEST, text };
      case "before":
        return { from: EARLIEST, to: shifted(period.from, -1), text };
      case "until":
        return { from: EARLIEST, to: period.to, text };
    }
  }
  return period;
}

/** So many years, months or days later, whichever the ISO string is precise to. */
function shifted(iso: string, by: number): string {
  const [year = 0, month, day] = iso.split("-").map(Number);
  if (month === undefined) return String(year + by);
  const isDay = day !== undefined;
  const date = new Date(
    Date.UTC(year, month - 1 + (isDay ? 0 : by), (day ?? 1) + (isDay ? by : 0)),
  );
  return date.toISOString().slice(0, iso.length);
}

function explicitPeriod(text: string, today: string): Period | null {
  const range = RANGE.exec(text);
  if (range?.[1] && range[2]) return { from: range[1], to: range[2], text: range[0] };
  const day = DAY.exec(text);
  if (day?.[1] && day[2] && day[3])
    return only(`${day[3]}-${MONTH_NUMBERS.get(day[2]) ?? ""}-${day[1].padStart(2, "0")}`, day[0]);
  const english = ENGLISH_DAY.exec(text);
  if (english?.[1] && english[2] && english[3])
    return only(
      `${english[3]}-${MONTH_NUMBERS.get(english[1]) ?? ""}-${english[2].padStart(2, "0")}`,
      english[0],
    );
  const month = MONTH_YEAR.exec(text);
  if (month?.[1] && month[2])
    return only(`${month[2]}-${MONTH_NUMBERS.get(month[1]) ?? ""}`, month[0]);
  const year = YEAR.exec(text);
  if (year?.[1]) return only(year[1], year[0]);
  return withoutYear(text, today);
}

function only(iso: string, text: string): Period {
  return { from: iso, to: iso, text };
}

/** "le 29 mai", "en juin": of the last twelve months, as far as is known. */
function withoutYear(text: string, today: string): Period | null {
  const day = DAY_ONLY.exec(text);
  const month = MONTH_ONLY.exec(text);
  const found = day ?? month;
  const name = day?.[2] ?? month?.[1];
  if (found === null || name === undefined) return null;
  const end = `-${MONTH_NUMBERS.get(name) ?? ""}${day?.[1] === undefined ? "" : `-${day[1].padStart(2, "0")}`}`;
  const year = Number(today.slice(0, PRECISION.year));
  const iso =
    `${String(year)}${end}` <= today ? `${String(year)}${end}` : `${String(year - 1)}${end}`;
  return { ...only(iso, found[0]), isYearless: true };
}

/** Letters of an ISO date that name the unit: 2022, 2022-03, 2022-03-01. */
const PRECISION = { year: 4, month: 7, day: 10, week: 10 } as const;

const RELATIVE: readonly {
  readonly pattern: RegExp;
  /** In units from today's. */
  readonly offset: number;
  readonly unit: keyof typeof PRECISION;
}[] = [
  { pattern: /\bavant-hier\b|\bday before yesterday\b/, offset: -2, unit: "day" },
  { pattern: /\bhier\b|\byesterday\b/, offset: -1, unit: "day" },
  { pattern: /\baujourd'hui\b|\btoday\b/, offset: 0, unit: "day" },
  { pattern: /\bapres-demain\b|\bday after tomorrow\b/, offset: 2, unit: "day" },
  { pattern: /\bdemain\b|\btomorrow\b/, offset: 1, unit: "day" },
  { pattern: /\bla semaine (?:derniere|passee)\b|\blast week\b/, offset: -1, unit: "week" },
  { pattern: /\bcette semaine\b|\bthis week\b/, offset: 0, unit: "week" },
  { pattern: /\bla semaine prochaine\b|\bnext week\b/, offset: 1, unit: "week" },
  { pattern: /\ble mois (?:dernier|passe)\b|\blast month\b/, offset: -1, unit: "month" },
  { pattern: /\bce mois(?:-ci)?\b|\bthis month\b/, offset: 0, unit: "month" },
  { pattern: /\ble mois prochain\b|\bnext month\b/, offset: 1, unit: "month" },
  {
    pattern: /\bl'an(?:nee)? (?:dernier|derniere|passee?)\b|\blast year\b/,
    offset: -1,
    unit: "year",
  },
  { pattern: /\bcette annee\b|\bthis year\b/, offset: 0, unit: "year" },
  { pattern: /\bl'an(?:nee)? prochaine?\b|\bnext year\b/, offset: 1, unit: "year" },
];

function relativePeriod(text: string, today: string): Period | null {
  for (const { pattern, offset, unit } of RELATIVE) {
    const found = pattern.exec(text);
    if (found === null) continue;
    if (unit !== "week") return only(shifted(today.slice(0, PRECISION[unit]), offset), found[0]);
    const weekday = (new Date(`${today}T12:00:00Z`).getUTCDay() + 6) % 7;
    const monday = shifted(today, offset * 7 - weekday);
    return { from: monday, to: shifted(monday, 6), text: found[0] };
  }
  return null;
}
