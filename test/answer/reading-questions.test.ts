import { describe, expect, it } from "vitest";
import { findAskedOutlet } from "../../src/answer/asked-outlet.ts";
import type { Topic } from "../../src/answer/answer.ts";
import { detectLanguage } from "../../src/answer/detect-language.ts";
import { resolveFollowUp } from "../../src/answer/follow-up.ts";

describe("detectLanguage()", () => {
  it.each([
    ["Où Lavrov a-t-il rencontré Kerry ?", "fr"],
    ["Where did Lavrov meet Kerry?", "en"],
    ["COMBIEN DE SOLDATS", "fr"],
    ["who won the race", "en"],
    ["Lavrov Kerry", null],
    ["Что сказал Лавров?", null],
  ])("%s: %s", (question, language) => {
    expect(detectLanguage(question)).toBe(language);
  });
});

describe("findAskedOutlet()", () => {
  const outlets = ["RT en français", "Euronews", "Le Monde"];

  it.each([
    ["Que dit l'article de RT sur le SU-24 ?", "RT en français"],
    ["Selon Euronews, combien de morts ?", "Euronews"],
    ["lu dans Le Monde : la grève est finie ?", "Le Monde"],
    ["according to Euronews, who called whom?", "Euronews"],
  ])("%s", (question, outlet) => {
    expect(findAskedOutlet(question, outlets)?.outlet).toBe(outlet);
  });

  it.each([
    "Selon l'équipe de chercheurs, pourquoi le fossile est-il intact ?",
    "D'après le monde scientifique, que dit Marie Curie ?",
  ])("takes a common word for no outlet: %s", (question) => {
    expect(findAskedOutlet(question, ["L'Équipe", "Le Monde"])).toBeNull();
  });

  it("takes the name of an outlet as one, whether the question has capitals or not", () => {
    expect(findAskedOutlet("Que dit Ba selon L'Équipe ?", ["L'Équipe"])?.outlet).toBe("L'Équipe");
    expect(findAskedOutlet("que dit ba selon l'equipe ?", ["L'Équipe"])?.outlet).toBe("L'Équipe");
  });

  it("does not take a word for an outlet", () => {
    expect(findAskedOutlet("Qui a gagné la coupe du monde ?", outlets)).toBeNull();
    expect(findAskedOutlet("Que pense le monde arabe ?", outlets)).toBeNull();
  });
});

describe("resolveFollowUp()", () => {
  const previous: Topic = {
    question: "Où Lavrov a-t-il rencontré Cavusoglu ?",
    query: null,
    citedArticleIds: [],
  };

  it.each(["Quand ?", "Et Kerry ?", "Pourquoi ?", "Et qu'a-t-il dit ?"])(
    "%s leans on the last question",
    (question) => {
      expect(resolveFollowUp(question, previous).text).toContain("Cavusoglu");
    },
  );

  it("wants what the follow-up asks for", () => {
    expect(resolveFollowUp("Quand ?", previous).wanted).toBe("date");
  });

  it("leaves a question alone that stands for itself", () => {
    const question = "Combien de soldats turcs ont été tués à Idleb ?";
    expect(resolveFollowUp(question, previous).text).toBe(question);
    expect(resolveFollowUp("Quand ?", undefined).text).toBe("Quand ?");
  });
});
