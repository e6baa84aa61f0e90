import { describe, expect, it } from "vitest";
import type { ArticleId } from "../../src/corpus/raw-article.ts";
import type { Encounter } from "../../src/encounters/encounter.ts";
import { linkEncounters } from "../../src/encounters/link-encounters.ts";
import { personId } from "../../src/encounters/people/person-id.ts";

function record(
  articleId: string,
  names: readonly string[],
  facts: Partial<Encounter> = {},
): Encounter {
  return {
    id: `${articleId}:${names.join("+")}`,
    participants: names.map((name) => ({ id: personId(name), name })),
    mode: "in-person",
    status: "held",
    place: null,
    setting: null,
    date: null,
    articleId: articleId as ArticleId,
    evidence: "",
    start: 0,
    end: 0,
    alsoAt: [],
    sameAs: [],
    ...facts,
  };
}

function namesOf(all: readonly Encounter[]): string[][] {
  return all.map((e) => e.participants.map((p) => p.name));
}

function dayNumber(days: number): string {
  return new Date(Date.UTC(2020, 0, 1 + days)).toISOString().slice(0, 10);
}

describe("linkEncounters()", () => {
  it("gives a surname its full name when only one person bears it", () => {
    const linked = linkEncounters([
      record("a", ["Recep Tayyip Erdogan", "Vladimir Poutine"]),
      record("b", ["Erdogan", "Poutine"]),
    ]);
    expect(namesOf(linked)[1]).toEqual(["Recep Tayyip Erdogan", "Vladimir Poutine"]);
  });

  it("leaves a surname alone that two persons bear", () => {
    const linked = linkEncounters([
      record("a", ["Bill Clinton", "Tony Blair"]),
      record("b", ["Hillary Clinton", "David Cameron"]),
      record("c", ["Clinton", "Blair"]),
    ]);
    expect(namesOf(linked)[2]).toEqual(["Clinton", "Tony Blair"]);
  });

  it.each([
    ["Mevlüt Çavuşoğlu", "Mevlut Cavusoglu"],
    ["Sergueï Lavrov", "Sergei Lavrov"],
    ["Vladimir Poutine", "Vladimir Putin"],
    ["Alexandre Loukachenko", "Aleksandr Lukashenko"],
    ["Mohammed ben Salmane", "Mohamed ben Salmane"],
  ])("knows %s and %s for one person", (one, two) => {
    const linked = linkEncounters([record("a", [one, "Ana Ruiz"]), record("b", [two, "Ana Ruiz"])]);
    expect(linked[0]?.participants[0]).toEqual(linked[1]?.participants[0]);
  });

  it.each([
    ["Michel Aoun", "Joseph Aoun"],
    ["George Bush", "Jeb Bush"],
    ["Marine Le Pen", "Jean-Marie Le Pen"],
  ])("keeps %s and %s apart", (one, two) => {
    const linked = linkEncounters([record("a", [one, "Ana Ruiz"]), record("b", [two, "Ana Ruiz"])]);
    expect(namesOf(linked)).toEqual([
      [one, "Ana Ruiz"],
      [two, "Ana Ruiz"],
    ]);
  });

  it("links records of one encounter in two articles, both ways", () => {
    const date = { text: "jeudi", iso: "2024-03-14" };
    const linked = linkEncounters([
      record("a", ["Ana Ruiz", "Bo Lind"], { date, place: "Oslo" }),
      record("b", ["Bo Lind", "Ana Ruiz"], { date }),
      record("c", ["Ana Ruiz", "Bo Lind"], { date: { text: "mardi", iso: "2024-03-12" } }),
      record("d", ["Ana Ruiz", "Bo Lind"], { date, status: "planned" }),
    ]);
    expect(linked.map((e) => e.sameAs.length)).toEqual([1, 1, 0, 0]);
    expect(linked[0]?.sameAs).toEqual([linked[1]?.id]);
  });

  it("does not take a year for a day: two meet more than once a year", () => {
    const pair = ["Ana Ruiz", "Bo Lind"];
    const linked = linkEncounters([
      record("a", pair, { date: { text: "en 2016", iso: "2016" } }),
      record("b", pair, { date: { text: "le 3 mai", iso: "2016-05-03" }, place: "Moscou" }),
      record("c", pair, { date: { text: "en 2016", iso: "2016" } }),
      record("d", pair, { date: { text: "en mai", iso: "2016-05" }, place: "MOSCOU" }),
    ]);
    const ids = linked.map((e) => e.id);
    expect(linked.map((e) => e.sameAs)).toEqual([[], [ids[3]], [], [ids[1]]]);
  });

  it.each([
    ["on one day", () => ({ date: { text: "jeudi", iso: "2024-03-14" }, place: "Oslo" })],
    ["in one place", () => ({ place: "Oslo" })],
    [
      "in one place, over the years",
      (i: number) => ({ date: { text: "", iso: dayNumber(i % 700) }, place: "Oslo" }),
    ],
  ])("links each of 4,000 records of one pair %s with few others, and both ways", (_, factsOf) => {
    const pair = ["Ana Ruiz", "Bo Lind"];
    const many = Array.from({ length: 4_000 }, (_, i) => record(`a${i}`, pair, factsOf(i)));
    const start = performance.now();
    const linked = linkEncounters(many);
    expect(performance.now() - start).toBeLessThan(1_500);
    const counts = linked.map(({ sameAs }) => sameAs.length);
    expect(Math.min(...counts)).toBeGreaterThan(0);
    expect(Math.max(...counts)).toBeLessThan(100);
    const all = new Set(linked.flatMap(({ id, sameAs }) => sameAs.map((same) => `${id}|${same}`)));
    const oneWay = [...all].filter((link) => !all.has(link.split("|").reverse().join("|")));
    expect(oneWay).toEqual([]);
  });

  it("is cheap: 20,000 records in a few seconds at most", () => {
    const many = Array.from({ length: 20_000 }, (_, i) =>
      record(`a${i}`, [`Prénom Nom${i % 500}`, `Autre Nomde${i % 700}`], {
        place: `Ville ${i % 90}`,
      }),
    );
    const start = performance.now();
    expect(linkEncounters(many)).toHaveLength(many.length);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
