// Scores extraction against hand-written expectations, field by field. Found records are paired with
// expected ones by shared participants; what is left unpaired counts against precision or recall.

import { readFileSync } from "node:fs";
import type { Article } from "../../src/clean/article.ts";
import type { ArticleId } from "../../src/corpus/raw-article.ts";
import type { Encounter } from "../../src/encounters/encounter.ts";
import { findEncounters } from "../../src/encounters/find-encounters.ts";
import { foldName } from "../../src/encounters/tokens.ts";

/**
 * fresh-1 and fresh-2 were scored once unseen (participants P 0.850 R 0.739, then P 0.974 R 0.712)
 * before the rules were widened by what they showed.
 * once-misread: sentences that the rules misread (participants P 0.618 R 0.483, 9 told as held that were not)
 * before they were mended, with others beside them that were and are read well; those still missed are in it too.
 */
export const goldFiles = [
  "development.json",
  "held-out.json",
  "fresh-1.json",
  "fresh-2.json",
  "fresh-3.json",
  "once-misread.json",
] as const;

export interface ExpectedEncounter {
  readonly participants: readonly string[];
  readonly mode: string;
  readonly status: string;
  readonly place: string | null;
  readonly date: string | null;
  readonly setting: string | null;
}

export interface GoldItem {
  readonly id: string;
  readonly family: string;
  readonly published: string | null;
  readonly paragraphs: readonly string[];
  readonly encounters: readonly ExpectedEncounter[];
}

export interface Rate {
  right: number;
  of: number;
}

export interface Score {
  readonly items: number;
  readonly participantsPrecision: Rate;
  readonly participantsRecall: Rate;
  readonly recordsPrecision: Rate;
  readonly recordsRecall: Rate;
  readonly mode: Rate;
  readonly status: Rate;
  readonly place: Rate;
  readonly date: Rate;
  readonly setting: Rate;
  /** Expected as anything but held, found as held. */
  plannedToldAsHeld: number;
  /** One line per difference, for whoever works on the rules. */
  readonly differences: string[];
}

export function readGold(file: string): readonly GoldItem[] {
  const url = new URL(`../data/encounters/${file}`, import.meta.url);
  return JSON.parse(readFileSync(url, "utf8")) as readonly GoldItem[];
}

export function articleOf(item: Pick<GoldItem, "id" | "paragraphs" | "published">): Article {
  const text = item.paragraphs.join("\n\n");
  let start = 0;
  const paragraphs = item.paragraphs.map((paragraph) => {
    const span = { start, end: start + paragraph.length };
    start = span.end + 2;
    return span;
  });
  return {
    articleId: item.id as ArticleId,
    title: "",
    outlet: null,
    url: null,
    published: item.published,
    text,
    paragraphs,
    dropped: [],
  };
}

export function scoreGold(items: readonly GoldItem[]): Score {
  const rate = (): Rate => ({ right: 0, of: 0 });
  const score: Score = {
    items: items.length,
    participantsPrecision: rate(),
    participantsRecall: rate(),
    recordsPrecision: rate(),
    recordsRecall: rate(),
    mode: rate(),
    status: rate(),
    place: rate(),
    date: rate(),
    setting: rate(),
    plannedToldAsHeld: 0,
    differences: [],
  };
  for (const item of items) scoreItem(item, findEncounters(articleOf(item)), score);
  return score;
}

function scoreItem(item: GoldItem, found: readonly Encounter[], score: Score): void {
  const left = [...found];
  const lines: string[] = [];
  for (const expected of item.encounters) {
    const at = bestMatch(expected, left);
    score.participantsRecall.of += expected.participants.length;
    score.recordsRecall.of += 1;
    const match = at === -1 ? undefined : left.splice(at, 1)[0];
    if (match === undefined) {
      lines.push(`missing ${describe(expected)}`);
      continue;
    }
    lines.push(...comparePair(expected, match, score));
  }
  for (const extra of left) {
    score.participantsPrecision.of += extra.participants.length;
    score.recordsPrecision.of += 1;
    const held =
      extra.status === "held" &&
      item.encounters.some((e) => e.status !== "held" && shared(e, extra) >= 2) &&
      !item.encounters.some((e) => e.status === "held" && shared(e, extra) >= 2);
    if (held) score.plannedToldAsHeld += 1;
    lines.push(`extra ${describeFound(extra)}`);
  }
  if (lines.length > 0)
    score.differences.push(
      `${item.id}: ${item.paragraphs.join(" / ")}\n    ${lines.join("\n    ")}`,
    );
}

function comparePair(expected: ExpectedEncounter, match: Encounter, score: Score): string[] {
  const lines: string[] = [];
  const common = shared(expected, match);
  score.participantsRecall.right += common;
  score.participantsPrecision.right += common;
  score.participantsPrecision.of += match.participants.length;
  score.recordsPrecision.of += 1;
  score.recordsPrecision.right += 1;
  score.recordsRecall.right += 1;
  if (common < expected.participants.length || common < match.participants.length)
    lines.push(
      `participants ${match.participants.map((p) => p.name).join(" + ")}, not ${expected.participants.join(" + ")}`,
    );
  const check = (rate: Rate, ok: boolean, line: string): void => {
    rate.of += 1;
    if (ok) rate.right += 1;
    else lines.push(line);
  };
  check(score.mode, match.mode === expected.mode, `mode ${match.mode}, not ${expected.mode}`);
  check(
    score.status,
    match.status === expected.status,
    `status ${match.status}, not ${expected.status}`,
  );
  check(
    score.place,
    samePlace(expected.place, match.place),
    `place ${String(match.place)}, not ${String(expected.place)}`,
  );
  check(
    score.date,
    (match.date?.iso ?? null) === expected.date,
    `date ${JSON.stringify(match.date)}, not ${String(expected.date)}`,
  );
  check(
    score.setting,
    (match.setting ?? "") === (expected.setting ?? ""),
    `setting ${String(match.setting)}, not ${String(expected.setting)}`,
  );
  if (match.status === "held" && expected.status !== "held") score.plannedToldAsHeld += 1;
  return lines;
}

function bestMatch(expected: ExpectedEncounter, found: readonly Encounter[]): number {
  let best = -1;
  let bestScore = 0;
  for (const [at, encounter] of found.entries()) {
    const common = shared(expected, encounter);
    if (common === 0 || common < Math.min(2, expected.participants.length)) continue;
    const value =
      common * 10 -
      Math.abs(encounter.participants.length - common) +
      (encounter.status === expected.status ? 3 : 0) +
      (encounter.mode === expected.mode ? 2 : 0);
    if (value > bestScore) [best, bestScore] = [at, value];
  }
  return best;
}

function shared(expected: ExpectedEncounter, found: Encounter): number {
  return expected.participants.filter((name) =>
    found.participants.some((p) => sameName(name, p.name)),
  ).length;
}

/** Equal when folded, or one is the other's family name. */
function sameName(a: string, b: string): boolean {
  const [x, y] = [foldName(a).split(" "), foldName(b).split(" ")];
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  return short.every((word) => long.includes(word));
}

function samePlace(expected: string | null, found: string | null): boolean {
  if (expected === null || found === null) return expected === found;
  const [a, b] = [foldName(expected), foldName(found)];
  return a === b || a.includes(b) || b.includes(a);
}

function describe(e: ExpectedEncounter): string {
  return `${e.participants.join(" + ")} ${e.mode} ${e.status}`;
}

function describeFound(e: Encounter): string {
  return `${e.participants.map((p) => p.name).join(" + ")} ${e.mode} ${e.status}`;
}

export function percent(rate: Rate): string {
  return rate.of === 0 ? "-" : (rate.right / rate.of).toFixed(3);
}
