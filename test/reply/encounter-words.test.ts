import { describe, expect, it } from "vitest";
import type { EncounterQuery } from "../../src/answer/answer.ts";
import type { EncounterStatus } from "../../src/encounters/encounter.ts";
import { describeEncounter, encounterLines } from "../../src/reply/encounter-words.ts";
import { askedWho, encounter, encountersReply } from "../support/invented-reply.ts";

function lines(
  encounters: Parameters<typeof encountersReply>[0],
  { lang = "fr", ...change }: Parameters<typeof encountersReply>[1] & { lang?: "fr" | "en" } = {},
): readonly string[] {
  const { answer } = encountersReply(encounters, change);
  return answer.kind === "encounters" ? encounterLines(answer, lang) : [];
}

const asked = (change: Partial<EncounterQuery>): EncounterQuery => ({ ...askedWho, ...change });
const baumann = { id: "reto-baumann", name: "Reto Baumann" };

describe("describeEncounter()", () => {
  const undated = { place: null, date: null } as const;
  const expected: Readonly<Record<EncounterStatus, readonly [string, string]>> = {
    held: ["Hélène Dubreuil a rencontré Reto Baumann", "Hélène Dubreuil met Reto Baumann"],
    planned: [
      "Une rencontre entre Hélène Dubreuil et Reto Baumann était prévue\u202f; les articles ne disent pas si elle a eu lieu",
      "A meeting between Hélène Dubreuil and Reto Baumann was planned; the articles do not say whether it took place",
    ],
    cancelled: [
      "Une rencontre entre Hélène Dubreuil et Reto Baumann a été annulée ou reportée",
      "A meeting between Hélène Dubreuil and Reto Baumann was cancelled or postponed",
    ],
    denied: [
      "Une rencontre entre Hélène Dubreuil et Reto Baumann est démentie ou n’a pas eu lieu",
      "A meeting between Hélène Dubreuil and Reto Baumann was denied or did not take place",
    ],
    hypothetical: [
      "Une rencontre entre Hélène Dubreuil et Reto Baumann est évoquée comme possible, sans être confirmée",
      "A meeting between Hélène Dubreuil and Reto Baumann was mentioned as possible, without confirmation",
    ],
    "called-for": [
      "Une rencontre entre Hélène Dubreuil et Reto Baumann est souhaitée ou demandée",
      "A meeting between Hélène Dubreuil and Reto Baumann was asked for or hoped for",
    ],
  };
  it.each(Object.entries(expected))(
    "tells a %s encounter as no more than that",
    (status, words) => {
      const one = encounter({ ...undated, status: status as EncounterStatus });
      expect(describeEncounter(one, "fr")).toBe(words[0]);
      expect(describeEncounter(one, "en")).toBe(words[1]);
    },
  );

  it("tells a call from a meeting, and agrees participles with the noun", () => {
    const call = encounter({ ...undated, mode: "phone" });
    expect(describeEncounter(call, "fr")).toBe(
      "Hélène Dubreuil a parlé au téléphone avec Reto Baumann",
    );
    expect(describeEncounter({ ...call, status: "planned" }, "fr")).toBe(
      "Un entretien téléphonique entre Hélène Dubreuil et Reto Baumann était prévu\u202f; les articles ne disent pas s’il a eu lieu",
    );
    expect(describeEncounter({ ...call, mode: "video" }, "en")).toBe(
      "Hélène Dubreuil spoke by video link with Reto Baumann",
    );
  });

  it("quotes a long setting to its closing mark", () => {
    const long = encounter({ ...undated, setting: "on the sidelines of a summit ".repeat(10) });
    expect(describeEncounter(long, "en")).toMatch(/“on the sidelines .*…”\)$/);
  });

  it("names three people, and says when the other side is not named", () => {
    const three = encounter(undated, ["Anne Roy", "Luc Morel", "Paul Petit"]);
    expect(describeEncounter(three, "fr")).toBe("Anne Roy a rencontré Luc Morel et Paul Petit");
    expect(describeEncounter(encounter(undated, ["Anne Roy"]), "fr")).toBe(
      "Anne Roy a eu une rencontre avec un interlocuteur non nommé",
    );
  });

  it("gives place, date and setting as far as they are stated, relative dates in the article's words", () => {
    const setting = "en marge du Forum du fleuve";
    expect(describeEncounter(encounter({ setting }), "fr")).toBe(
      "Hélène Dubreuil a rencontré Reto Baumann (Lyon, «\u00a0mardi\u00a0», 2 mars 2021, en marge du Forum du fleuve)",
    );
    const initials = encounter({ date: null, setting: `${setting} et de la Vallée (FFV)` });
    expect(describeEncounter(initials, "en")).toBe(
      "Hélène Dubreuil met Reto Baumann (Lyon, “en marge du Forum du fleuve et de la Vallée”)",
    );
    const exact = encounter({ date: { text: "le 2 mars 2021", iso: "2021-03-02" } });
    expect(describeEncounter(exact, "en")).toBe(
      "Hélène Dubreuil met Reto Baumann (Lyon, 2 March 2021)",
    );
    const unknown = encounter({ place: null, date: { text: "dimanche", iso: null } });
    expect(describeEncounter(unknown, "en")).toBe("Hélène Dubreuil met Reto Baumann (“dimanche”)");
  });
});

describe("encounterLines()", () => {
  const call = encounter({ id: "e2", mode: "phone", place: null, date: null }, [
    "Hélène Dubreuil",
    "Anne Roy",
  ]);
  const planned = encounter({ id: "e3", status: "planned", place: "Genève", date: null });

  it("sums up whom a person met, by what means, then lists each", () => {
    expect(lines([encounter(), call, planned])).toEqual([
      "Hélène Dubreuil a rencontré Reto Baumann et a parlé au téléphone avec Anne Roy.",
      "• Hélène Dubreuil a rencontré Reto Baumann (Lyon, «\u00a0mardi\u00a0», 2 mars 2021)",
      "• Hélène Dubreuil a parlé au téléphone avec Anne Roy",
      "• Une rencontre entre Hélène Dubreuil et Reto Baumann était prévue (Genève)\u202f; les articles ne disent pas si elle a eu lieu",
    ]);
  });

  it("never counts a planned meeting among those held", () => {
    const [first = ""] = lines([planned, { ...planned, id: "e4", place: "Berne" }]);
    expect(first).toBe("Aucune rencontre n’est donnée comme ayant eu lieu\u00a0:");
    expect(lines([encounter(), planned], { query: asked({ wants: "how-many" }) })[0]).toBe(
      "1 rencontre, d’après les articles\u00a0:",
    );
  });

  it("answers yes, planned and not stated as three different things", () => {
    const query = asked({ other: baumann, wants: "whether" });
    expect(lines([encounter()], { query, verdict: "yes" })[0]).toMatch(
      /^Oui\u00a0: Hélène Dubreuil a rencontré Reto Baumann/,
    );
    expect(lines([planned], { query, verdict: "planned" })[0]).toMatch(
      /^Pas à ma connaissance\u00a0: une rencontre .* était prévue/,
    );
    expect(lines([], { query, lang: "en" })[0]).toBe(
      "The articles mention no meeting between Hélène Dubreuil and Reto Baumann.",
    );
  });

  it("says in one sentence that a meeting was called off, not that the articles mention none", () => {
    const query = asked({ other: baumann, wants: "whether" });
    const undated = { place: null, date: null } as const;
    const told = (status: EncounterStatus, lang: "fr" | "en"): readonly string[] =>
      lines([encounter({ ...undated, status })], { query, verdict: "not-stated", lang });
    expect(told("cancelled", "fr")).toEqual([
      "Pas à ma connaissance\u00a0: une rencontre entre Hélène Dubreuil et Reto Baumann a été annulée ou reportée.",
    ]);
    expect(told("denied", "en")).toEqual([
      "Not that I know of: a meeting between Hélène Dubreuil and Reto Baumann was denied or did not take place.",
    ]);
  });

  it("says when and where first when that is asked, or that the article does not say", () => {
    const when = asked({ wants: "when" });
    expect(lines([encounter()], { query: when })[0]).toMatch(
      /^«\u00a0mardi\u00a0», 2 mars 2021\u00a0: Hélène Dubreuil a rencontré Reto Baumann \(Lyon\)\.$/,
    );
    expect(lines([call], { query: when })[0]).toMatch(/^L’article ne donne pas la date\u00a0:/);
    expect(lines([call, encounter()], { query: asked({ wants: "where" }) })[0]).toMatch(
      /^Lyon\u00a0:/,
    );
  });

  it("does not answer a bare yes to a meeting when all that is told is a call", () => {
    const query = asked({ other: { id: "anne-roy", name: "Anne Roy" }, wants: "whether" });
    expect(lines([call], { query, verdict: "yes" })[0]).toMatch(/^Oui, à distance\u00a0:/);
    const byPhone = asked({ ...query, mode: "phone" });
    expect(lines([call], { query: byPhone, verdict: "yes" })[0]).toMatch(/^Oui\u00a0: Hélène/);
    expect(lines([call, encounter()], { query, verdict: "yes" })[0]).toMatch(
      /^Oui\u00a0: .* a rencontré/,
    );
  });

  it("says that it does not know a person rather than that nobody met them", () => {
    const query = asked({ person: { id: null, name: "Zorro" } });
    expect(lines([], { query })[0]).toBe(
      "Je ne trouve pas «\u00a0Zorro\u00a0» dans les rencontres que relatent les articles.",
    );
  });

  it("tells an encounter once when several articles report it", () => {
    const twin = encounter({ id: "e9", sameAs: ["e1"] });
    expect(lines([encounter({ sameAs: ["e9"] }), twin])).toHaveLength(1);
  });

  it("counts what does not fit into one message", () => {
    const many = Array.from({ length: 30 }, (_, i) =>
      encounter({ id: `m${i}`, place: `Ville ${i}` }),
    );
    const told = lines(many);
    expect(told.length).toBeLessThan(12);
    expect(told.at(-1)).toBe(`et ${30 - (told.length - 2)} autres.`);
  });
});

describe("a plan", () => {
  it.each([
    [null, "fr", /^Pas à ma connaissance\s: une rencontre .* était prévue/],
    ["planned", "fr", /^C’est prévu\s: une rencontre .* était prévue/],
    [null, "en", /^Not that I know of: a meeting/],
    ["planned", "en", /^It is planned: a meeting/],
  ] as const)("is what a question about the future asks for: %s, %s", (status, lang, wanted) => {
    const query = asked({ other: baumann, wants: "whether", status });
    const [first] = lines([encounter({ status: "planned" })], { query, verdict: "planned", lang });
    expect(first).toMatch(wanted);
  });
});
