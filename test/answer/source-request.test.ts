import { describe, expect, it } from "vitest";
import { readSourceRequest } from "../../src/answer/source-request.ts";

describe("readSourceRequest()", () => {
  it.each([
    ["lien de l'article sur Le Drian", "le drian"],
    ["Donne-moi le lien de l'article sur la grève", "la greve"],
    ["quelle est la source de l'article sur Idleb ?", "idleb"],
    ["/source Poutine Biden", "poutine biden"],
    ["source : gazoduc Nordlys", "gazoduc nordlys"],
    ["source de l'article d'Euronews", "euronews"],
    ["Tu peux m'envoyer l'article sur le vaccin ?", "le vaccin"],
    ["Quel article parle du port de Valmer ?", "port de valmer"],
    ["link to the article about Putin and Biden", "putin and biden"],
    ["give me the source for the Sudan truce", "the sudan truce"],
    ["l'article complet sur la grève", "la greve"],
    ["je voudrais lire l'article sur la grève", "la greve"],
    ["L'URL DE L'ARTICLE SUR KERRY", "kerry"],
    ["l'article sur le procès", "le proces"],
    ["la dépêche sur les inondations", "les inondations"],
    ["Quelle dépêche est consacrée au port ?", "port"],
  ])("%s", (question, about) => {
    expect(readSourceRequest(question)?.about).toBe(about);
  });

  it.each([
    "le lien ?",
    "La source ?",
    "lien",
    "donne-moi le lien",
    "quelle est la source ?",
    "l'article entier",
    "l'article en entier",
    "l'article complet ?",
    "le texte intégral",
    "je veux lire l'article",
    "donne-moi l'article complet",
    "lis-le",
    "ouvre-le",
    "ouvre le",
    "je peux le lire ?",
    "the whole article",
    "full text",
    "open it",
    "can I read it?",
    "read the article",
  ])("%s means the last answer", (question) => {
    expect(readSourceRequest(question)?.about).toBe("");
  });

  it.each([
    "Quel est le lien entre Lavrov et Kerry ?",
    "Quelle est la source du Nil ?",
    "Qui a rencontré Lavrov ?",
    "Quels articles de la loi ont été abrogés ?",
    "Quel site est en grève ?",
    "Quel texte est contesté ?",
    "Quelle page est tournée selon la maire ?",
    "L'article sur le port a-t-il été voté ?",
    "Le texte intégral de l'accord de Minsk a-t-il paru ?",
    "Que dit le texte complet ?",
    "Lis-le discours de Poutine",
    "The whole story of the truce",
    "Le ministre a-t-il cité ses sources ?",
    "",
  ])("%s is no request for a source", (question) => {
    expect(readSourceRequest(question)).toBeNull();
  });

  it("takes time in proportion to the question", () => {
    const started = performance.now();
    for (const text of ["le lien ", "de la ", "peux tu ", "l'article de "]) {
      readSourceRequest(text.repeat(2_000));
    }
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});
