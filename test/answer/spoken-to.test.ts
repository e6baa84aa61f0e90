import { describe, expect, it } from "vitest";
import { asFollowUp, withoutAsides, withoutGiving } from "../../src/answer/spoken-to.ts";

describe("withoutAsides()", () => {
  it.each([
    ["Salut, qui a rencontré Biden", "qui a rencontré Biden"],
    ["salut qui a rencontré Biden", "qui a rencontré Biden"],
    ["Hey, who met Biden?", "who met Biden?"],
    ["Please tell me who met Biden", "who met Biden"],
    ["Could you please tell me whether Lavrov met Kerry?", "Lavrov met Kerry?"],
    ["Bonjour Sourcier ! Qui a vu Biden ?", "Qui a vu Biden ?"],
    ["Dis-moi si Lavrov a rencontré Kerry", "Lavrov a rencontré Kerry"],
    ["Dis-moi s'ils se sont vus", "ils se sont vus"],
    ["Peux-tu me dire, s'il te plaît, qui a vu Biden ?", "qui a vu Biden ?"],
    ["Franchement, qui a vu Biden ?", "qui a vu Biden ?"],
    ["Question : qu'a dit Biden ?", "qu'a dit Biden ?"],
    ["Merci. Et Macron ?", "Et Macron ?"],
    ["merci pour l'info, et Macron ?", "et Macron ?"],
    ["ok et Biden ?", "et Biden ?"],
    ["Qui a vu Biden, s'il vous plaît ?", "Qui a vu Biden"],
    ["Who met Biden? Thanks!", "Who met Biden"],
  ])("%s", (said, question) => {
    expect(withoutAsides(said)).toBe(question);
  });

  it.each([
    "Merci Mimosa ?",
    "Comment est-ce que Lavrov a vu Kerry ?",
    "Question de confiance à l'Assemblée ?",
    "Qui a dit merci ?",
    "Super Bowl : qui a gagné ?",
    "Non-prolifération : qui a signé ?",
    "alors Kerry ?",
    "Et Macron ?",
    "Biden",
    "merci",
    "ok !",
    "",
  ])("leaves %s as it is", (question) => {
    expect(withoutAsides(question)).toBe(question);
  });

  it("takes time in proportion to what is said", () => {
    const started = performance.now();
    for (const text of ["merci ", "salut, ", "dis-moi ", "merci pour ", " ,", "s'il te plaît "])
      withoutAsides(text.repeat(2_000));
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

describe("withoutGiving()", () => {
  it.each([
    ["Donne-moi toutes les rencontres de Lavrov", "toutes les rencontres de Lavrov"],
    ["Pouvez-vous me montrer les rencontres de Lavrov ?", "les rencontres de Lavrov ?"],
    ["Give me all meetings of Lavrov", "all meetings of Lavrov"],
    ["Liste des entretiens de Lavrov", "Liste des entretiens de Lavrov"],
  ])("%s", (said, question) => {
    expect(withoutGiving(said)).toBe(question);
  });
});

describe("asFollowUp()", () => {
  it.each([
    ["non je parlais de Biden", "et Biden"],
    ["Je parle du maire !", "et le maire !"],
    ["non, je voulais dire en 2019", "et en 2019"],
    ["I meant Kerry", "et Kerry"],
    ["de quoi ont-ils parlé ?", "de quoi ont-ils parlé ?"],
    ["je parle russe", "je parle russe"],
  ])("%s", (said, question) => {
    expect(asFollowUp(said)).toBe(question);
  });
});
