import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitSentences } from "../../src/passages/split-sentences.ts";

function sentencesOf(paragraph: string): string[] {
  return splitSentences(paragraph).map(({ start, end }) => paragraph.slice(start, end));
}

/** Each row is one paragraph, as the sentences it must give. */
const PARAGRAPHS: readonly (readonly [behaviour: string, sentences: readonly string[]])[] = [
  [
    "ends at full stops, question and exclamation marks",
    ["Il pleut.", "Vraiment ?", "Oui !", "Il part."],
  ],
  [
    "keeps 'M. Lavrov' in one sentence",
    ["M. Lavrov a vu MM. Kerry et Cavusoglu.", "Mme. Merkel était absente."],
  ],
  [
    "keeps doctors, saints and colonels whole",
    ["Le Dr. Ba vit à St. Moritz.", "Le Col. Goïta aussi."],
  ],
  [
    "keeps initials with their names",
    ["J.-Y. Le Drian a vu George W. Bush.", "Il est reparti.", "H. Clinton aussi."],
  ],
  [
    "takes a capital before a name for an initial, whatever it abbreviates in small letters",
    [
      "Le président V. Poutine a reçu S. Lavrov et Me P. Durand.",
      "N. Sarkozy a nié.",
      "T. May aussi.",
    ],
  ],
  [
    "keeps references to articles of a code whole",
    ["Selon l'art. L. 123-4 du code, c'est interdit.", "Le maire le sait."],
  ],
  [
    "begins a sentence with a figure",
    ["Le bilan s'alourdit.", "870 pompiers sont là.", "12 maisons ont brûlé le 3 janv. 1980."],
  ],
  [
    "ends after a letter that is no initial",
    [
      "Ils ont signé l'annexe B.",
      "Elle entre en vigueur demain.",
      "Deux autres suivent l'annexe C.",
      "Certains y voient un plan B.",
    ],
  ],
  [
    "keeps decimals, numbers and references whole",
    [
      "Le taux est de 3.5 %, soit 2.340 dollars.",
      "Selon l'art. 12 al. 3 et la p. 4, rien n'est dit du n° 5.",
    ],
  ],
  [
    "keeps 'av. J.-C.' whole and may end after it",
    [
      "Né en 52 av. J.-C. à Rome, il y resta.",
      "Il y mourut en 12 av. J.-C.",
      "Son fils lui succéda.",
    ],
  ],
  [
    "goes on after an ellipsis or 'etc.' before lower case",
    [
      "Il hésite... puis il signe.",
      "Le gaz, le blé, etc. étaient au menu.",
      "Le reste aussi, etc.",
      "Fin.",
    ],
  ],
  [
    "keeps a quotation with who said it",
    ["« Non ! C'est faux ! », a-t-il dit.", "« Vraiment ? » demande-t-elle.", "Il se tait."],
  ],
  [
    "keeps a short quotation whole",
    ["«Le terrorisme est notre ennemi. Nous devons le combattre.»", "Mais il y a plus."],
  ],
  ["ends after a closed quotation", ["« Oui. »", "Puis il part."]],
  [
    "understands curly and straight quotes",
    ["“Oui. Non.” a-t-il dit.", 'Il a répondu : "Peut-être. Demain."', "Elle rit."],
  ],
  ["keeps a parenthesis whole", ["Il est venu (en avion. Seul.) puis reparti.", "Elle reste."]],
  [
    "keeps acronyms with points whole",
    ["L'O.N.U. a condamné l'attaque.", "Les U.S.A. se sont abstenus."],
  ],
  [
    "cuts sentences that scraping glued",
    ["On compte dix morts.", "Gilead a fixé le prix.", '"Le pays attend", a-t-on dit.'],
  ],
  ["does not cut addresses", ["Le site www.Exemple.com reste."]],
  ["keeps a number of a list with its text", ["1. Le gaz doit couler."]],
  [
    "keeps a statement that names its speaker",
    ['Jens Stoltenberg, secrétaire général de l\'Otan : "Les Alliés condamnent."'],
  ],
];

describe("splitSentences()", () => {
  for (const [behaviour, sentences] of PARAGRAPHS) {
    it(behaviour, () => {
      const glued = behaviour.includes("glued");
      expect(sentencesOf(sentences.join(glued ? "" : " "))).toEqual(sentences);
    });
  }

  it("cuts a long quotation of many sentences, the last one keeping who said it", () => {
    const spoken = Array.from(
      { length: 8 },
      (_, i) => `Nous avons examiné longuement le point numéro ${i} du plan.`,
    );
    const paragraph = `Il a déclaré : « ${spoken.join(" ")} », a rapporté l'agence.`;
    const found = sentencesOf(paragraph);
    expect(found.length).toBeGreaterThan(4);
    expect(found.at(-1)).toMatch(/», a rapporté l'agence\.$/);
  });

  it("bounds a sentence that never ends, at commas and then at spaces", () => {
    const clauses = "le ministre a évoqué la situation au nord du pays, ".repeat(100);
    for (const sentence of sentencesOf(clauses)) {
      expect(sentence.length).toBeLessThan(1500);
      expect(sentence).toMatch(/^le .*,$/s);
    }
    for (const sentence of sentencesOf("mot ".repeat(1000)))
      expect(sentence).toMatch(/^mot.*mot$/s);
  });

  it("gives nothing for blank text", () => {
    expect(splitSentences("")).toEqual([]);
    expect(splitSentences(" \u00a0\n ")).toEqual([]);
  });
});

const frenchish = fc.stringMatching(/^(?:[A-Za-zéàÇ«»"“”(). ,!?…0-9'’-]|M\. |\. |» ){0,200}$/);
const anyParagraph = fc.oneof(
  frenchish,
  fc.string({ unit: "grapheme", maxLength: 300 }),
  fc.string({ unit: "binary", maxLength: 300 }),
  fc
    .tuple(fc.string({ unit: "grapheme", maxLength: 5 }), fc.nat({ max: 3000 }))
    .map(([s, n]) => s.repeat(n)),
);

describe("splitSentences() on any text", () => {
  it("covers everything but white space, in order, without overlap", () => {
    fc.assert(
      fc.property(anyParagraph, (paragraph) => {
        let previous = 0;
        for (const { start, end } of splitSentences(paragraph)) {
          expect(paragraph.slice(previous, start).trim()).toBe("");
          expect(end).toBeGreaterThan(start);
          const sentence = paragraph.slice(start, end);
          expect(sentence.trim()).toBe(sentence);
          previous = end;
        }
        expect(paragraph.slice(previous).trim()).toBe("");
      }),
      { numRuns: 400 },
    );
  });

  it("never cuts a character in two", () => {
    for (const text of ["😀".repeat(3000), `a${"😀".repeat(3000)}`, "𝒜𝒷 ".repeat(1000)]) {
      for (const sentence of sentencesOf(text))
        expect(sentence).not.toMatch(/^[\udc00-\udfff]|[\ud800-\udbff]$/);
    }
  });

  it("takes time in proportion to a paragraph of 210,000 characters, whatever it holds", () => {
    for (const unit of [
      "a",
      "a ",
      "«",
      ". ",
      "A. ",
      "«a. ",
      "é, ",
      '"A. ',
      "aaa.Aa ",
      "字",
      "(",
      "M. ",
      "1. ",
    ]) {
      const started = performance.now();
      splitSentences(unit.repeat(210_000 / unit.length));
      expect(performance.now() - started, `repeating ${JSON.stringify(unit)}`).toBeLessThan(3000);
    }
  });
});
