// A question's slots and all records -> the records that answer, the verdict, and what the corpus
// says nearest to it when nothing fits. Never another person's records, never a plan told as a meeting.

import type { Encounter } from "../encounters/encounter.ts";
import { foldName } from "../encounters/tokens.ts";
import type { EncounterQuery, QueryPerson, Verdict } from "./answer.ts";

export interface EncounterRecords {
  /** Records that fit every slot, held ones first, then by date. */
  readonly records: readonly Encounter[];
  /** Null when the question is not a yes/no question. */
  readonly verdict: Verdict | null;
  /** When nothing fits: what is known about the two, else about the person. */
  readonly nearest: readonly Encounter[];
}

/** Chooses the records that answer the question. */
export function answerEncounters(
  query: EncounterQuery,
  encounters: readonly Encounter[],
): EncounterRecords {
  const dated = encounters.filter((e) => fits(query, e));
  const fitting = dated.length > 0 ? dated : encounters.filter((e) => fitsInAnyYear(query, e));
  const records = sortRecords(fitting.filter((e) => statusFits(query, e)));
  return {
    records,
    verdict: verdictOf(query, records),
    nearest:
      records.length > 0 ? [] : nearestTo(query, encounters).filter((e) => !isLeftOut(query, e)),
  };
}

function fits(query: EncounterQuery, encounter: Encounter): boolean {
  return periodFits(query.period, encounter) && fitsButForPeriod(query, encounter);
}

/** "en septembre" may be asked of articles older than a year: of whichever year they tell, then. */
function fitsInAnyYear(query: EncounterQuery, encounter: Encounter): boolean {
  const { period } = query;
  const iso = encounter.date?.iso ?? null;
  if (period?.isYearless !== true || iso === null) return false;
  const year = iso.slice(0, "2017".length);
  const inYear = (bound: string) => year + bound.slice(year.length);
  const then = { ...period, from: inYear(period.from), to: inYear(period.to) };
  return iso !== year && periodFits(then, encounter) && fitsButForPeriod(query, encounter);
}

function fitsButForPeriod(query: EncounterQuery, encounter: Encounter): boolean {
  return (
    involves(query.person, encounter) &&
    involves(query.other, encounter) &&
    !isLeftOut(query, encounter) &&
    placeFits(query.place, encounter) &&
    (query.mode === null || encounter.mode === query.mode)
  );
}

function involves(person: QueryPerson | null, encounter: Encounter): boolean {
  if (person === null) return true;
  return person.id !== null && encounter.participants.some((p) => p.id === person.id);
}

/** With somebody the question leaves out. */
function isLeftOut({ except = [] }: EncounterQuery, encounter: Encounter): boolean {
  return except.some((p) => involves(p, encounter));
}

function placeFits(place: string | null, encounter: Encounter): boolean {
  if (place === null) return true;
  if (encounter.place === null) return false;
  const [asked, stated] = [bare(place), bare(encounter.place)];
  return asked === stated || stated.includes(asked) || asked.includes(stated);
}

function bare(place: string): string {
  return foldName(place)
    .replace(/^(?:le|la|l'|les) ?/, "")
    .replace(/-/g, " ");
}

/** ISO strings of any precision: a record fits when it can lie within the bounds. */
function periodFits(period: EncounterQuery["period"], encounter: Encounter): boolean {
  if (period === null) return true;
  const iso = encounter.date?.iso ?? null;
  if (iso === null) return false;
  return (
    (iso >= period.from || period.from.startsWith(iso)) &&
    (iso <= period.to || iso.startsWith(period.to))
  );
}

const STATUSES: Readonly<
  Record<NonNullable<EncounterQuery["status"]>, readonly Encounter["status"][]>
> = {
  held: ["held"],
  planned: ["planned"],
  cancelled: ["cancelled"],
  "not-held": ["denied", "cancelled"],
  open: ["planned", "hypothetical", "called-for"],
};

/** Asked for plans: plans. Asked whether or when it took place: denied ones do not answer "who". */
function statusFits(query: EncounterQuery, encounter: Encounter): boolean {
  // "va-t-il voir Y ?": that it may be, or was called off, is the answer; an earlier one is not.
  if (query.status === "planned" && query.wants === "whether") return encounter.status !== "held";
  if (query.status !== null) return STATUSES[query.status].includes(encounter.status);
  if (query.wants === "whether" || query.wants === "list") return true;
  return encounter.status === "held" || encounter.status === "planned";
}

function verdictOf(query: EncounterQuery, records: readonly Encounter[]): Verdict | null {
  if (query.wants !== "whether" || query.status === "open") return null;
  if (records.some((r) => r.status === "held")) return "yes";
  return records.some((r) => r.status === "planned") ? "planned" : "not-stated";
}

const STATUS_ORDER: Readonly<Record<Encounter["status"], number>> = {
  held: 0,
  planned: 1,
  cancelled: 2,
  denied: 3,
  "called-for": 4,
  hypothetical: 5,
};

function sortRecords(records: readonly Encounter[]): Encounter[] {
  return [...records].sort(
    (a, b) =>
      STATUS_ORDER[a.status] - STATUS_ORDER[b.status] ||
      (b.date?.iso ?? "").localeCompare(a.date?.iso ?? "") ||
      a.id.localeCompare(b.id),
  );
}

/**
 * The two together anywhere, any time; else the known person alone. First what fits but for its status:
 * to "doivent-ils se voir à Moscou ?" a meeting in Moscow that is only possible is nearest.
 */
function nearestTo(query: EncounterQuery, encounters: readonly Encounter[]): Encounter[] {
  const both = encounters.filter((e) => involves(query.person, e) && involves(query.other, e));
  if ((query.person ?? query.other) === null) return [];
  if (both.length > 0) {
    const open = sortRecords(both).sort((a, b) => openness(query, a) - openness(query, b));
    return [...open.filter((e) => fits(query, e)), ...open.filter((e) => !fits(query, e))];
  }
  const known = [query.person, query.other].filter((p) => p !== null && p.id !== null);
  return sortRecords(encounters.filter((e) => known.some((p) => involves(p, e))));
}

/** Asked for plans, what is still open comes before what took place. */
function openness(query: EncounterQuery, { status }: Encounter): number {
  if (query.status !== "planned") return 0;
  return ["planned", "hypothetical", "called-for", "cancelled", "denied", "held"].indexOf(status);
}
