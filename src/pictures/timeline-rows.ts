/** Encounters -> the rows of a timeline: in order, grouped by year, with their words. Draws nothing. */
import type { Language } from "../answer/answer.ts";
import type { Encounter, StatedDate } from "../encounters/encounter.ts";
import { pictureTexts } from "./texts.ts";

export interface TimelineRow {
  readonly encounter: Encounter;
  /** Day and month, as far as known, or the article's own words. */
  readonly date: string;
  /** Status unless it took place, form, place and setting. */
  readonly details: string;
}

export interface TimelineGroup {
  /** The year, or the words for "no date". */
  readonly label: string;
  readonly rows: readonly TimelineRow[];
}

export interface Timeline {
  readonly groups: readonly TimelineGroup[];
  /** Encounters left out because there are too many. */
  readonly hidden: number;
}

/** Oldest first; the undated last. When there are too many, the oldest and then the undated give way. */
export function sortForTimeline(
  encounters: readonly Encounter[],
  maxRows: number,
  lang: Language,
): Timeline {
  const dated = encounters
    .filter(({ date }) => date?.iso != null)
    .toSorted((a, b) => compareText(isoOf(a), isoOf(b)) || compareText(a.id, b.id));
  const undated = encounters
    .filter(({ date }) => date?.iso == null)
    .toSorted((a, b) => compareText(a.id, b.id));
  const shown = [...dated.slice(-maxRows), ...undated].slice(0, maxRows);
  const groups = new Map<string, TimelineRow[]>();
  for (const encounter of shown) {
    const label = encounter.date?.iso?.slice(0, 4) ?? pictureTexts[lang].undated;
    groups.set(label, [...(groups.get(label) ?? []), describeRow(encounter, lang)]);
  }
  return {
    groups: [...groups].map(([label, rows]) => ({ label, rows })),
    hidden: encounters.length - shown.length,
  };
}

function describeRow(encounter: Encounter, lang: Language): TimelineRow {
  const { status, mode, place, setting, date } = encounter;
  const texts = pictureTexts[lang];
  const details = [
    status === "held" ? null : texts.status[status],
    mode === "unknown" ? null : texts.mode[mode],
    place,
    setting,
  ];
  return {
    encounter,
    date: date === null ? "" : dayAndMonth(date, lang),
    details: details.filter((detail) => detail !== null && detail !== "").join(" · "),
  };
}

/** The year stands above the row already. */
function dayAndMonth({ text, iso }: StatedDate, lang: Language): string {
  if (iso === null) return text === "" ? "" : pictureTexts[lang].quoted(text);
  const [, month, day] = /^\d{4}(-\d{2})?(-\d{2})?$/.exec(iso) ?? [];
  const moment = Date.parse(iso);
  if (month === undefined || Number.isNaN(moment)) return "";
  const format = new Intl.DateTimeFormat(lang === "en" ? "en-GB" : "fr-FR", {
    timeZone: "UTC",
    month: day === undefined ? "long" : "short",
    ...(day === undefined ? {} : { day: "numeric" as const }),
  });
  const words = format.format(moment);
  return lang === "fr" ? words.replace(/^1(?= )/, "1er") : words;
}

function isoOf({ date }: Encounter): string {
  return date?.iso ?? "";
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
