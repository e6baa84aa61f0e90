import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { EncounterQuery } from "../../src/answer/answer.ts";
import { readEncounterQuestion } from "../../src/answer/encounter-question.ts";
import type { Participant } from "../../src/encounters/encounter.ts";
import { personId } from "../../src/encounters/people/person-id.ts";

const people: readonly Participant[] = [
  "Sergueï Lavrov",
  "John Kerry",
  "Mevlut Cavusoglu",
  "Vladimir Poutine",
  "Recep Tayyip Erdogan",
  "Jean-Yves Le Drian",
  "Emmanuel Macron",
  "Joe Biden",
  "Xi Jinping",
  "Mohammed ben Salmane",
].map((name) => ({ id: personId(name), name }));
const today = "2022-03-01";

interface Row {
  readonly question: string;
  readonly slots: readonly (string | null)[] | null;
}

const rows: readonly Row[] = readFileSync(
  new URL("../data/answer/encounter-questions.txt", import.meta.url),
  "utf8",
)
  .split("\n")
  .filter((line) => line !== "" && !line.startsWith("#"))
  .map((line) => {
    const [question = "", ...slots] = line.split(" | ").map((cell) => cell.trim());
    if (slots[0] === "null") return { question, slots: null };
    const padded = Array.from({ length: 7 }, (_, i) => slots[i] ?? "-");
    return { question, slots: padded.map((slot) => (slot === "-" ? null : slot)) };
  });

function slotsOf(query: EncounterQuery | null): readonly (string | null)[] | null {
  if (query === null) return null;
  const { period } = query;
  const bounds =
    period === null ? null : period.from === period.to ? period.from : `${period.from}..${period.to}`;
  return [query.wants, query.person?.name ?? null, query.other?.name ?? null, query.place, bounds, query.mode, query.status];
}

describe("readEncounterQuestion()", () => {
  it.each(rows)("$question", ({ question, slots }) => {
    expect(slotsOf(readEncounterQuestion(question, people, { today }))).toEqual(slots);
  });
});
