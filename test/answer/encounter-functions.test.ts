import { describe, expect, it } from "vitest";
import type { EncounterQuery } from "../../src/answer/answer.ts";
import { readEncounterQuestion } from "../../src/answer/encounter-question.ts";
import { findEncounters } from "../../src/encounters/find-encounters.ts";
import { articleOf } from "../support/score-encounters.ts";

const articles = [
  "La présidente du barreau, Odile Vasseur, a rencontré le ministre de la Justice, Hubert Vannier, mardi à Namur.",
  "Le ministre russe des Affaires étrangères Sergueï Lavrov a rencontré son homologue turc Mevlut Cavusoglu à Belgrade.",
  "Sergueï Lavrov s'est entretenu avec John Kerry à Genève.",
  "Le Premier ministre népalais Bishnu Thapa a reçu lundi l'ambassadeur de Chine Liu Wenbo.",
  "Bishnu Thapa a vu le président indien, Anil Rao, à Delhi.",
];
const encounters = articles.flatMap((text, i) =>
  findEncounters(articleOf({ id: `a${i}`, paragraphs: [text], published: "2017-02-14" })),
);
const everybody = encounters.flatMap((e) => e.participants);
const people = [...new Map(everybody.map((p) => [p.id, p])).values()];
const today = "2017-03-01";

function read(question: string, previous?: EncounterQuery): EncounterQuery | null {
  return readEncounterQuestion(question, people, {
    today,
    encounters,
    ...(previous !== undefined && { previous }),
  });
}

describe("persons a question names by function", () => {
  it.each([
    ["Où Odile Vasseur a-t-elle vu le ministre de la Justice ?", "Odile Vasseur", "Hubert Vannier"],
    [
      "Le ministre russe a-t-il rencontré son homologue turc ?",
      "Sergueï Lavrov",
      "Mevlut Cavusoglu",
    ],
    ["le ministre russe a-t-il vu son homologue américain ?", "Sergueï Lavrov", "John Kerry"],
    [
      "Où les ministres russe et turc se sont-ils rencontrés ?",
      "Sergueï Lavrov",
      "Mevlut Cavusoglu",
    ],
    [
      "Dans quelle ville les chefs de la diplomatie russe et américaine se sont-ils vus ?",
      "Sergueï Lavrov",
      "John Kerry",
    ],
    [
      "Where did the Russian and Turkish foreign ministers meet?",
      "Sergueï Lavrov",
      "Mevlut Cavusoglu",
    ],
    ["Did Thapa meet the Chinese ambassador?", "Bishnu Thapa", "Liu Wenbo"],
    ["Did the Nepalese prime minister meet the Indian president?", "Bishnu Thapa", "Anil Rao"],
    ["Lavrov, le ministre russe, a-t-il rencontré Kerry ?", "Sergueï Lavrov", "John Kerry"],
  ])("%s", (question, person, other) => {
    const query = read(question);
    expect([query?.person?.name, query?.other?.name]).toEqual([person, other]);
  });

  it("are nobody we know when no record tells who holds the function", () => {
    expect(read("Did Thapa meet the Japanese ambassador?")?.other).toEqual({
      id: null,
      name: "the Japanese ambassador",
    });
  });
});

describe("a follow-up after a question about a place", () => {
  const belgrade = read("Lavrov a-t-il rencontré Cavusoglu à Belgrade ?")!;

  it("drops the place where the two are in no record", () => {
    const query = read("et avec Kerry ?", belgrade);
    expect([query?.other?.name, query?.place]).toEqual(["John Kerry", null]);
  });

  it("keeps the place where they are", () => {
    const other = read("Lavrov a-t-il rencontré Kerry à Belgrade ?")!;
    const query = read("et avec Cavusoglu ?", other);
    expect([query?.other?.name, query?.place]).toEqual(["Mevlut Cavusoglu", "Belgrade"]);
  });

  it("asks for others than the one asked about", () => {
    expect(read("qui d'autre ?", belgrade)?.except?.map((p) => p.name)).toEqual([
      "Mevlut Cavusoglu",
    ]);
  });

  it("asks about one of the two alone when they are named again", () => {
    const query = read("et Lavrov ?", belgrade);
    expect([query?.wants, query?.person?.name, query?.other]).toEqual([
      "who",
      "Sergueï Lavrov",
      null,
    ]);
  });
});
