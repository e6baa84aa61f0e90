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
    ["Le prix a-t-il augmenté ?", null],
    ["Le préfet a-t-il interdit les trottinettes ?", null],
    ["Que faisait le ministre quand la bombe a explosé ?", null],
    ["Le match commence quand ?", "date"],
    ["date du verdict", "date"],
    ["Bilan inondations", "number"],
    ["le prix du billet", "amount"],
    ["c'est quoi le score", "number"],
    ["Quelle sera la prime ?", "amount"],
    ["combien Lens a payé pour Samba", "amount"],
    ["Combien de pays participent ?", "number"],
    ["Combien ont fui vers la Turquie ?", "number"],
    ["Combien dure le trajet ?", "duration"],
    ["combien de prison a-t-il pris", "duration"],
    ["De quoi est-il mort ?", "reason"],
    ["Qu'est-ce qui a provoqué l'incendie ?", "reason"],
    ["Que craint la maire ?", "quotation"],
    ["Il a dit quoi, le ministre ?", "quotation"],
    ["réaction de la maire", "quotation"],
    ["Quel est l'entraîneur de Lens ?", "person"],
    ["c'est qui le maire", "person"],
    ["c'est où le concert", "place"],
    ["Le siège est situé où ?", "place"],
    ["pk la course est annulée", "reason"],
    ["cb de morts", "number"],
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
    ["date", "Le feu a pris à 3h40.", "Le feu a pris en 10 heures de vent."],
    ["date", "L'usine a fermé en 2017.", "L'usine a repris 2000 intérimaires."],
    ["duration", "Elle a fermé une dizaine de jours.", "Jean Petit, 59 ans, était là."],
    ["age", "Jean Petit, 59 ans, était là.", "Il risque 5 ans de prison."],
    ["amount", "Le billet coûte dix euros.", "Il a lu 12 livres."],
    ["number", "La moitié de la ville est inondée.", "La ville est inondée."],
    ["reason", "La mort a été causée par le froid.", "Il a quitté Lens pour Rennes."],
  ] as const)("finds a %s where there is one", (kind, holds, lacks) => {
    expect(readKind(kind, holds)(asked)).toBeGreaterThan(readKind(kind, lacks)(asked));
    expect(readKind(kind, holds)(asked)).toBeGreaterThanOrEqual(0.7);
  });
});
