import { describe, expect, it } from "vitest";
import { met, statuses } from "../support/tell-encounters.ts";

describe("the status of a call", () => {
  it.each([
    ["Ali Kamau n'a pas parlé au téléphone avec Sam Okello.", "denied"],
    ["Ali Kamau dément avoir parlé au téléphone avec Sam Okello.", "denied"],
    ["Ali Kamau refuse de parler au téléphone avec Sam Okello.", "denied"],
    ["Ali Kamau aurait parlé au téléphone avec Sam Okello.", "hypothetical"],
    ["Si Ali Kamau parlait au téléphone avec Sam Okello, tout changerait.", "hypothetical"],
    [
      "Ali Kamau devait s'entretenir en visioconférence avec Sam Okello, mais il a renoncé.",
      "cancelled",
    ],
    ["Ali Kamau est au téléphone avec Sam Okello.", "held"],
  ])("is that of the verb: %s", (text, status) => {
    expect(statuses(text)).toEqual([status]);
  });
});

describe('the status after "qu\'"', () => {
  it.each([
    ["Jean Bosco souhaite qu'Ali Kamau rencontre Sam Okello.", "called-for"],
    ["Jean Bosco demande qu'Ali Kamau et Sam Okello se rencontrent.", "called-for"],
    ["Il faut qu'Ali Kamau rencontre Sam Okello.", "called-for"],
    ["Jean Bosco veut qu'Ali Kamau reçoive Sam Okello.", "called-for"],
    ["Jean Bosco attend qu'Ali Kamau rencontre Sam Okello.", "called-for"],
    ["Jean Bosco a plaidé pour qu'Ali Kamau et Sam Okello se parlent au téléphone.", "called-for"],
    ["Jean Bosco craint qu'Ali Kamau ne rencontre Sam Okello.", "hypothetical"],
    ["Il est exclu qu'Ali Kamau rencontre Sam Okello.", "denied"],
    ["Jean Bosco n'a pas exclu qu'Ali Kamau rencontre Sam Okello.", "hypothetical"],
    ["Jean Bosco n'exclut pas qu'Ali Kamau rencontre Sam Okello.", "hypothetical"],
    ["Ali Kamau a annoncé qu'il rencontrerait Sam Okello lundi.", "planned"],
    ["Le palais a annoncé qu'Ali Kamau rencontrerait Sam Okello lundi.", "planned"],
    ["Jean Bosco dit qu'Ali Kamau a rencontré Sam Okello.", "held"],
    ["Jean Bosco attendait qu'Ali Kamau ait rencontré Sam Okello pour réagir.", "called-for"],
  ])('is read as after "que": %s', (text, status) => {
    expect(statuses(text)).toEqual([status]);
  });
});

describe("what is only asked or imagined", () => {
  it.each([
    ["Ali Kamau a-t-il rencontré Sam Okello ?", "hypothetical"],
    ["Ali Kamau et Sam Okello se sont-ils parlé au téléphone ?", "hypothetical"],
    ["Faut-il croire qu'Ali Kamau a reçu Sam Okello ?", "hypothetical"],
    ["Si Ali Kamau avait rencontré Sam Okello, tout aurait changé.", "hypothetical"],
    ["Si Ali Kamau s'était entretenu avec Sam Okello, tout aurait changé.", "hypothetical"],
    ["La rencontre entre Ali Kamau et Sam Okello a-t-elle eu lieu ?", "hypothetical"],
    ["Quand Ali Kamau rencontrera-t-il Sam Okello ?", "planned"],
    ["Pourquoi Ali Kamau n'a-t-il pas rencontré Sam Okello ?", "denied"],
    ["Ali Kamau a rencontré Sam Okello : pour quoi faire ?", "held"],
    ["Pourquoi Ali Kamau a-t-il rencontré Sam Okello ?", "held"],
    ["Même si Ali Kamau avait rencontré Sam Okello, rien n'a changé.", "held"],
    ["Aussi Ali Kamau a-t-il rencontré Sam Okello.", "held"],
  ])("is told apart from what took place: %s", (text, status) => {
    expect(statuses(text)).toEqual([status]);
  });
});

describe("what is suspected, hoped for or put off", () => {
  it.each([
    ["Ali Kamau est soupçonné d'avoir rencontré Sam Okello.", "hypothetical"],
    ["Ali Kamau est accusé de s'être entretenu avec Sam Okello.", "hypothetical"],
    ["Ali Kamau pourrait avoir rencontré Sam Okello.", "hypothetical"],
    ["Ali Kamau attend toujours d'être reçu par Sam Okello.", "called-for"],
    ["Ali Kamau rêve d'un tête-à-tête avec Sam Okello.", "called-for"],
    ["Ali Kamau a failli rencontrer Paul Okello.", "denied"],
    ["Ali Kamau a séché le dîner avec Paul Okello.", "denied"],
    ["Ali Kamau est censé rencontrer Sam Okello mardi.", "planned"],
    ["La date de la rencontre entre Ali Kamau et Sam Okello n'a pas été fixée.", "planned"],
    ["Ali Kamau devait rencontrer Sam Okello mardi, mais la réunion a été décalée.", "cancelled"],
  ])("is not told as held: %s", (text, status) => {
    expect(statuses(text)).toEqual([status]);
  });

  it.each([
    ["Ali Kamau n'a pas seulement rencontré Sam Okello, il l'a conseillé."],
    ["Ali Kamau est accusé d'avoir menti après avoir rencontré Sam Okello."],
    ["Ali Kamau est critiqué pour avoir reçu Sam Okello."],
  ])("is told apart from what took place: %s", (text) => {
    expect(statuses(text)).toEqual(["held"]);
  });
});

describe("what nobody knows, or did not come about", () => {
  it.each([
    ["On ignore si Ali Kamau a rencontré Sam Okello.", "hypothetical"],
    ["Rien ne prouve qu'Ali Kamau ait rencontré Sam Okello.", "hypothetical"],
    ["Aucun document n'atteste qu'Ali Kamau a été reçu par Sam Okello.", "hypothetical"],
    ["Ali Kamau demande à s'entretenir avec Sam Okello.", "called-for"],
    ["Ali Kamau aurait dû rencontrer Sam Okello mardi.", "cancelled"],
    ["Ali Kamau a annulé la visite qu'il devait rendre à Sam Okello.", "cancelled"],
    ["Ali Kamau a écourté la visite qu'il a rendue à Sam Okello.", "held"],
    ["Ali Kamau a dû rencontrer Sam Okello.", "held"],
    ["Ali Kamau dit n'avoir pas su qu'il allait rencontrer Sam Okello.", "planned"],
  ])("has a status of its own: %s", (text, status) => {
    expect(met(text)).toEqual(["Ali Kamau + Sam Okello"]);
    expect(statuses(text)).toEqual([status]);
  });

  it.each([
    ["Ni Ali Kamau ni Lise Courtois n'ont rencontré Sam Okello."],
    ["Sam Okello n'a rencontré ni Ali Kamau ni Lise Courtois."],
    ["Sam Okello n'a pas rencontré Ali Kamau ni Lise Courtois."],
    ["Sam Okello ne s'est entretenu ni avec Ali Kamau, ni avec Lise Courtois."],
  ])("is denied of each whom 'ni' names: %s", (text) => {
    expect(met(text)).toEqual(["Ali Kamau + Lise Courtois + Sam Okello"]);
    expect(statuses(text)).toEqual(["denied"]);
  });
});
