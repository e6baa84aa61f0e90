import { describe, expect, it } from "vitest";
import { writtenOut } from "../../src/terms/written-out.ts";

describe("writtenOut()", () => {
  it.each([
    ["ki c ki a gagné", "qui c'est qui a gagné"],
    ["Ki a gagné", "qui a gagné"],
    ["KI A GAGNE", "qui a gagne"],
    ["pk la course est annulée", "pourquoi la course est annulée"],
    ["cb de morts", "combien de morts"],
    ["kan c la prochaine course", "quand c'est la prochaine course"],
    ["ds kel kartier", "dans quel kartier"],
    ["cest qui le maire", "c'est qui le maire"],
    ["c est quand le match", "c'est quand le match"],
    ["le format c koi", "le format c'est quoi"],
    ["ya un vaccin ?", "il y a un vaccin ?"],
    ["qu est ce qui inquiete la maire", "qu'est-ce qui inquiete la maire"],
    ["est ce que ça ferme", "est-ce que ça ferme"],
  ])("%s", (typed, written) => {
    expect(writtenOut(typed)).toBe(written);
  });

  it.each([
    "Qui est Ban Ki-moon ?",
    "Que dit Naoto Kan ?",
    "Kim Jong-un",
    "vitamine c le matin",
    "hépatite c",
    "Combien y a-t-il de cas ?",
    "Qu'est-ce qui inquiète la maire ?",
    "Selon le Pr Ferhat, que faire ?",
    "",
  ])("leaves %s as it is", (question) => {
    expect(writtenOut(question)).toBe(question);
  });
});
