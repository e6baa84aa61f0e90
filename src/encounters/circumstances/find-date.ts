// When an encounter took place, as its sentence says, and as ISO 8601 where that can be known.
// Days of the week and "hier" need the day of publication; a day without year needs it or a year of the text.

import { fr, type ParsedResult } from "chrono-node";
import { FRENCH_MONTH_PATTERN, MONTH_NUMBERS } from "../../corpus/months.ts";
import type { EncounterStatus, StatedDate } from "../encounter.ts";
import { belongsTo } from "./belongs-to.ts";
import { rememberLast } from "../../terms/remember-last.ts";
import { foldName } from "../tokens.ts";

export interface DateContext {
  /** Day of publication, ISO, or null. */
  readonly published: string | null;
  /** A year the article itself states. */
  readonly year: string | null;
}

const MONTH_YEAR = new RegExp(
  `\\b(?:en|début|fin|mi-?) ?(${FRENCH_MONTH_PATTERN})(?: (\\d{4}))?(?![\\p{L}\\d])`,
  "giu",
);
const BARE_MONTH_YEAR = new RegExp(
  `(?<![\\d] )(?<![\\p{L}\\d])(${FRENCH_MONTH_PATTERN}) (\\d{4})(?!\\d)`,
  "giu",
);
const YEAR = /\b(?:en|fin|début) ((?:19|20)\d\d)(?!\d)/giu;

/** Dates that need no day of publication: "29 mai", "03/12/2015". */
const NAMES_A_DAY = /\d\D+\p{L}{3}|\d[/.-]\d/u;

/**
 * What every date in French holds: a figure, or a word that begins like a day, a month, a part of the day or a
 * measure of time. The parser takes long to find that there is none.
 */
const HINTS_AT_DATE = new RegExp(
  `\\d|(?<!\\p{L})(?:hier|avant-hier|demain|aujourd|veille|lendemain|surlendemain|semaine|mois|an|jour|soir|matin|midi|minuit|nuit|après|apres|heure|minute|seconde|maintenant|lun|mar|mer|jeu|ven|sam|dim|janv|févr|fevr|avr|mai|juin|juil|août|aout|sept|oct|nov|déc|dec|trimestre|siècle|décennie)`,
  "iu",
);

const hintsAtDate = rememberLast((sentence: string) => HINTS_AT_DATE.test(sentence));

/** The tellings of a sentence and of the next ones differ in status again and again. */
const MOST_REMEMBERED = 8;

const parseDates = rememberLast(
  (sentence: string, reference: number, ahead: boolean) =>
    fr.parse(sentence, { instant: new Date(reference), timezone: 0 }, { forwardDate: ahead }),
  MOST_REMEMBERED,
);

interface Candidate extends StatedDate {
  readonly at: number;
}

export interface DateQuestion {
  readonly sentence: string;
  /** Offsets of the trigger and of the other triggers in the sentence: a date belongs to the nearest. */
  readonly trigger: number;
  readonly rivals: readonly number[];
  readonly status: EncounterStatus;
}

/** The date stated nearest to the trigger, or null. */
export function findDate(question: DateQuestion, context: DateContext): StatedDate | null {
  const { sentence, trigger, rivals, status } = question;
  if (!hintsAtDate(sentence)) return null;
  const mine = datesIn(sentence, status, context.published, context.year).filter(
    (c) => belongsTo(c.at, trigger, rivals) && !isCutOff(sentence, c, trigger),
  );
  const [best] = mine.sort((a, b) => Math.abs(a.at - trigger) - Math.abs(b.at - trigger));
  return best === undefined ? null : { text: best.text, iso: best.iso };
}

/** The dates that a sentence states of encounters of one status; of two readings of the same words, the longer. */
const datesIn = rememberLast(
  (sentence: string, status: EncounterStatus, published: string | null, year: string | null) => {
    const context = { published, year };
    const dates = [
      ...relativeAndDays(sentence, status, context),
      ...monthsAndYears(sentence, status, context),
      ...weeks(sentence, context),
    ];
    return dates.filter((date) => !dates.some((other) => other !== date && contains(other, date)));
  },
  MOST_REMEMBERED,
);

function contains(outer: Candidate, inner: Candidate): boolean {
  return outer.at <= inner.at && outer.at + outer.text.length >= inner.at + inner.text.length;
}

/** Another sentence, glued to this one, lies between. */
function isCutOff(sentence: string, candidate: Candidate, trigger: number): boolean {
  const from = Math.min(candidate.at + candidate.text.length, trigger);
  return /(?<!\bM|\bMM|\bMme|\b\p{Lu})[.;!?]\s/u.test(
    sentence.slice(from, Math.max(candidate.at, trigger)),
  );
}

/** What the parser takes along: signs, and of "à Mar-a-Lago", "à Samarcande" what looks like a day. */
const BESIDE_DATE = /^[\s,(]+|(?: à (?:lun|mar|mer|jeu|ven|sam|dim))?[\s,]*$/giu;

function relativeAndDays(
  sentence: string,
  status: EncounterStatus,
  context: DateContext,
): Candidate[] {
  const ahead = status === "planned" || status === "hypothetical" || status === "called-for";
  const reference =
    context.published === null
      ? Date.UTC(Number(context.year ?? "2000"), 6, 1, 12)
      : Date.parse(`${context.published}T12:00:00Z`);
  const results = parseDates(sentence, reference, ahead);
  return results.flatMap((result, i) => {
    const text = result.text.replace(BESIDE_DATE, "");
    const at = sentence.indexOf(text, result.index);
    if (!isDayWorthy(result) || !standsAlone(sentence, text, at)) return [];
    const read = (one: ParsedResult): string | null =>
      status === "cancelled" ? nearestIso(one, context) : isoOf(one, ahead, context);
    const told = EVE.test(text) ? results.slice(0, i).findLast(isDayWorthy) : undefined;
    return [{ text, at, iso: told === undefined ? read(result) : dayBefore(read(told)) }];
  });
}

/** "a évoqué mardi leur conversation la veille": the day before the one told of, not before publication. */
const EVE = /^la veille/i;

function dayBefore(iso: string | null): string | null {
  if (iso?.length !== "2016-05-03".length) return iso;
  const date = new Date(`${iso}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() - 1);
  return date.toISOString().slice(0, 10);
}

/** "révèle mardi Le Figaro": the day of the report, not of the encounter. */
const SAYING =
  /(?:révèle|annoncé|annonce|indiqué|indique|déclaré|déclare|rapporté|rapporte|affirmé|affirme|confié|expliqué|explique|précisé|précise|raconté|raconte|relate|dénoncé|salué|publié|publiée?s?|écrit|assuré|assure|dit|confirmé|souligné|ajouté|estimé|tweeté|regretté|démenti|nié|reconnu|promis|averti|prévenu|accusé|réclamé|demandé|exigé|répondu|répété|martelé|jugé|admis|appelé)\s(?:le |ce |dès |, )?$/iu;

/** Not part of a longer word ("Mar-a-Lago"), nor the start of a duration ("depuis vendredi"). */
function standsAlone(sentence: string, text: string, at: number): boolean {
  const before = sentence.slice(0, at);
  const after = sentence.slice(at + text.length);
  if (/[\p{L}\p{N}-]$/u.test(before) || /^[\p{L}\p{N}-]/u.test(after)) return false;
  // "la veille de la reprise" is counted from something else.
  if (/veille$/i.test(text) && /^ (?:de |du |des |d['’])/i.test(after)) return false;
  if (/(?:de\s|d['’])$/iu.test(before) && /^(?:demain|hier|aujourd)/i.test(text)) return false;
  if (SAYING.test(before)) return false;
  return !/(?:depuis|jusqu['’]à|jusqu['’]au|jusqu['’]|avant|dès|d['’]ici)\s(?:le\s|la\s|à\s)?$/iu.test(
    before,
  );
}

/** What the parser takes for a day or a month: the press writes those in full, so these are names. */
const FIRST_NAME = /^(?:Lun|Mar|Mer|Jeu|Ven|Sam|Dim|Jan|Mai)$/;

/** A bare hour ("à 14 heures") or a duration is no date. */
function isDayWorthy(result: ParsedResult): boolean {
  const { start } = result;
  if (FIRST_NAME.test(result.text)) return false;
  if (!/\p{L}/u.test(result.text) && !/\d{4}/.test(result.text)) return false;
  if (/^(?:maintenant|\d+ ?h|à \d|pendant|durant|depuis|il y a peu)/i.test(result.text))
    return false;
  if (/(?:heures?|minutes?|secondes?)$/i.test(result.text) && !start.isCertain("weekday"))
    return false;
  if (
    /(?:mois|ans?|années?|jours?|semaines?)$/i.test(result.text) &&
    !/^(?:il y a|dans|ce|le|la|cette|l['’])/i.test(result.text)
  )
    return false;
  return (
    start.isCertain("day") ||
    start.isCertain("weekday") ||
    start.isCertain("month") ||
    /hier|demain|aujourd|semaine|mois|an\b|année|veille|soir|matin|jours?/i.test(result.text)
  );
}

function isoOf(result: ParsedResult, ahead: boolean, context: DateContext): string | null {
  const { start } = result;
  if (context.published === null && !NAMES_A_DAY.test(result.text)) return null;
  if (/semaine/i.test(result.text))
    return context.published === null ? null : weekOf(result.text, context.published);
  if (start.isCertain("year") && start.isCertain("month")) {
    return start.isCertain("day")
      ? day(start.get("year"), start.get("month"), start.get("day"))
      : month(start.get("year"), start.get("month"));
  }
  if (start.isCertain("month") && start.isCertain("day")) return dayOfYear(result, ahead, context);
  if (context.published === null) return null;
  if (start.isCertain("weekday") && !/prochain|dernier/i.test(result.text)) {
    return nearestWeekday(context.published, start.get("weekday") ?? 0, ahead);
  }
  if (/mois/i.test(result.text)) return month(start.get("year"), start.get("month"));
  if (/\ban\b|année/i.test(result.text)) return String(start.get("year") ?? "");
  return day(start.get("year"), start.get("month"), start.get("day"));
}

/** "la visite prévue jeudi a été annulée": the Thursday before or after publication, whichever is nearer. */
function nearestIso(result: ParsedResult, context: DateContext): string | null {
  const [past, ahead] = [isoOf(result, false, context), isoOf(result, true, context)];
  const { published } = context;
  if (past === null || ahead === null || published === null) return past;
  const away = (iso: string): number => Math.abs(Date.parse(iso) - Date.parse(published));
  return away(ahead) < away(past) ? ahead : past;
}

function day(
  year: number | null,
  monthNumber: number | null,
  dayNumber: number | null,
): string | null {
  if (year === null || monthNumber === null || dayNumber === null) return null;
  return `${String(year).padStart(4, "0")}-${pad(monthNumber)}-${pad(dayNumber)}`;
}

function month(year: number | null, monthNumber: number | null): string | null {
  return year === null || monthNumber === null
    ? null
    : `${String(year).padStart(4, "0")}-${pad(monthNumber)}`;
}

function pad(value: number): string {
  return String(value).padStart(2, "0");
}

/**
 * "le 29 mai": of the year the text is in; before publication when told, after it when planned.
 * A stated day of the week must fit: "vendredi 21 août" is of the last year in which it was one.
 */
function dayOfYear(result: ParsedResult, ahead: boolean, context: DateContext): string | null {
  const { start } = result;
  const [monthNumber, dayNumber] = [start.get("month"), start.get("day")];
  if (context.published === null) {
    return context.year === null ? null : day(Number(context.year), monthNumber, dayNumber);
  }
  const year = Number(context.published.slice(0, 4));
  for (let step = 0; step <= MAX_YEARS; step += 1) {
    const iso = day(ahead ? year + step : year - step, monthNumber, dayNumber);
    if (iso === null) return null;
    if (ahead ? iso < context.published : iso > context.published) continue;
    if (!start.isCertain("weekday") || isWeekday(iso, start.get("weekday"))) return iso;
  }
  return null;
}

/** Within so many years every date falls on every day of the week it can. */
const MAX_YEARS = 11;

function isWeekday(iso: string, weekday: number | null): boolean {
  return new Date(`${iso}T12:00:00Z`).getUTCDay() === weekday;
}

/** The last such day up to publication, or the first from it on. */
function nearestWeekday(published: string, weekday: number, ahead: boolean): string {
  const date = new Date(`${published}T12:00:00Z`);
  const step = ahead ? 1 : -1;
  while (date.getUTCDay() !== weekday) date.setUTCDate(date.getUTCDate() + step);
  return date.toISOString().slice(0, 10);
}

/** The month of the week meant, or its year when it lies in two: no finer precision is stated that our dates can hold. */
function weekOf(text: string, published: string): string {
  const monday = new Date(`${published}T12:00:00Z`);
  monday.setUTCDate(monday.getUTCDate() - ((monday.getUTCDay() + 6) % 7));
  if (/prochaine/i.test(text)) monday.setUTCDate(monday.getUTCDate() + 7);
  if (/dernière|passée/i.test(text)) monday.setUTCDate(monday.getUTCDate() - 7);
  const sunday = new Date(monday);
  sunday.setUTCDate(sunday.getUTCDate() + 6);
  const [from, to] = [monday.toISOString(), sunday.toISOString()];
  return from.slice(0, 7) === to.slice(0, 7)
    ? from.slice(0, 7)
    : from.slice(0, 4) === to.slice(0, 4)
      ? from.slice(0, 4)
      : from.slice(0, 7);
}

function monthsAndYears(
  sentence: string,
  status: EncounterStatus,
  context: DateContext,
): Candidate[] {
  const found: Candidate[] = [];
  for (const match of [...sentence.matchAll(MONTH_YEAR), ...sentence.matchAll(BARE_MONTH_YEAR)]) {
    const number = MONTH_NUMBERS.get(foldName(match[1] ?? "")) ?? "01";
    const year = match[2] ?? yearOfMonth(number, status, context);
    found.push({
      text: match[0],
      at: match.index,
      iso: year === null ? null : `${year}-${number}`,
    });
  }
  for (const match of sentence.matchAll(YEAR)) {
    found.push({ text: match[0], at: match.index, iso: match[1] ?? null });
  }
  return found;
}

const THIS_WEEK = /cette semaine/giu;

function weeks(sentence: string, context: DateContext): Candidate[] {
  return Array.from(sentence.matchAll(THIS_WEEK), (match) => ({
    text: match[0],
    at: match.index,
    iso: context.published === null ? null : weekOf(match[0], context.published),
  }));
}

function yearOfMonth(number: string, status: EncounterStatus, context: DateContext): string | null {
  if (context.published === null) return context.year;
  const year = Number(context.published.slice(0, 4));
  const thisYear = `${year}-${number}`;
  const now = context.published.slice(0, 7);
  if (status === "planned" || status === "hypothetical" || status === "called-for") {
    return String(
      thisYear >= now || status === "hypothetical" ? (thisYear >= now ? year : year - 1) : year + 1,
    );
  }
  return String(thisYear <= now ? year : year - 1);
}
