/** One article and its encounter, as the page reads them. */
import type { CorpusAccess } from "../../src/bot/bot-dependencies.ts";
import type { Article } from "../../src/clean/article.ts";
import type { ArticleId } from "../../src/corpus/raw-article.ts";
import type { Encounter, PersonId } from "../../src/encounters/encounter.ts";

const paragraphs = [
  "Le ministre russe a rencontré son homologue turc à Antalya. <b>Rien</b> n’a filtré.",
  "« Nous avons parlé 🌍 de tout », a dit M. Çavuşoğlu.",
  "Une autre rencontre est prévue en mai.",
];

export function pageArticle(): Article {
  const text = paragraphs.join("\n\n");
  const spans = paragraphs.map((paragraph) => {
    const start = text.indexOf(paragraph);
    return { start, end: start + paragraph.length };
  });
  return {
    articleId: "000_antalya" as ArticleId,
    title: "Rencontre <à> Antalya",
    outlet: "Le Journal",
    url: "https://example.org/antalya?a=1&b=2",
    published: "2016-12-01",
    text,
    paragraphs: spans,
    dropped: [],
  };
}

export function pageEncounter(): Encounter {
  const { text, articleId } = pageArticle();
  const evidence = "Le ministre russe a rencontré son homologue turc à Antalya.";
  return {
    id: "e1",
    participants: [
      { id: "sergueï-lavrov" as PersonId, name: "Sergueï Lavrov" },
      { id: "mevlüt-çavuşoğlu" as PersonId, name: "Mevlüt Çavuşoğlu" },
    ],
    mode: "in-person",
    status: "held",
    place: "Antalya",
    setting: null,
    date: { text: "jeudi", iso: "2016-12-01" },
    articleId,
    evidence,
    start: text.indexOf(evidence),
    end: text.indexOf(evidence) + evidence.length,
    alsoAt: [],
    sameAs: [],
  };
}

export function pageCorpus(encounters: readonly Encounter[] = [pageEncounter()]): CorpusAccess {
  const article = pageArticle();
  return {
    articles: () => Promise.resolve([article]),
    article: (id) => Promise.resolve(id === article.articleId ? article : null),
    encounters: () => Promise.resolve(encounters),
  };
}
