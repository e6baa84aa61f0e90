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
