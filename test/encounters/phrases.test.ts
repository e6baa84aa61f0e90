import { describe, expect, it } from "vitest";
import { met, statuses, tell } from "../support/tell-encounters.ts";

describe("a call", () => {
  it.each([
    ["Ali Kamau a eu Paul Okello au téléphone dimanche."],
    ["Ali Kamau a eu au téléphone Paul Okello."],
    ["Ali Kamau avait longuement eu Paul Okello au bout du fil."],
    ["Ali Kamau et Paul Okello se sont appelés dimanche."],
  ])("is told by %s", (text) => {
    const [only, ...more] = tell(text);
    expect(met(text)).toEqual(["Ali Kamau + Paul Okello"]);
    expect([only?.mode, only?.status]).toEqual(["phone", "held"]);
    expect(more).toEqual([]);
  });

  it("may not have been had", () => {
    expect(statuses("Ali Kamau n'a pas eu Paul Okello au téléphone.")).toEqual(["denied"]);
    expect(statuses("Ali Kamau aurait eu Paul Okello au téléphone.")).toEqual(["hypothetical"]);
  });

  it.each([
    ["Ali Kamau a eu une pensée pour Paul Okello au téléphone."],
    ["Ali Kamau s'appelle en fait Paul Okello."],
    ["« J'ai eu le ministre au téléphone hier soir », confie Ali Kamau."],
  ])("is not told by %s", (text) => {
    expect(met(text)).toEqual([]);
  });
});

describe("going to see somebody", () => {
  it.each([
    ["Ali Kamau est allé voir Paul Okello à Lomé."],
    ["Ali Kamau est venu rencontrer Paul Okello à Lomé."],
    ["Ali Kamau est allé à Lomé rencontrer Paul Okello."],
    ["Ali Kamau s'est rendu à Lomé rencontrer Paul Okello."],
  ])("is an encounter held: %s", (text) => {
    expect(met(text)).toEqual(["Ali Kamau + Paul Okello"]);
    expect(statuses(text)).toEqual(["held"]);
    expect(tell(text)[0]?.place).toBe("Lomé");
  });

  it("may be denied or only an aim", () => {
    expect(statuses("Ali Kamau n'est pas allé voir Paul Okello.")).toEqual(["denied"]);
    expect(statuses("Ali Kamau est allé à Lomé pour rencontrer Paul Okello.")).toEqual(["planned"]);
    expect(statuses("Ali Kamau est venu à Lomé afin de rencontrer Paul Okello.")).toEqual([
      "planned",
    ]);
  });
});

describe("one after the other", () => {
  it.each([
    ["Ali Kamau a rencontré Paul Okello, puis Lise Courtois."],
    ["Ali Kamau a rencontré Paul Okello puis Lise Courtois."],
    ["Ali Kamau s'est entretenu avec Paul Okello, puis avec Lise Courtois."],
    ["Ali Kamau a été reçu par Paul Okello, puis par Lise Courtois."],
    ["Ali Kamau a reçu Paul Okello lundi et Lise Courtois mardi."],
  ])("makes two encounters: %s", (text) => {
    expect(met(text)).toEqual(["Ali Kamau + Paul Okello", "Ali Kamau + Lise Courtois"]);
    expect(statuses(text)).toEqual(["held", "held"]);
  });

  it.each([
    ["Ali Kamau a reçu tour à tour Paul Okello et Lise Courtois."],
    ["Ali Kamau s'est entretenu successivement avec Paul Okello et Lise Courtois."],
    ["Ali Kamau a reçu Paul Okello et Lise Courtois l'un après l'autre."],
    ["Paul Okello et Lise Courtois ont été reçus tour à tour par Ali Kamau."],
  ])("is not all together: %s", (text) => {
    expect(met(text)).toEqual(["Ali Kamau + Paul Okello", "Ali Kamau + Lise Courtois"]);
  });

  it("gives each its own day and place", () => {
    const days = tell("Ali Kamau a reçu Paul Okello lundi et Lise Courtois mardi à Accra.");
    expect(days.map((e) => [e.date?.iso, e.place])).toEqual([
      ["2024-03-11", null],
      ["2024-03-12", "Accra"],
    ]);
  });

  it("makes one where the next person does something else", () => {
    const one = ["Ali Kamau + Paul Okello"];
    expect(met("Ali Kamau a reçu Paul Okello lundi, puis Lise Courtois a parlé.")).toEqual(one);
    expect(met("Ali Kamau a reçu Paul Okello lundi et Lise Courtois était absente.")).toEqual(one);
  });
});

describe("in company", () => {
  it.each([
    ["Ali Kamau, accompagné de Lise Courtois, a rencontré Paul Okello."],
    ["Accompagné de Lise Courtois, Ali Kamau a été reçu par Paul Okello."],
    ["Flanquée de Lise Courtois, Ali Kamau a eu un entretien avec Paul Okello."],
    ["Ali Kamau a reçu Paul Okello lundi à Lomé en compagnie de Lise Courtois."],
    ["Ali Kamau a reçu Paul Okello, en présence de la ministre Lise Courtois."],
  ])("all have met: %s", (text) => {
    expect(met(text)).toEqual(["Ali Kamau + Lise Courtois + Paul Okello"]);
  });

  it("is kept by whoever meets one after the other", () => {
    expect(
      met("Ali Kamau, accompagné de Lise Courtois, a rencontré Paul Okello, puis Sam Biko."),
    ).toEqual(["Ali Kamau + Lise Courtois + Paul Okello", "Ali Kamau + Lise Courtois + Sam Biko"]);
  });

  it.each([
    ["Ali Kamau, sans être accompagné de Lise Courtois, a rencontré Paul Okello."],
    ["Ali Kamau, non accompagné de Lise Courtois, a rencontré Paul Okello."],
    ["Ali Kamau n'était pas accompagné de Lise Courtois lors de sa rencontre avec Paul Okello."],
    [
      "En présence de Lise Courtois, Ali Kamau a chanté pour la ville d'Oslo avant de rencontrer Paul Okello.",
    ],
    ["Luc Diop, accompagné de Lise Courtois, a chanté où Ali Kamau a rencontré Paul Okello."],
  ])("is not said to be: %s", (text) => {
    expect(met(text)).toEqual(["Ali Kamau + Paul Okello"]);
  });

  it("somebody only arrives", () => {
    expect(met("Ali Kamau est arrivé à Lomé en compagnie de Lise Courtois.")).toEqual([]);
  });
});

describe("a hand shaken", () => {
  it.each([
    ["Ali Kamau a serré la main de Paul Okello à Lomé."],
    ["Ali Kamau a serré la main à Paul Okello."],
    ["Ali Kamau a longuement serré la main du ministre Paul Okello."],
  ])("is somebody's: %s", (text) => {
    expect(met(text)).toEqual(["Ali Kamau + Paul Okello"]);
  });

  it("is the person's right after it", () => {
    expect(met("Ali Kamau a serré la main de militants venus de chez Paul Okello.")).toEqual([]);
  });
});

describe("the subject of a noun of meeting", () => {
  it.each([
    ["Ali Kamau doit rejoindre Lise Courtois avant un entretien avec Paul Okello."],
    ["Ali Kamau doit prendre Lise Courtois à part avant un entretien avec Paul Okello."],
    ["Ali Kamau veut convaincre Lise Courtois lors d'un dîner avec Paul Okello."],
  ])("is not the object of an infinitive: %s", (text) => {
    expect(met(text)).toEqual(["Ali Kamau + Paul Okello"]);
  });

  it.each([
    ["Le ministre Ali Kamau a eu un entretien avec Paul Okello."],
    ["Hier Ali Kamau a eu un entretien avec Paul Okello."],
    ["En octobre Ali Kamau a eu un entretien avec Paul Okello."],
    ["Le maire Ali Kamau a eu un entretien avec Paul Okello."],
  ])("may follow a word that ends like a verb: %s", (text) => {
    expect(met(text)).toEqual(["Ali Kamau + Paul Okello"]);
  });
});

describe("what is no encounter", () => {
  it.each([
    ["Ali Kamau a échangé plusieurs lettres avec Paul Okello."],
    ["L'enquête sur les échanges de SMS entre Ali Kamau et Paul Okello se poursuit."],
    ["La presse publie l'échange épistolaire entre Ali Kamau et Paul Okello."],
    ["Ali Kamau a appelé Paul Okello en équipe de France."],
    ["Ali Kamau et Paul Okello se sont croisés trente-six fois en compétition officielle."],
    ["Lise Courtois retrouve Paul Okello dans le nouveau film de Jean Bosco."],
    ["La conversation d'Ali Kamau avec Paul Okello sera rediffusée samedi."],
    ["Le mouvement, d'abord appelé MADECH, a été fondé par Ali Kamau et Paul Okello."],
    ["Renault et Geely discutent d'une coentreprise."],
    ["Netflix et Canal+ se sont entretenus de leurs droits de diffusion."],
  ])("is not told: %s", (text) => {
    expect(met(text)).toEqual([]);
  });

  it.each([
    ["Ali Kamau et Paul Okello ont échangé plusieurs fois."],
    ["Ali Kamau et Paul Okello ont échangé quelques minutes."],
    ["Ali Kamau et Paul Okello ont eu un long échange."],
    ["Ali Kamau a retrouvé Paul Okello à Cannes, après la projection de son film."],
  ])("is told apart from an encounter: %s", (text) => {
    expect(met(text)).toEqual(["Ali Kamau + Paul Okello"]);
  });

  it("is told of a single unknown word beside a sure person", () => {
    expect(met("Zorglub a discuté avec Paul Okello.")).toEqual(["Paul Okello + Zorglub"]);
  });
});

describe("more ways to say it", () => {
  it.each([
    ["Le garde des Sceaux Ali Kamau a reçu Paul Okello."],
    ["La rencontre entre le garde des Sceaux, Ali Kamau, et Paul Okello a eu lieu."],
    ["Ali Kamau a rencontré le chef des renseignements égyptiens Paul Okello."],
    ["Ali Kamau a débattu avec Paul Okello."],
    ["Ali Kamau a pris un café avec Paul Okello."],
    ["Ali Kamau a partagé un long repas avec Paul Okello."],
  ])("names who met: %s", (text) => {
    expect(met(text)).toEqual(["Ali Kamau + Paul Okello"]);
  });

  it.each([
    ["Ali Kamau s'envole pour Lomé, où il rencontrera Paul Okello.", "Lomé"],
    ["Ali Kamau s'envole pour Lomé, où il doit être reçu par Paul Okello.", "Lomé"],
    ["Ali Kamau a quitté Accra ; Paul Okello y a rencontré Lise Courtois.", null],
  ])("says where: %s", (text, place) => {
    expect(tell(text)[0]?.place).toBe(place);
  });

  it.each([["Ali Kamau a pris le pouvoir avec Paul Okello."], ["Le garde du corps Ali Kamau."]])(
    "is no encounter: %s",
    (text) => {
      expect(met(text)).toEqual([]);
    },
  );
});

describe("a host who gathers others", () => {
  it.each([
    ["Ali Kamau a réuni Lise Courtois et Paul Okello à Lomé."],
    ["Ali Kamau réunira à Lomé Lise Courtois et Paul Okello."],
    ["Lise Courtois et Paul Okello ont été réunis par Ali Kamau à Lomé."],
  ])("meets them: %s", (text) => {
    expect(met(text)).toEqual(["Ali Kamau + Lise Courtois + Paul Okello"]);
    expect(tell(text)[0]?.place).toBe("Lomé");
  });

  it.each([
    ["Le concert réunira Lise Courtois et Paul Okello à Lomé."],
    ["Ali Kamau a réuni ses troupes dimanche à Lomé."],
    ["Ali Kamau a réuni 3 % des voix, contre 18 % pour Paul Okello."],
  ])("is a person and gathers several: %s", (text) => {
    expect(met(text)).toEqual([]);
  });

  it("is not needed", () => {
    expect(met("Réunis à Lomé, Lise Courtois et Paul Okello ont discuté.")).toEqual([
      "Lise Courtois + Paul Okello",
    ]);
  });
});

describe("the other side stands before its verb", () => {
  it.each([
    ["Sam Okello, avec qui Ali Kamau s'est entretenu lundi, est rentré.", "unknown"],
    ["Sam Okello, avec lequel Ali Kamau a dîné, est rentré.", "in-person"],
    ["Sam Okello, à qui Ali Kamau a téléphoné, est rentré.", "phone"],
  ])("in %s", (text, mode) => {
    expect(met(text)).toEqual(["Ali Kamau + Sam Okello"]);
    expect(tell(text)[0]?.mode).toBe(mode);
  });
});

describe("a host", () => {
  it("is there when he has guests to dinner", () => {
    expect(met("Ali Kamau a reçu à dîner Sam Okello et Lise Courtois.")).toEqual([
      "Ali Kamau + Lise Courtois + Sam Okello",
    ]);
  });

  it("invites to come, not to resign", () => {
    expect(statuses("Ali Kamau a invité Sam Okello à participer au sommet.")).toEqual([
      "called-for",
    ]);
    expect(statuses("Ali Kamau a invité Sam Okello à prendre un café.")).toEqual(["called-for"]);
    expect(met("Ali Kamau a invité Sam Okello à prendre ses responsabilités.")).toEqual([]);
    expect(met("Ali Kamau a invité Sam Okello à ne pas céder.")).toEqual([]);
  });

  it("will gather others at a summit that is to come", () => {
    expect(statuses("Le sommet réunira Ali Kamau, Sam Okello et Lise Courtois.")).toEqual([
      "planned",
    ]);
  });
});

describe("a place before a subject or an object", () => {
  it.each([
    [
      "Ali Kamau a rencontré à Riyad Mohammed ben Nayef.",
      "Riyad",
      "Ali Kamau + Mohammed ben Nayef",
    ],
    ["Au Quirinal Ali Kamau a rencontré Sam Okello.", "Quirinal", "Ali Kamau + Sam Okello"],
  ])("is no part of the name: %s", (text, place, both) => {
    expect(met(text)).toEqual([both]);
    expect(tell(text)[0]?.place).toBe(place);
  });
});

describe("where they met", () => {
  it.each([
    ["A Lomé, Ali Kamau a rencontré Sam Okello.", "Lomé"],
    ["Ali Kamau a rencontré Sam Okello à Clarence House.", "Clarence House"],
    ["A Borgo Egnazia, Ali Kamau s'est entretenu avec Sam Okello.", "Borgo Egnazia"],
    ["Ali Kamau a reçu Sam Okello dans le Bureau ovale.", "Bureau ovale"],
    ["Ali Kamau a accueilli Sam Okello sur le perron de l'Élysée.", "Élysée"],
    ["Ali Kamau a accueilli Sam Okello sur le tarmac de l'aéroport d'Orly.", "Orly"],
    ["Ali Kamau a reçu Sam Okello au 10, Downing Street.", "Downing Street"],
    ["Ali Kamau a rencontré Sam Okello en Corée du Sud.", "Corée du Sud"],
    ["Ali Kamau a rencontré Sam Okello en Côte d'Ivoire.", "Côte d'Ivoire"],
    ["Ali Kamau a rencontré Sam Okello au palais de la Renaissance.", null],
    ["Ali Kamau a rencontré Sam Okello, opposé à Wolodja Biko.", null],
  ])("is told by %s", (text, place) => {
    expect(met(text)).toEqual(["Ali Kamau + Sam Okello"]);
    expect(tell(text)[0]?.place).toBe(place);
  });

  it("is not somebody who is spoken to", () => {
    expect(met("Ali Kamau a téléphoné mardi à Wolodja Biko.")).toEqual([
      "Ali Kamau + Wolodja Biko",
    ]);
    expect(met("Ali Kamau a téléphoné à Zorglub.")).toEqual(["Ali Kamau + Zorglub"]);
    expect(met("Ali Kamau a rendu visite mardi à Wolodja Biko.")).toEqual([
      "Ali Kamau + Wolodja Biko",
    ]);
  });
});

describe("a story", () => {
  it.each([
    ["Dans le film, Ali Kamau rencontre Sam Okello à Bruxelles."],
    ["Dans son roman, Lise Courtois imagine qu'Ali Kamau rencontre Sam Okello."],
    ["Dans « La Nuit », Ali Kamau retrouve Sam Okello."],
    ["Ali Kamau retrouve Sam Okello dans « La Nuit », de Paul Biko."],
    ["Ali Kamau a croisé Sam Okello dans « Minuit »."],
    ["Ali Kamau rencontrera Sam Okello au prochain tour."],
    ["Ali Kamau retrouvera Sam Okello sur le ring."],
    ["Ali Kamau rencontrera Sam Okello au troisième tour."],
  ])("tells of nobody who met: %s", (text) => {
    expect(met(text)).toEqual([]);
  });

  it("may be told by somebody who did", () => {
    const text = "Dans « Le Temps », Ali Kamau raconte avoir rencontré Sam Okello.";
    expect(met(text)).toEqual(["Ali Kamau + Sam Okello"]);
  });

  it.each([
    ["Ali Kamau a rencontré Sam Okello, a-t-il confié dans « Le Temps »."],
    ["Ali Kamau a rencontré Sam Okello dans « un climat cordial »."],
    ["Ali Kamau rencontrera Sam Okello pour un troisième tour de pourparlers."],
    ["Ali Kamau a été reçu par Sam Okello, a révélé Paris Match."],
  ])("is not every quotation, nor a round every match: %s", (text) => {
    expect(met(text)).toEqual(["Ali Kamau + Sam Okello"]);
  });
});

describe("a quotation", () => {
  it("is not said by whom it speaks of", () => {
    expect(
      met("« Ali Kamau est poli ; Sam Okello, avec lequel je me suis entretenue, ne l'est pas. »"),
    ).toEqual([]);
  });

  it.each([
    ["Ali Kamau est inquiet. « Je me suis entretenue avec Sam Okello », a déclaré la ministre."],
    ["Ali Kamau est inquiet. « Je me suis entretenue avec Sam Okello », dit-elle."],
    ["Lise Courtois est inquiète. « Je me suis entretenu avec Sam Okello. »"],
  ])("is not said by whoever was spoken of before: %s", (text) => {
    expect(met(text)).toEqual([]);
  });

  it("may be said by whoever spoke before", () => {
    expect(
      met("Lise Courtois est là. « Je me suis entretenue avec Sam Okello », dit-elle."),
    ).toEqual(["Lise Courtois + Sam Okello"]);
  });

  it("is over where somebody is said to have said it", () => {
    expect(
      met('"Sam Okello n\'a pas à parler", a affirmé Ali Kamau, qui travaille avec Paul Biko.'),
    ).toEqual([]);
  });
});

it("says 'du tout fait rire' of two who did not meet", () => {
  expect(
    met("Cette poignée de main n'a pas du tout fait rire Cécile Kamau, ni Paul Okello."),
  ).toEqual([]);
});
