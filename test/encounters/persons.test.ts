import { describe, expect, it } from "vitest";
import { met, statuses, tell } from "../support/tell-encounters.ts";

describe("a function without a country", () => {
  it.each([
    ["Le président a reçu lundi à Dakar le Premier ministre sortant Amadou Ba.", "Amadou Ba"],
    ["Le Premier ministre a rencontré Mélanie Joly lundi à Ottawa.", "Mélanie Joly"],
    ["Le président du tribunal a reçu l'avocate Clémence Witt.", "Clémence Witt"],
    ["Le président de l'association a rencontré la députée Marie Pochon.", "Marie Pochon"],
  ])("is nobody's whom the article does not name: %s", (text, only) => {
    expect(met(text)).toEqual([only]);
  });

  it("is not that of the holder of the same office elsewhere", () => {
    expect(
      met("Emmanuel Macron est à Lyon. Le président du tribunal a reçu l'avocate Clémence Witt."),
    ).toEqual(["Clémence Witt"]);
  });

  it("is that of whoever the article is about", () => {
    expect(
      met("Alassane Ouattara est rentré. Le chef de l'Etat s'est entretenu avec Josep Borrell."),
    ).toEqual(["Alassane Ouattara + Josep Borrell"]);
    expect(
      met("Le Premier ministre Abdoul Mbaye est à Thiès. Le président a rencontré Josep Borrell."),
    ).toEqual(["Josep Borrell"]);
    expect(
      met("Le ministre Abdoul Mbaye est à Thiès. Le ministre y a rencontré Josep Borrell."),
    ).toEqual(["Abdoul Mbaye + Josep Borrell"]);
  });

  it("is not that of the state's when its country is a part of one", () => {
    expect(met("La Première ministre écossaise a reçu Josep Borrell.")).toEqual(["Josep Borrell"]);
    expect(met("Le président tchétchène a reçu Josep Borrell.")).toEqual(["Josep Borrell"]);
  });

  it("is known where a nationality or a seat of power says the country", () => {
    expect(met("Le secrétaire général de l'ONU a reçu Josep Borrell.")).toEqual([
      "Antonio Guterres + Josep Borrell",
    ]);
    expect(met("Le président ivoirien a reçu Josep Borrell.")).toEqual([
      "Alassane Ouattara + Josep Borrell",
    ]);
    expect(met("Le Premier ministre transalpin a reçu Josep Borrell.")).toEqual([
      "Giorgia Meloni + Josep Borrell",
    ]);
    expect(met("Le locataire de l'Elysée a reçu Josep Borrell.")).toEqual([
      "Emmanuel Macron + Josep Borrell",
    ]);
    expect(met("Le président français a reçu Josep Borrell.")).toEqual([
      "Emmanuel Macron + Josep Borrell",
    ]);
  });
});

describe("a noun before a name", () => {
  it.each([
    ["L'avocate Clémence Witt s'est entretenue avec son client, Marwan Lahbabi."],
    ["L'avocate Clémence Witt s'est entretenue avec son client, Marwan Lahbabi, au parloir."],
    ["L'avocate Clémence Witt s'est entretenue avec son client Marwan Lahbabi."],
  ])("is the person's: %s", (text) => {
    expect(met(text)).toEqual(["Clémence Witt + Marwan Lahbabi"]);
  });

  it.each([
    ["La gauche presse Antoine Kamau de recevoir Paul Okello.", "called-for"],
    ["La droite exhorte Antoine Kamau à rencontrer Paul Okello.", "called-for"],
    ["L'opposition prie Antoine Kamau de recevoir Paul Okello.", "called-for"],
    ["Le parquet soupçonne Antoine Kamau d'avoir rencontré Paul Okello.", "hypothetical"],
    ["L'opposition accuse Antoine Kamau de s'être entretenu avec Paul Okello.", "hypothetical"],
    ["L'opposition critique Antoine Kamau pour avoir reçu Paul Okello.", "held"],
  ])("is told apart from a verb: %s", (text, status) => {
    expect(met(text)).toEqual(["Antoine Kamau + Paul Okello"]);
    expect(statuses(text)).toEqual([status]);
  });
});

describe("a nationality before a name", () => {
  it.each([
    ["Le Kényan Ali Kamau, de passage à Lomé, a été reçu par l'Ougandais Sam Okello."],
    ["Ali Kamau a rencontré la Kényane Wambui Okello."],
    ["Les Kényans Ali Kamau et Sam Okello ont discuté."],
  ])("is the person's: %s", (text) => {
    expect(met(text)).toEqual([expect.stringMatching(/^Ali Kamau \+ (?:Sam|Wambui) Okello$/)]);
  });

  it.each([["Le Kényan a rencontré Ali Kamau."], ["La Française des Jeux a reçu Ali Kamau."]])(
    "names nobody by itself: %s",
    (text) => {
      expect(met(text)).toEqual([]);
    },
  );
});

describe("Berlin", () => {
  it("is the capital of Germany, not a person", () => {
    expect(tell("Ali Kamau a reçu Paul Okello dans la capitale allemande.")[0]?.place).toBe(
      "Berlin",
    );
    expect(tell("Ali Kamau a reçu Paul Okello dans la capitale néerlandaise.")[0]?.place).toBe(
      "Amsterdam",
    );
    expect(met("Ali Kamau devait rejoindre Berlin pour un entretien avec Paul Okello.")).toEqual([
      "Ali Kamau + Paul Okello",
    ]);
  });
});

describe("a place right before a name", () => {
  it.each([
    ["Ali Kamau a reçu vendredi à Versailles Paul Okello."],
    ["Ali Kamau a reçu à Matignon Paul Okello."],
    ["Ali Kamau a retrouvé à Nouméa Paul Okello."],
    ["Ali Kamau rencontre à Berlin Paul Okello."],
    ["Ali Kamau rencontre à Berlin Wolodja Okello."],
    ["Ali Kamau a rencontré au Kremlin Paul Okello."],
    ["Ali Kamau a rencontré à New York Paul Okello."],
    ["Ali Kamau a rencontré à La Valette Paul Okello."],
    ["Ali Kamau a rencontré au Caire Paul Okello."],
  ])("does not hide it: %s", (text) => {
    expect(met(text)).toEqual([expect.stringMatching(/^Ali Kamau \+ (?:Paul|Wolodja) Okello$/)]);
  });

  it("keeps its own name", () => {
    expect(tell("Ali Kamau a reçu à Nouméa Paul Okello.")[0]?.place).toBe("Nouméa");
    expect(tell("Ali Kamau a reçu à New York Paul Okello.")[0]?.place).toBe("New York");
    expect(tell("Ali Kamau a reçu Paul Okello à San Francisco.")[0]?.place).toBe("San Francisco");
  });

  it("may be named after a person", () => {
    expect(met("Ali Kamau a reçu au Parc Georges Brassens des élus.")).toEqual([]);
  });

  it('is no person after "à", but a person is', () => {
    expect(met("Ali Kamau a téléphoné à Paul Okello.")).toEqual(["Ali Kamau + Paul Okello"]);
    expect(met("Ali Kamau a téléphoné à Abdel Fattah Okello.")).toEqual([
      "Abdel Fattah Okello + Ali Kamau",
    ]);
  });
});

describe("a couple of one surname", () => {
  it("is told by public record, or by the article", () => {
    expect(met("Emmanuel et Brigitte Macron ont reçu Sam Okello.")).toEqual([
      "Brigitte Macron + Emmanuel Macron + Sam Okello",
    ]);
    expect(met("Ali Kamau est là.", "Sam Okello a reçu Ali et Lise Kamau.")).toEqual([
      "Ali Kamau + Lise Kamau + Sam Okello",
    ]);
  });

  it("is not every couple", () => {
    expect(met("Sam Okello a reçu Harry et Meghan Markle.")).toEqual([
      "Harry + Meghan Markle + Sam Okello",
    ]);
  });
});

describe("the two of them", () => {
  it.each([
    ["Paul Okello a félicité Lise Courtois. Les deux dirigeants se sont parlé mercredi."],
    ["Paul Okello a salué Lise Courtois. Les deux élus se sont rencontrés mercredi."],
    ["Paul Okello a interpellé Lise Courtois à Lomé, où les deux élus ont échangé."],
    ["Le ministre Paul Okello a salué Lise Courtois. Les deux ministres ont déjeuné ensemble."],
  ])("are the only two persons of this or the previous sentence: %s", (text) => {
    expect(met(text)).toEqual(["Lise Courtois + Paul Okello"]);
  });

  it.each([
    ["Paul Okello, Lise Courtois et Ali Kamau sont là. Les deux élus se sont rencontrés."],
    ["Paul Okello a salué Lise Courtois. Il pleut. Les deux élus se sont rencontrés."],
    ["Le président Paul Okello a salué Lise Courtois. Les deux ministres ont déjeuné ensemble."],
  ])("are nobody in particular where more, none or others may be meant: %s", (text) => {
    expect(met(text)).toEqual([]);
  });
});

describe("one function of several countries", () => {
  it.each([
    ["Les ministres des Affaires étrangères russe, Ivan Petrov, et turc, Ali Kaya, se sont vus."],
    ["Les ministres des Affaires étrangères russe Ivan Petrov et turc Ali Kaya se sont vus."],
    ["Les présidents de la Russie, Ivan Petrov, et de la Turquie, Ali Kaya, se sont vus."],
  ])("is held by each who is named after one: %s", (text) => {
    expect(met(text)).toEqual(["Ali Kaya + Ivan Petrov"]);
  });

  it("tells later which of them is meant", () => {
    const lead = "Les présidents kényan, Ali Kamau, et ougandais, Sam Okello, se sont vus.";
    expect(met(lead, "Le président ougandais a ensuite reçu Lise Courtois.")).toEqual([
      "Ali Kamau + Sam Okello",
      "Lise Courtois + Sam Okello",
    ]);
  });
});

describe("a person named like a place", () => {
  it.each([
    ["Sam Okello a reçu le ministre israélien Israël Katz."],
    ["Sam Okello a été reçu par le ministre de la Défense, Israël Katz."],
    ["Israël Katz, ministre de la Défense, a reçu Sam Okello."],
  ])("is told by a function: %s", (text) => {
    expect(met(text)).toEqual(["Israël Katz + Sam Okello"]);
  });

  it("is told by any other sentence of the article", () => {
    const lead = "Israël Katz a reçu Sam Okello.";
    const both = ["Israël Katz + Sam Okello"];
    expect(met(lead, "M. Katz est rentré.")).toEqual(both);
    expect(met(lead, "Katz a promis une réponse.")).toEqual(both);
    expect(met(lead, "Le ministre Israël Katz est rentré.")).toEqual(both);
  });

  it.each([
    ["Israël Hayom a rencontré Sam Okello."],
    ["Le quotidien Israël Hayom a reçu Sam Okello."],
    ["Paris Match a retrouvé Sam Okello."],
    ["Israël et Sam Okello ont discuté."],
  ])("is nobody without: %s", (text) => {
    expect(met(text)).toEqual([]);
  });
});

describe("a place named like a person", () => {
  it.each([
    ["Ali Kamau a reçu à l'hôtel Martinez l'actrice Lise Courtois."],
    ["Ali Kamau et Lise Courtois se sont serré la main à La Celle-Saint-Cloud."],
  ])("is nobody: %s", (text) => {
    expect(met(text)).toEqual(["Ali Kamau + Lise Courtois"]);
  });
});

describe("who is meant further on", () => {
  it("is with 'ce dernier' the one named last, with 'il' the subject", () => {
    const before = "Ali Kamau s'est entretenu avec Sam Okello.";
    expect(met(before, "Ce dernier a reçu Paul Biko.")[1]).toBe("Paul Biko + Sam Okello");
    expect(met(before, "Il a reçu Paul Biko.")[1]).toBe("Ali Kamau + Paul Biko");
  });

  it("is with a number those who met in that number", () => {
    const summit = "Ali Kamau a reçu le président Sam Okello et le président Paul Biko.";
    const pair = "Le président Luc Diop a rencontré Lise Courtois.";
    expect(met(summit, pair, "Les trois dirigeants se reverront en juin.")[2]).toBe(
      "Ali Kamau + Paul Biko + Sam Okello",
    );
    expect(met(pair, "Les trois dirigeants se reverront en juin.")).toHaveLength(1);
  });
});

describe("a function of something", () => {
  it.each([
    ["Sam Okello a reçu le chef du bureau politique du Hamas, Ali Kamau."],
    ["Sam Okello a discuté avec le président du festival Ali Kamau."],
    ["Sam Okello a été reçu par le vice-Premier ministre Ali Kamau."],
  ])("belongs to the name behind it: %s", (text) => {
    expect(met(text)).toEqual(["Ali Kamau + Sam Okello"]);
  });
});
