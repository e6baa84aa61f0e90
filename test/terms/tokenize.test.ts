import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldText } from "../../src/terms/fold-text.ts";
import { tokenize } from "../../src/terms/tokenize.ts";

const same = (...forms: readonly string[]) => {
  const [first, ...rest] = forms.map((form) => tokenize(form).join(" "));
  for (const other of rest) expect(other).toBe(first);
  expect(first).not.toBe("");
};

describe("tokenize()", () => {
  it("takes accents, capitals and kinds of apostrophe for the same", () => {
    same("Erdoğan", "erdogan", "ERDOGAN");
    same("Çavuşoğlu", "Cavusoglu");
    same("l’Otan", "L'OTAN", "otan");
    same("œuvre", "oeuvre");
  });

  it("cuts elided articles and case endings", () => {
    expect(tokenize("jusqu'à l'Élysée, d'Orsay, qu'Ankara")).toEqual(["elys", "orsay", "ankar"]);
    same("Putin's", "Putin");
    same("Erdoğan'la", "Erdoğan");
  });

  it("stems inflections together, even without their accents", () => {
    same("rencontre", "rencontres", "rencontrées", "rencontrees", "rencontrer");
    same("turc", "turque", "turques");
    same("ministres", "ministre");
    same("disparus", "disparu", "disparues");
    same("répondu", "répondre");
  });

  it("keeps words that would be function words without their accents", () => {
    expect(tokenize("Où est né Molière ?")).toContain("nee");
    same("né", "née", "NÉ");
    expect(tokenize("dû au gel, sûr de lui")).toEqual(["due", "gel", "sur"]);
    expect(tokenize("il ne vient ni du nord ni sur la place")).not.toContain("nee");
  });

  it("reads figures as people do", () => {
    expect(tokenize("100 000 soldats")).toEqual(["100000", "soldat"]);
    expect(tokenize("100\u202f000 soldats")).toEqual(["100000", "soldat"]);
    expect(tokenize("le 20 juin 2017")).toEqual(["20", "juin", "2017"]);
    expect(tokenize("1,5 %")).toEqual(["1,5"]);
  });

  it("takes acronyms and compounds with figures for one word", () => {
    same("O.N.U.", "ONU");
    same("SU-24", "Su24");
    expect(tokenize("COVID-19")).toEqual(["covid", "covid19"]);
  });

  it("drops function words, keeps negations out and names in", () => {
    expect(tokenize("Il n'y a pas de rencontre avec les deux")).toEqual(["rencontr", "deux"]);
  });

  it("writes Cyrillic in Latin letters", () => {
    same("Лавров", "Lavrov");
  });

  it("never throws and gives folded terms for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        for (const term of tokenize(text)) {
          expect(term).not.toBe("");
          expect(term).not.toMatch(/\s|[A-Z]/u);
        }
      }),
    );
  });

  it("folds twice to the same", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
    );
  });

  it("takes time in proportion to the text", () => {
    const hostile = ["l'".repeat(50_000), "1 000 ".repeat(20_000), "A.".repeat(50_000)];
    const started = performance.now();
    for (const text of hostile) tokenize(text);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
