import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { EncounterQuery } from "../../src/answer/answer.ts";
import { readEncounterQuestion } from "../../src/answer/encounter-question.ts";
import type { Encounter, Participant } from "../../src/encounters/encounter.ts";
import { personId } from "../../src/encounters/people/person-id.ts";
import { encounter } from "../support/invented-reply.ts";

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
    period === null
      ? null
      : period.from === period.to
        ? period.from
        : `${period.from}..${period.to}`;
  return [
    query.wants,
    query.person?.name ?? null,
    query.other?.name ?? null,
    query.place,
    bounds,
    query.mode,
    query.status,
  ];
}

describe("readEncounterQuestion()", () => {
  it.each(rows)("$question", ({ question, slots }) => {
    expect(slotsOf(readEncounterQuestion(question, people, { today }))).toEqual(slots);
  });
});

const followUps = `
Qui Lavrov a-t-il rencontré ? | et à Paris ? | who | Sergueï Lavrov | - | Paris
Qui Lavrov a-t-il rencontré ? | et avec Kerry ? | whether | Sergueï Lavrov | John Kerry
Qui Lavrov a-t-il rencontré ? | et Kerry ? | who | John Kerry
Lavrov a-t-il rencontré Kerry ? | et Macron ? | whether | Sergueï Lavrov | Emmanuel Macron
Lavrov a-t-il rencontré Kerry ? | quand ? | when | Sergueï Lavrov | John Kerry
Lavrov a-t-il rencontré Kerry ? | où ? | where | Sergueï Lavrov | John Kerry
Lavrov a-t-il rencontré Kerry ? | par téléphone ? | whether | Sergueï Lavrov | John Kerry | - | - | phone
Lavrov a-t-il rencontré Kerry ? | qui d'autre ? | who | Sergueï Lavrov
Lavrov a-t-il rencontré Kerry ? | combien de fois ? | how-many | Sergueï Lavrov | John Kerry
Qui Lavrov a-t-il rencontré à Paris ? | et à Moscou ? | who | Sergueï Lavrov | - | Moscou
Qui Lavrov a-t-il rencontré ? | et en 2017 ? | who | Sergueï Lavrov | - | - | 2017
Lavrov a-t-il rencontré Kerry ? | doivent-ils se revoir ? | whether | Sergueï Lavrov | John Kerry | - | - | - | planned
Lavrov a-t-il rencontré Kerry ? | a-t-il vu Cavusoglu ? | whether | Sergueï Lavrov | Mevlut Cavusoglu
Lavrov a-t-il rencontré Kerry ? | and with Macron? | whether | Sergueï Lavrov | Emmanuel Macron
Lavrov a-t-il rencontré Kerry ? | quand l'a-t-il vu ? | when | Sergueï Lavrov | John Kerry
Lavrov a-t-il rencontré Kerry ? | Avec Macron, quand s'est-il entretenu ? | when | Sergueï Lavrov | Emmanuel Macron
Qui a rencontré Macron ? | Qui Lavrov a-t-il rencontré à Belgrade ? | who | Sergueï Lavrov | - | Belgrade
Qui a rencontré Macron ? | Avec qui Lavrov s'est-il entretenu à Paris ? | who | Sergueï Lavrov | - | Paris
Qui a rencontré Macron ? | Qui Erdogan a-t-il eu au téléphone ? | who | Recep Tayyip Erdogan | - | - | - | phone
Qui a rencontré Macron ? | Qui a rencontré Lavrov en marge de l'OSCE ? | who | Sergueï Lavrov
Qui a rencontré Macron ? | Quand a eu lieu l'entretien de Lavrov à Paris ? | when | Sergueï Lavrov | - | Paris
Qui a rencontré Macron ? | Who did Lavrov meet while he was in Belgrade? | who | Sergueï Lavrov | - | Belgrade
Qui a rencontré Macron ? | Who did he meet in Belgrade? | who | Emmanuel Macron | - | Belgrade
Qui a rencontré Macron ? | et Lavrov, qui a-t-il rencontré ? | who | Sergueï Lavrov
Qui a rencontré Macron ? | et Lavrov, l'a-t-il rencontré ? | whether | Emmanuel Macron | Sergueï Lavrov
Où Lavrov a-t-il rencontré Le Drian ? | a-t-il parlé à Kerry ? | whether | Sergueï Lavrov | John Kerry
Where did Lavrov meet Le Drian? | did he talk to Kerry? | whether | Sergueï Lavrov | John Kerry
Qui a rencontré Macron ? | et Poutine, qui a-t-il rencontré d'autre ? | who | Vladimir Poutine
Lavrov a-t-il rencontré Kerry ? | qui d'autre à Paris ? | who | Sergueï Lavrov | - | Paris
Lavrov a-t-il rencontré Kerry ? | Qui est Kerry ? | null
Lavrov a-t-il rencontré Kerry ? | Qu'ont-ils dit ? | null
Lavrov a-t-il rencontré Kerry ? | Pourquoi ? | null
Lavrov a-t-il rencontré Kerry ? | Et la Turquie ? | null
Lavrov a-t-il rencontré Kerry ? | Merci | null
`
  .trim()
  .split("\n")
  .map((line) => {
    const [before = "", question = "", ...slots] = line.split(" | ");
    return { before, question, slots };
  });

describe("readEncounterQuestion() after another question", () => {
  it.each(followUps)("$before … $question", ({ before, question, slots }) => {
    const previous = readEncounterQuestion(before, people, { today });
    expect(previous).not.toBeNull();
    const query = readEncounterQuestion(question, people, { today, previous: previous! });
    const expected =
      slots[0] === "null"
        ? null
        : Array.from({ length: 7 }, (_, i) => (slots[i] === "-" ? null : (slots[i] ?? null)));
    expect(slotsOf(query)).toEqual(expected);
  });
});

describe("somebody else than those asked about", () => {
  it.each([
    ["Lavrov a-t-il rencontré Kerry ?", "qui d'autre ?", ["John Kerry"]],
    ["Lavrov a-t-il rencontré Kerry ?", "who else did Kerry meet?", ["Sergueï Lavrov"]],
    ["Qui a rencontré Macron ?", "et Poutine, qui a-t-il vu d'autre ?", ["Emmanuel Macron"]],
  ])("%s … %s", (before, question, left) => {
    const previous = readEncounterQuestion(before, people, { today });
    const query = readEncounterQuestion(question, people, { today, previous: previous! });
    expect(query?.except?.map(({ name }) => name)).toEqual(left);
  });
});

describe("people the corpus does not know", () => {
  it.each([
    ["Tintin a-t-il rencontré Kerry ?", "Tintin"],
    ["est ce que tintin a vu kerry", "tintin"],
  ])("keeps %s as asked, without an id", (question, name) => {
    const query = readEncounterQuestion(question, people, { today });
    expect(query?.person).toEqual({ id: null, name });
    expect(query?.other?.name).toBe("John Kerry");
  });

  it.each([
    ["Camarade, avec qui Lavrov s'est-il entretenu ?", "Sergueï Lavrov"],
    ["Camarade, qui a rencontré Lavrov ?", "Sergueï Lavrov"],
    ["Explique-moi qui Lavrov a rencontré", "Sergueï Lavrov"],
    ["Tintin, qui a-t-il rencontré ?", "Tintin"],
    ["Lavrov, qui a-t-il rencontré ?", "Sergueï Lavrov"],
  ])("knows who is spoken to and who is asked about: %s", (question, name) => {
    const query = readEncounterQuestion(question, people, { today });
    expect([query?.person?.name, query?.other]).toEqual([name, null]);
  });

  it("never takes a known person for an unknown one of another name", () => {
    const query = readEncounterQuestion("Merkel a-t-elle rencontré Perry ?", people, { today });
    expect([query?.person?.id, query?.other?.id]).toEqual([null, null]);
  });
});

describe("a name that several bear", () => {
  const named = (...names: readonly string[]) =>
    names.map((name) => ({ id: personId(name), name }));
  const clintons = named("Bill Clinton", "Hillary Clinton");
  const met = (...names: readonly string[]) => encounter({ participants: named(...names) });

  function whoIsAsked(question: string, encounters: readonly Encounter[]) {
    return [clintons, clintons.toReversed()].map((two) => {
      const query = readEncounterQuestion(question, [...people, ...two], { today, encounters });
      return query === null ? null : [query.person?.name, query.other?.name];
    });
  }

  it.each(["Lavrov a-t-il rencontré Clinton ?", "Did Lavrov meet Clinton?"])(
    "is the one who met the other person named: %s",
    (question) => {
      const lavrovs = met("Sergueï Lavrov", "Hillary Clinton");
      const others = [met("Bill Clinton", "Joe Biden"), met("Bill Clinton", "John Kerry")];
      const asked = ["Sergueï Lavrov", "Hillary Clinton"];
      expect(whoIsAsked(question, [lavrovs, ...others])).toEqual([asked, asked]);
    },
  );

  it("is the one with most records otherwise", () => {
    const records = [
      met("Hillary Clinton", "Joe Biden"),
      met("Bill Clinton", "John Kerry"),
      met("Bill Clinton", "Xi Jinping"),
    ];
    const asked = ["Bill Clinton", undefined];
    expect(whoIsAsked("Qui a rencontré Clinton ?", records)).toEqual([asked, asked]);
  });

  it("is nobody's when nothing tells", () => {
    const records = [met("Hillary Clinton", "Joe Biden"), met("Bill Clinton", "John Kerry")];
    expect(whoIsAsked("Qui a rencontré Clinton ?", records)).toEqual([null, null]);
  });
});

describe("names of places", () => {
  const named = ["François Hollande", "Gilbert Paris"].map((name) => ({
    id: personId(name),
    name,
  }));
  const known = [...people, ...named];

  it.each([
    ["Qui a rencontré Hollande ?", "François Hollande", null],
    ["qui a rencontré hollande en 2017 ?", "François Hollande", null],
    ["Qui a rencontré Hollande en Hollande ?", "François Hollande", "Hollande"],
    ["Qui Lavrov a-t-il vu à Paris ?", "Sergueï Lavrov", "Paris"],
    ["Who did Lavrov meet in Moscow?", "Sergueï Lavrov", "Moscou"],
    ["Qui a rencontré Gilbert Paris ?", "Gilbert Paris", null],
    ["Quels dirigeants danois Lavrov a-t-il rencontrés ?", "Sergueï Lavrov", null],
    ["Which Danish leaders did Lavrov meet?", "Sergueï Lavrov", null],
  ])("%s", (question, person, place) => {
    const query = readEncounterQuestion(question, known, { today });
    expect([query?.person?.name, query?.other, query?.place]).toEqual([person, null, place]);
  });
});

describe("ou without its accent", () => {
  it.each([
    ["ou Kerry a rencontré Lavrov ?", "where"],
    ["Lavrov a vu Kerry ou ?", "where"],
    ["dans l'article, ou Lavrov a-t-il vu Kerry ?", "where"],
    ["Lavrov a-t-il rencontré Kerry ou Macron ?", "whether"],
    ["Lavrov a-t-il rencontré Kerry à Paris ou à Moscou ?", "whether"],
  ])("%s", (question, wants) => {
    expect(readEncounterQuestion(question, people, { today })?.wants).toBe(wants);
  });
});
