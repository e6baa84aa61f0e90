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

  it.each(["Quand ?", "Et Kerry en 2015 ?", "Pourquoi ?", "Et qu'a-t-il dit ?"])(
    "%s leans on the last question",
    (question) => {
      expect(resolveFollowUp(question, previous).text).toContain("Cavusoglu");
    },
  );

  it("wants what the follow-up asks for", () => {
    expect(resolveFollowUp("Quand ?", previous).wanted).toBe("date");
  });

  const after = (...questions: string[]): string => {
    let topic: Topic | undefined;
    let text = "";
    for (const question of questions) {
      const resolved = resolveFollowUp(question, topic);
      text = resolved.text;
      topic = { ...previous, question: resolved.topic };
    }
    return text;
  };

  it.each([
    ["Que dit la CGT ?", "et la CFDT ?", "Que dit la CFDT ?"],
    ["Quel temps fait-il à Lyon demain ?", "Et à Brest ?", "Quel temps fait-il à Brest demain ?"],
    ["How hot was it in Spain?", "and in France?", "How hot was it in France?"],
    ["Quel âge a Nora Ferrand ?", "Et Tissier ?", "Quel âge a Tissier ?"],
    ["Qui est le maire de Lens ?", "et celui de Brest ?", "Qui est le maire de Brest ?"],
    ["Que dit Karim ben Saïd ?", "et Tissier ?", "Que dit Tissier ?"],
  ])("%s %s: the new name takes the other's place", (first, next, text) => {
    expect(after(first, next)).toBe(text);
  });

  it.each([
    ["De quoi est morte Nora Ferrand ?", "où est-elle née ?", "Nora Ferrand, où est-elle née ?"],
    ["Que dit le maire de Lens ?", "Et son adjointe ?", "maire de Lens, et son adjointe ?"],
    [
      "Quels trains sont annulés ?",
      "Où étaient-ils attendus ?",
      "trains, où étaient-ils attendus ?",
    ],
    ["Comment les loups ont-ils fui ?", "qui les a vus ?", "les loups, qui les a vus ?"],
    ["C'est quoi les horaires ?", "et le prix du billet ?", "le prix du billet"],
    ["Que dit la CGT à Lens ?", "et le maire ?", "le maire, CGT Lens"],
  ])("%s %s: only whom it is about is carried over", (first, next, text) => {
    expect(after(first, next)).toBe(text);
  });

  it.each([
    ["à quelle heure ?", "à quelle heure ? qui joue à Lens ?"],
    ["combien de places ?", "combien de places ? qui joue à Lens ?"],
    ["et en juin ?", "Qui joue à Lens ? et en juin ?"],
    ["et le dimanche ?", "Qui joue à Lens ? et le dimanche ?"],
  ])("%s leans on all that was asked", (next, text) => {
    expect(after("Qui joue à Lens ?", next)).toBe(text);
  });

  it("does not pile up one question upon the other", () => {
    const first = "De quoi est morte Nora Ferrand ?";
    expect(after(first, "quand ?", "où ?")).toBe("où ? de quoi est morte Nora Ferrand ?");
    expect(after(first, "quel âge avait-elle ?", "et son mari ?", "où vit-il ?")).toBe(
      "Nora Ferrand, où vit-il ?",
    );
  });

  it("goes on with the other thing that was asked about", () => {
    const [first, next] = ["Que dit la CGT à Lens ?", "et le maire ?"];
    expect(after(first, next, "il demande quoi ?")).toBe("le maire CGT Lens, il demande quoi ?");
  });

  it("carries nothing over to what changes the subject", () => {
    const question = "Et à Brest, quand rouvre la piscine ?";
    expect(after("Qui joue à Lens ?", question)).toBe(question);
  });

  it("leaves a question alone that stands for itself", () => {
    const question = "Combien de soldats turcs ont été tués à Idleb ?";
    expect(resolveFollowUp(question, previous).text).toBe(question);
    expect(resolveFollowUp("Quand ?", undefined).text).toBe("Quand ?");
  });
});
