import { describe, expect, it } from "vitest";
import { readKind } from "../../src/search/kind-evidence.ts";
import { findWantedKind } from "../../src/search/wanted-kind.ts";

describe("findWantedKind()", () => {
  it.each([
    ["Combien de temps ont-ils parlé ?", "duration"],
    ["How long did they talk?", "duration"],
    ["Combien de soldats ont été tués ?", "number"],
    ["How many soldiers were killed?", "number"],
    ["Quel âge a le ministre ?", "age"],
    ["Combien coûte le dragage du port ?", "amount"],
    ["Quel est le montant de l'amende ?", "amount"],
    ["À combien s'élève la facture ?", "amount"],
    ["Quand se sont-ils vus ?", "date"],
    ["En quelle année l'usine a-t-elle fermé ?", "date"],
    ["Когда они встретились?", "date"],
    ["OU A EU LIEU LA RENCONTRE ?", "place"],
    ["Dans quelle ville habite-t-elle ?", "place"],
    ["Qui a signé l'accord ?", "person"],
    ["Avec qui s'est-il entretenu ?", "person"],
    ["Кто это сказал?", "person"],
    ["Pourquoi la course a-t-elle été annulée ?", "reason"],
    ["Qu'a déclaré le ministre ?", "quotation"],
    ["Qu'est-ce que le ministre a demandé à Ankara ?", "quotation"],
    ["Quel mot a-t-elle employé ?", "quotation"],
    ["Comment le ministre a-t-il qualifié la réforme ?", "quotation"],
    ["Comment s'appelle la sœur du président ?", "name"],
    ["Quel est le nom de l'opération ?", "name"],
    ["Dans quel hôpital est-il soigné ?", "name"],
    ["Quelle chaîne a diffusé l'entretien ?", "name"],
    ["Quel candidat soutient-il ?", "person"],
    ["Comment va le ministre ?", null],
    ["Que reproche Ankara à Moscou ?", "quotation"],
    ["Le port va-t-il fermer ?", null],
    ["Le maire ou le préfet ?", null],
  ])("%s wants: %s", (question, kind) => {
    expect(findWantedKind(question)).toBe(kind);
  });
});

describe("readKind()", () => {
  const asked = (word: string) => word === "lavrov" || word === "moscou";

  it.each([
    ["date", "Ils se sont vus le 20 juin 2017.", "Ils se sont vus deux fois."],
    ["duration", "Ils ont parlé pendant 50 minutes.", "Ils ont parlé de la Syrie."],
    ["number", "Quelque 100 000 soldats sont là.", "Des soldats sont là depuis 2014."],
    ["amount", "Cela coûterait 14 millions d'euros.", "Cela coûterait trop cher."],
    ["age", "La ministre, 47 ans, a souri.", "La ministre a souri."],
    ["person", "Hier, Lavrov a vu John Kerry.", "Hier, Lavrov a vu son homologue."],
    ["place", "Ils se sont vus à Belgrade.", "Ils se sont vus hier."],
    ["place", "L'Iran voisin s'est proposé.", "Le pays voisin s'est proposé."],
    ["place", "Il est parti à Ankara.", "Il est parti à Moscou."],
    ["person", "Maryanne Trump Barry l'a dit.", "Lavrov l'a dit."],
    ["name", "Il l'a dit sur RTL.", "Il l'a dit à la radio."],
    ["name", "Son livre « Merci pour ce moment » est paru.", "Son livre est paru."],
    ["reason", "Elle est annulée à cause du vent.", "Elle est annulée."],
    ["quotation", "« C'est faux », dit-il.", "Il est parti."],
  ] as const)("finds a %s where there is one", (kind, holds, lacks) => {
    expect(readKind(kind, holds)(asked)).toBeGreaterThan(readKind(kind, lacks)(asked));
    expect(readKind(kind, holds)(asked)).toBeGreaterThanOrEqual(0.7);
  });
});
