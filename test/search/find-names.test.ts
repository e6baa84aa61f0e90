import { describe, expect, it } from "vitest";
import { findNames } from "../../src/search/find-names.ts";

describe("findNames()", () => {
  it.each([
    ["Maryanne Trump Barry s'en est prise à lui.", ["Maryanne Trump Barry"]],
    ["Hier, Jean-Yves Le Drian a vu M. Lavrov.", ["Jean-Yves Le Drian", "Lavrov"]],
    ["Selon Le Figaro, l'Iran a refusé.", ["Figaro", "Iran"]],
    ["RTL l'a dit.", ["RTL"]],
    ["Le député de Loire-Atlantique est venu.", ["Loire-Atlantique"]],
    ["La séance est levée. Personne n'a parlé.", []],
    ["« Cette réforme est mauvaise », dit-il.", []],
    ["C'est fini.", []],
    ["In Bordeaux, the man died.", ["Bordeaux"]],
    ["Le Liban demande : « Pourquoi pas ? »", ["Liban"]],
    ["Toutefois Mme Hidalgo est restée.", ["Hidalgo"]],
    ["", []],
  ])("in %s finds %j", (sentence, names) => {
    expect(findNames(sentence)).toEqual(names);
  });

  it("takes time linear in the length of a line of capitals", () => {
    const line = "Paris Lyon ".repeat(20_000);
    expect(findNames(line).length).toBeGreaterThan(0);
  });
});
