import { describe, expect, it } from "vitest";
import type { EncounterQuery } from "../../src/answer/answer.ts";
import { answerEncounters } from "../../src/answer/encounter-records.ts";
import type { ArticleId } from "../../src/corpus/raw-article.ts";
import type { Encounter } from "../../src/encounters/encounter.ts";
import { personId } from "../../src/encounters/people/person-id.ts";

function record(names: readonly string[], facts: Partial<Encounter> = {}): Encounter {
  return {
    id: `${names.join("+")}:${facts.status ?? "held"}:${facts.place ?? ""}`,
    participants: names.map((name) => ({ id: personId(name), name })),
    mode: "in-person",
    status: "held",
    place: null,
    setting: null,
    date: null,
    articleId: "a" as ArticleId,
    evidence: "",
    start: 0,
    end: 0,
    alsoAt: [],
    sameAs: [],
    ...facts,
  };
}

function query(
  names: readonly (string | null)[],
  slots: Partial<EncounterQuery> = {},
): EncounterQuery {
  const [person = null, other = null] = names.map((name) =>
    name === null ? null : { id: personId(name), name },
  );
  return {
    person,
    other,
    place: null,
    period: null,
    mode: null,
    status: null,
    wants: "whether",
    ...slots,
  };
}

const june2017 = { text: "le 20 juin 2017", iso: "2017-06-20" };
const corpus = [
  record(["Ana Ruiz", "Bo Lind"], { place: "Moscou", date: june2017 }),
  record(["Ana Ruiz", "Bo Lind"], { mode: "phone", place: null }),
  record(["Ana Ruiz", "Cyr Obo"], { status: "planned", place: "Le Caire" }),
  record(["Bo Lind", "Cyr Obo"], { status: "denied" }),
];

describe("answerEncounters()", () => {
  it("says yes only with a held record", () => {
    expect(answerEncounters(query(["Ana Ruiz", "Bo Lind"]), corpus).verdict).toBe("yes");
    expect(answerEncounters(query(["Bo Lind", "Ana Ruiz"]), corpus).verdict).toBe("yes");
  });

  it("tells a planned one as planned", () => {
    expect(answerEncounters(query(["Ana Ruiz", "Cyr Obo"]), corpus).verdict).toBe("planned");
  });

  it("takes no denial for a meeting", () => {
    const answer = answerEncounters(query(["Bo Lind", "Cyr Obo"]), corpus);
    expect(answer.verdict).toBe("not-stated");
    expect(answer.records.map((r) => r.status)).toEqual(["denied"]);
  });

  it("filters by place in any writing, by period and by mode", () => {
    const ana = query(["Ana Ruiz"], { wants: "who" });
    expect(answerEncounters({ ...ana, place: "moscou" }, corpus).records).toHaveLength(1);
    expect(
      answerEncounters({ ...ana, place: "Caire", status: "planned" }, corpus).records,
    ).toHaveLength(1);
    expect(answerEncounters({ ...ana, mode: "phone" }, corpus).records).toHaveLength(1);
    const in2017 = { from: "2017", to: "2017", text: "en 2017" };
    expect(answerEncounters({ ...ana, period: in2017 }, corpus).records).toEqual([corpus[0]]);
    const later = { from: "2018", to: "2019", text: "depuis 2018" };
    expect(answerEncounters({ ...ana, period: later }, corpus).records).toEqual([]);
  });

  it("answers who with held and planned meetings, held first, never with denied ones", () => {
    const statuses = answerEncounters(query(["Cyr Obo"], { wants: "who" }), corpus).records.map(
      (r) => r.status,
    );
    expect(statuses).toEqual(["planned"]);
  });

  it("says what is known of the two when nothing fits", () => {
    const answer = answerEncounters(query(["Ana Ruiz", "Bo Lind"], { place: "Oslo" }), corpus);
    expect(answer.verdict).toBe("not-stated");
    expect(answer.records).toEqual([]);
    expect(answer.nearest).toHaveLength(2);
  });

  it("tells of what is only possible first when asked for a plan", () => {
    const open = record(["Ana Ruiz", "Bo Lind"], { status: "hypothetical", place: "Oslo" });
    const asked = query(["Ana Ruiz", "Bo Lind"], { place: "Oslo", status: "planned" });
    const answer = answerEncounters(asked, [...corpus, open]);
    expect([answer.verdict, answer.records]).toEqual(["not-stated", [open]]);
  });

  it("tells what was called off when asked for a plan, never what was held before", () => {
    const off = record(["Ana Ruiz", "Bo Lind"], { status: "cancelled" });
    const held = record(["Ana Ruiz", "Bo Lind"]);
    const asked = query(["Ana Ruiz", "Bo Lind"], { status: "planned" });
    expect(answerEncounters(asked, [held, off])).toMatchObject({
      records: [off],
      verdict: "not-stated",
    });
  });

  it("leaves out whom it was asked about before", () => {
    const except = [{ id: personId("Bo Lind"), name: "Bo Lind" }];
    const others = answerEncounters(query(["Ana Ruiz"], { wants: "who", except }), corpus);
    expect(others.records).toEqual([corpus[2]]);
  });

  it("gives an unknown person nobody else's meetings", () => {
    const unknown = { id: null, name: "Tintin" };
    const answer = answerEncounters({ ...query(["Ana Ruiz"]), other: unknown }, corpus);
    expect(answer.verdict).toBe("not-stated");
    expect(answer.records).toEqual([]);
    const alone = answerEncounters({ ...query([null]), person: unknown }, corpus);
    expect([alone.records, alone.nearest]).toEqual([[], []]);
  });
});

describe("answerEncounters() by status and season", () => {
  const all = (
    ["held", "planned", "cancelled", "denied", "hypothetical", "called-for"] as const
  ).map((status) => record(["Poutine", status], { status }));
  const statuses = (status: EncounterQuery["status"]) =>
    answerEncounters(query(["Poutine"], { wants: "who", status }), all).records.map(
      (one) => one.status,
    );

  it("tells who was not met from what the articles deny, and who may be met from what is open", () => {
    expect(statuses("not-held")).toEqual(["cancelled", "denied"]);
    expect(statuses("cancelled")).toEqual(["cancelled"]);
    expect(statuses("open")).toEqual(["planned", "called-for", "hypothetical"]);
  });

  it("gives no verdict on what may be", () => {
    const [, , , , possible] = all;
    const open = query(["Poutine", "hypothetical"], { status: "open" });
    expect(answerEncounters(open, all)).toMatchObject({ records: [possible], verdict: null });
  });

  it("takes a month without a year for the last one, else for that of any year", () => {
    const period = {
      from: "2022-09",
      to: "2022-09",
      text: "en septembre",
      isYearless: true,
    } as const;
    const dated = (iso: string) => record(["Poutine", iso], { date: { iso, text: iso } });
    const old = [dated("2020-09-14"), dated("2019-09"), dated("2020-10"), dated("2020")];
    const found = (records: readonly Encounter[]) =>
      answerEncounters(query(["Poutine"], { period }), records).records.map((r) => r.date?.iso);
    expect(found(old)).toEqual(["2020-09-14", "2019-09"]);
    expect(found([...old, dated("2022-09-02")])).toEqual(["2022-09-02"]);
  });
});
