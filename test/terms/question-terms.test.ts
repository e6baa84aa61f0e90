import { describe, expect, it } from "vitest";
import { bareNameKey, nameKey } from "../../src/terms/name-key.ts";
import { questionTerms } from "../../src/terms/question-terms.ts";
import { foldText } from "../../src/terms/fold-text.ts";

const keys = (name: string) => {
  const folded = foldText(name);
  return [nameKey(folded), bareNameKey(folded)];
};

describe("nameKey()", () => {
  it.each([
    ["Poutine", "Putin"],
    ["Poutine", "Путин"],
    ["Choïgou", "Shoigu"],
    ["Choïgou", "Шойгу"],
    ["Loukachenko", "Lukashenko"],
    ["Tchavouchoglou", "Çavuşoğlu"],
    ["Zelensky", "Зеленский"],
    ["Medvedev", "Медведев"],
    ["Jirinovski", "Zhirinovsky"],
    ["Netanyahou", "Netanyahu"],
  ])("gives %s and %s the same key", (french, other) => {
    expect(keys(french)[0]).toBe(keys(other)[0]);
  });

  it("finds the name within a Russian case form", () => {
    expect(keys("Лавровым")[1]).toBe(keys("Lavrov")[0]);
    expect(keys("Путина")[1]).toBe(keys("Poutine")[0]);
  });

  it("keeps different names apart", () => {
    const names = ["Macron", "Merkel", "Kerry", "Biden", "Stoltenberg", "Lavrov", "Le Drian"];
    expect(new Set(names.map((name) => keys(name)[0])).size).toBe(names.length);
  });
});

describe("questionTerms()", () => {
  const equivalentsOf = (question: string) =>
    questionTerms(question).flatMap(({ equivalents }) =>
      equivalents.map(({ terms }) => terms.join(" ")),
    );

  it("keeps what is asked about and drops what only asks", () => {
    const words = questionTerms("Est-ce que tu peux me dire qui Lavrov a rencontré ?");
    expect(words.map(({ folded }) => folded.join(" "))).toEqual(["lavrov", "rencontre"]);
  });

  it("keeps names that are spelt like words that only ask", () => {
    const folded = (question: string) =>
      questionTerms(question).map((term) => term.folded.join(" "));
    expect(folded("Qu'a dit Theresa May à Will Smith ?")).toEqual([
      "theresa",
      "may",
      "will",
      "smith",
    ]);
    expect(folded("What may happen to Kim ?")).toEqual(["happen", "kim"]);
  });

  it("takes a seat of power for one notion and knows who sits there", () => {
    const [quai] = questionTerms("Qu'a répondu le Quai d'Orsay ?").slice(-1);
    expect(quai?.words).toEqual(["quai", "orsay"]);
    expect(equivalentsOf("le Quai d'Orsay")).toContain("ministr affair etranger");
  });

  it("lets countries, peoples and capitals stand for each other, in other languages too", () => {
    expect(equivalentsOf("Téhéran")).toContain("iranien");
    expect(equivalentsOf("les Turcs")).toContain("ankar");
    expect(equivalentsOf("Германия")).toContain("allemand");
    expect(equivalentsOf("в Турции")).toContain("ankar");
    expect(equivalentsOf("Almanya")).toContain("berlin");
    expect(equivalentsOf("Kirghizistan")).toContain("bichkek");
    expect(equivalentsOf("Kiev")).toContain("kyiv");
    expect(equivalentsOf("Bosnie-Herzégovine")).toContain("bosniac");
  });

  it("knows who held an office, and how it is worded of a woman, a country, an alliance", () => {
    expect(equivalentsOf("la chancelière allemande")).toEqual(["merkel"]);
    expect(equivalentsOf("le chef de la diplomatie française")).toContain("drian");
    expect(equivalentsOf("le premier ministre israélien")).toEqual(["netanyahu", "netanyahou"]);
    expect(equivalentsOf("Kerry")).toEqual(["secretair etat americain"]);
    expect(equivalentsOf("Stoltenberg")).toEqual(["secretair general otan"]);
    expect(equivalentsOf("le dirigeant nord-coréen")).toEqual(["kim jong"]);
  });

  it("takes no valley for Valls", () => {
    expect(equivalentsOf("la vallée du Jourdain")).not.toContain("premi ministr franc");
  });

  it("weighs equivalents below the reader's own words", () => {
    for (const { equivalents } of questionTerms("le Kremlin téléphone aux soldats tués à Kiev")) {
      for (const { weight } of equivalents) expect(weight).toBeLessThan(1);
    }
  });

  it("marks names, acronyms and figures", () => {
    const marked = questionTerms("Combien de soldats l'ONU envoie en 2024 ?");
    expect(marked.filter((term) => term.marked).map(({ folded }) => folded[0])).toEqual([
      "onu",
      "2024",
    ]);
  });

  it("is empty for a question of function words", () => {
    expect(questionTerms("Et où ? Et pourquoi ?")).toEqual([]);
  });
});
