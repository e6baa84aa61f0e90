import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanArticle } from "../../src/clean/clean-article.ts";
import { normalizeText } from "../../src/corpus/normalize-text.ts";
import { readCorpus } from "../../src/corpus/read-corpus.ts";
import type { Article } from "../../src/clean/article.ts";
import { rawArticle, readMarkedPages } from "../support/scrape.ts";
import { wordF1 } from "../support/word-f1.ts";

const ROOT = path.join(import.meta.dirname, "..", "..");
const PAGES = path.join(ROOT, "test", "data", "clean", "pages");
const HELD_OUT = path.join(ROOT, "test", "data", "clean", "held-out");
const LATER = path.join(ROOT, "test", "data", "clean", "later");
const LATEST = path.join(ROOT, "test", "data", "clean", "latest");

/** How each paragraph of the five seeds begins, as a careful reader lists them. */
const SEED_PARAGRAPHS: Readonly<Record<string, readonly string[]>> = {
  "000_348db06c375dc4e9": [
    "Le ministre russe des Affaires étrangères Sergueï Lavrov rencontre à Belgrade",
    "La rencontre a eu lieu en marge de la conférence",
    "«On a n’a entendu rien de nouveau.",
    "Cependant, au cours de l’entretien avec le secrétaire d’Etat",
    "«Nous avons discuté avec Kerry de la lutte contre Daesh»",
    "Le chef américain de la diplomatie a aussi mentionné",
    "Plus tôt, le ministre russe a fait savoir",
  ],
  "001_13f860077e990a46": [
    "Vladimir Poutine et Recep Tayyip Erdogan négocient pour réduire",
    "Au moment où la Turquie enterre ses 33 soldats",
    "Le régime syrien est appuyé par Moscou",
    "À la demande d'Ankara, l'Otan a tenu",
    "Jens Stoltenberg, secrétaire général de l'Otan :",
    "L'accord russo-turc de 2018",
    "Sergei Lavrov, ministre russe des Affaires étrangères :",
    "Le ministère russe de la Défense affirme par ailleurs",
    "Alors que sur le terrain en Syrie",
    "Galina Polonskaya Euronews :",
  ],
  "002_c2519a9a4017354a": [
    "Le ministre russe des Affaires étranger Sergueï Lavrov",
    "«Les chefs de la diplomatie ont poursuivi",
    "Le ministre russe a en outre pointé",
    "MM. Lavrov et Kerry ont en outre convenu",
    "Les chefs de la diplomatie ont par ailleurs évoqué",
    "Rappelons que la Russie et les États-Unis",
    "Récemment, le ministre russe de la Défense",
  ],
  "003_097b83743d09af4c": [
    "Les ministres russe et français des Affaires étrangères",
    "Le ton laisse présager d'une amélioration",
    "Son homologue russe a fait ensuite le même constat",
    "Trois rencontres pour une reprise du dialogue",
    "Les deux ministres ont en outre placé cette rencontre",
    "Le président de la République avait par la suite levé",
    "Quant à la crise en Ukraine, Jean-Yves Le Drian",
  ],
  "004_cbbe1e793155c078": [
    "Selon la présidence turque, les deux présidents",
    "Dans le même temps, le Kremlin a indiqué",
    "Moscou a ajouté que Poutine et Erdogan",
    "La Russie de Poutine et la Turquie d’Erdogan",
    "Les tensions en Ukraine atteignent des sommets alarmants",
    "Les tensions se sont également accrues",
    "Du côté turc, alors que les Occidentaux",
    "Poutine a également parlé avec Biden",
    "Vladimir Poutine a averti Joe Biden",
    "Le renforcement de quelque 100 000 soldats",
    "Cette crise survient sept ans après",
  ],
};

function paragraphsOf(article: Article): string[] {
  return article.paragraphs.map(({ start, end }) => article.text.slice(start, end));
}

async function readSeeds(): Promise<Article[]> {
  const articles: Article[] = [];
  for await (const item of readCorpus([path.join(ROOT, "seeds")])) {
    if (item.kind === "article") articles.push(cleanArticle(item.article));
  }
  return articles;
}

describe("cleanArticle() on the seeds", () => {
  it("keeps exactly the paragraphs of the five articles", async () => {
    const articles = await readSeeds();
    expect(articles.map((article) => article.articleId)).toEqual(Object.keys(SEED_PARAGRAPHS));
    for (const article of articles) {
      const expected = SEED_PARAGRAPHS[article.articleId] ?? [];
      const found = paragraphsOf(article).map((text, i) => text.slice(0, expected[i]?.length));
      expect(found).toEqual(expected);
    }
  });

  it("takes the titles, outlets, links and dates from sources.json", async () => {
    const [first, second, third] = await readSeeds();
    expect(first?.outlet).toBe("RT en français");
    expect(second?.published).toBe("2020-02-28");
    expect(third?.url).toBeNull();
  });

  it("finds the same titles in the pages alone", async () => {
    for await (const item of readCorpus([path.join(ROOT, "seeds")])) {
      if (item.kind !== "article") continue;
      const unknown = { outlet: null, title: null, url: null, published: null };
      const cleaned = cleanArticle({ ...item.article, source: unknown });
      expect(cleaned.title).toBe(item.article.source.title);
    }
  });
});

describe("cleanArticle() on pages of other outlets", () => {
  for (const page of readMarkedPages(PAGES)) {
    it(`keeps the body of ${page.name} and nothing else`, () => {
      expect(paragraphsOf(cleanArticle(rawArticle(page.text, page)))).toEqual(page.body);
      expect(cleanArticle(rawArticle(page.text)).title).toBe(page.title);
    });
  }

  // At first sight these scored 0.98, 0.90 and 0.92; see test/data/clean/README.md.
  for (const folder of [HELD_OUT, LATER, LATEST]) {
    it(`scores at least 0.97 on average on the pages of ${path.basename(folder)}`, () => {
      const scores = readMarkedPages(folder).map((page) =>
        wordF1(cleanArticle(rawArticle(page.text, page)).text, page.body.join(" ")),
      );
      expect(scores.reduce((sum, score) => sum + score, 0) / scores.length).toBeGreaterThan(0.97);
      expect(Math.min(...scores)).toBeGreaterThan(0.9);
    });
  }
});

describe("cleanArticle()", () => {
  it("reports each dropped line with the rule that dropped it", async () => {
    const [, euronews] = await readSeeds();
    expect(euronews?.dropped).toContainEqual({ text: "Par Euronews avec AFP", rule: "byline" });
    expect(euronews?.dropped).toContainEqual({ text: "À découvrir également", rule: "related" });
  });

  it("takes date and address from the page where it states them", () => {
    const text = [
      "Le président reçoit son homologue à Paris",
      "Publié le 28/02/2020",
      "Le président a reçu vendredi son homologue à l'Élysée pour un déjeuner de travail.",
      "Ils se reverront à l'automne, a précisé l'Élysée dans un communiqué publié le 1er mars 2020.",
      "Lien permanent : https://www.lemonde.fr/article/2020/02/28/visite.html",
    ].join("\n\n");
    const article = cleanArticle(rawArticle(text));
    expect(article.published).toBe("2020-02-28");
    expect(article.url).toBe("https://www.lemonde.fr/article/2020/02/28/visite.html");
    expect(article.outlet).toBe("Le Monde");
  });

  it("never takes a date from a sentence of the article", () => {
    const text =
      "Un rapport accablant\n\nPublié le 3 mars 2020, le rapport de l'ONU accuse les deux camps.";
    expect(cleanArticle(rawArticle(text)).published).toBeNull();
  });

  it("does not take the site's name for the title, however often the page shows it", () => {
    const name = "Le Phare de l'Ouest et du Nord";
    const page = [
      name,
      "Un hôpital de campagne rouvre ses urgences la nuit",
      name,
      "Fermées depuis deux ans, elles accueilleront de nouveau des patients à partir du 1er avril.",
      "L'agence régionale l'a annoncé mercredi. Trois médecins ont été recrutés, dit sa directrice.",
      `© ${name} 2025`,
    ].join("\n\n");
    expect(cleanArticle(rawArticle(page)).title).toMatch(/^Un hôpital/);
    const credited = "Un hôpital de campagne rouvre ses urgences la nuit © Le Phare";
    expect(cleanArticle(rawArticle(`${credited}\n\n${page}`)).title).toMatch(/^Un hôpital/);
  });

  it("keeps what is below a subheading that comments of readers also have", () => {
    const paragraphs = [
      "Le parlement de Lettonie a adopté jeudi la loi sur les frontières, par 61 voix contre 30.",
      "Le texte ferme trois postes à l'est du pays. Il entrera en vigueur le 1er juillet, a dit Riga.",
      "Réactions",
      "« C'est un mauvais signal », a déclaré à Bruxelles la commissaire européenne aux Transports.",
      "Moscou parle d'une provocation et annonce qu'une réponse sera donnée avant la fin du mois.",
    ];
    const page = ["La Lettonie ferme trois postes-frontières", ...paragraphs].join("\n\n");
    expect(paragraphsOf(cleanArticle(rawArticle(page)))).toEqual(paragraphs);
  });

  it("keeps the last paragraph below a poll", () => {
    const last =
      "Les marins demandent une réunion avec le préfet. Elle est prévue le 20 mars à Lorient.";
    const page = [
      "Le port de Concarneau perd ses chalutiers",
      "Le port de Concarneau perdra ses trois derniers chalutiers d'ici au printemps, a dit l'armement.",
      "« Nous avons tenu tant que nous avons pu », a expliqué sa directrice à une trentaine de salariés.",
      "La suite après la publicité",
      "L'armement invoque le prix du gazole, qui a doublé en trois ans, et la baisse des quotas.",
      "Faut-il aider les pêcheurs ?",
      "Oui",
      "Non",
      "Sans opinion",
      "Je vote",
      "Voir les résultats",
      last,
      "Concarneau",
      "Pêche",
      "Partager cet article",
    ].join("\n");
    expect(paragraphsOf(cleanArticle(rawArticle(page))).at(-1)).toBe(last);
  });

  it("joins the lines of a text wrapped at a fixed width", () => {
    const text =
      "Le ministre russe des Affaires étrangères a rencontré mercredi à Belgrade\n" +
      "son homologue turc, en marge de la réunion annuelle de l'organisation.\n" +
      "L'entretien a duré une quarantaine de minutes, selon les deux délégations,\n" +
      "qui n'ont pas publié de communiqué commun à l'issue de la rencontre.\n\n" +
      "Les relations entre les deux pays se sont fortement dégradées depuis que\n" +
      "l'aviation turque a abattu un bombardier russe à la frontière syrienne.\n" +
      "Moscou a depuis adopté plusieurs trains de sanctions contre Ankara, qui\n" +
      "refuse de présenter des excuses et invoque la légitime défense.";
    expect(cleanArticle(rawArticle(text, { title: "Belgrade" })).paragraphs).toHaveLength(2);
  });

  it("keeps a text that is nothing but an article", () => {
    const text = "«Non.»\n\nC'est tout ce qu'a répondu le ministre.\n\nIl est reparti à pied.";
    expect(cleanArticle(rawArticle(text, { title: "Un mot" })).text).toBe(text);
  });

  it("drops nothing by position from text that an extractor has already cleaned", () => {
    const text =
      "Les présidents\n\nIls se sont vus à Sotchi mercredi, a annoncé le Kremlin.\n\nBilan mitigé";
    expect(cleanArticle(rawArticle(text, { title: "Sotchi", form: "extracted" })).text).toBe(text);
  });
});

/** Lines as pages have them, in any order: prose, fragments, boilerplate, noise. */
const anyLine = fc.oneof(
  fc.constantFrom(
    "Le ministre a rencontré mercredi son homologue turc à Belgrade, selon un communiqué.",
    "Partager cet article",
    "Lire aussi : un autre article",
    "Commentaires",
    "À lire aussi",
    "Publicité",
    "Trois rencontres",
    "",
  ),
  fc.string({ unit: "grapheme", maxLength: 80 }),
  fc.string({ unit: "binary", maxLength: 60 }),
);
const anyPage = fc.array(anyLine, { maxLength: 40 }).map((lines) => lines.join("\n"));

describe("cleanArticle() on any text", () => {
  it("loses no word: kept and dropped text together are the page", () => {
    fc.assert(
      fc.property(anyPage, (text) => {
        const article = cleanArticle(rawArticle(text));
        const letters = (s: string) =>
          Array.from(s.normalize("NFC").replace(/[\s\p{C}]/gu, ""))
            .sort()
            .join("");
        const all = article.text + article.dropped.map((line) => line.text).join("");
        // Invisible characters are no text; everything a reader can see is there.
        expect(letters(all)).toBe(letters(normalizeText(text)));
      }),
      { numRuns: 300 },
    );
  });

  it("gives offsets that cut out each paragraph, and the same result every time", () => {
    fc.assert(
      fc.property(anyPage, (text) => {
        const article = cleanArticle(rawArticle(text));
        expect(paragraphsOf(article).join("\n\n")).toBe(article.text);
        for (const paragraph of paragraphsOf(article)) expect(paragraph.trim()).toBe(paragraph);
        expect(cleanArticle(rawArticle(text))).toEqual(article);
      }),
      { numRuns: 200 },
    );
  });

  it("takes time in proportion to the text", () => {
    const page = (lines: number) =>
      rawArticle("Le ministre a rencontré mercredi son homologue turc.\n\n".repeat(lines));
    const msFor = (lines: number) => {
      const started = performance.now();
      cleanArticle(page(lines));
      return performance.now() - started;
    };
    msFor(2000);
    const [small, large] = [msFor(2000), msFor(16_000)];
    expect(large).toBeLessThan(8 * 3 * Math.max(small, 20));
  });
});
