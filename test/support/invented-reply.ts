/** Replies made by hand, for what a reader sees: invented French text, every offset true. */
import type {
  Citation,
  EncounterQuery,
  EncountersAnswer,
  NoAnswer,
  PassagesAnswer,
  Reply,
  SourceAnswer,
} from "../../src/answer/answer.ts";
import type { Article } from "../../src/clean/article.ts";
import type { ArticleId } from "../../src/corpus/raw-article.ts";
import type { Encounter, PersonId } from "../../src/encounters/encounter.ts";
import { articleOf } from "./graded-corpora.ts";

export const invented: Article = {
  ...articleOf({
    articleId: "lyon-2021",
    outlet: "Le Quotidien du Rhône",
    title: "À Lyon, deux ministres au chevet du fleuve",
    paragraphs: [
      "La ministre de l'Eau, Hélène Dubreuil, a reçu mardi à Lyon son homologue suisse Reto Baumann. Ils ont signé un accord sur le débit du Rhône. « Le fleuve n’a pas de frontière », a dit Mme Dubreuil.",
      "L'accord prévoit un débit de 250 mètres cubes par seconde.",
      "Une nouvelle rencontre est prévue à Genève en juin.",
    ],
  }),
  url: "https://example.org/lyon,2021?a=1&b=2",
  published: "2021-03-01",
};

/** A citation of `article` from its first occurrence of `passage`, `highlight` within it. */
export function cite(
  article: Article,
  passage: string,
  { n = 1, highlight = "", alsoIn = [] as readonly ArticleId[] } = {},
): Citation {
  const start = article.text.indexOf(passage);
  const at = highlight === "" ? -1 : article.text.indexOf(highlight, start);
  return {
    n,
    articleId: article.articleId,
    title: article.title,
    outlet: article.outlet,
    url: article.url,
    published: article.published,
    passage,
    start,
    end: start + passage.length,
    highlight: at < 0 ? null : { start: at, end: at + highlight.length },
    score: 1 / n,
    alsoIn,
  };
}

const base = {
  question: "Qui a reçu qui ?",
  lang: "fr",
  confidence: "high",
  verdict: null,
  encounters: [],
  timings: { embedMs: 1, searchMs: 1, totalMs: 2 },
} as const;

export function passagesReply(
  citations: readonly Citation[],
  change: Partial<PassagesAnswer> = {},
  others: readonly Citation[] = [],
): Reply {
  return replyOf({ ...base, kind: "passages", citations, ...change }, others);
}

export function sourceReply(
  citations: readonly Citation[],
  change: Partial<SourceAnswer> = {},
): Reply {
  return replyOf({ ...base, kind: "source", citations, ...change });
}

export function noAnswerReply(change: Partial<NoAnswer> = {}): Reply {
  return replyOf({
    ...base,
    kind: "no-answer",
    confidence: "none",
    reason: "out-of-corpus",
    query: null,
    citations: [],
    ...change,
  });
}

export const askedWho: EncounterQuery = {
  person: { id: "helene-dubreuil", name: "Hélène Dubreuil" },
  other: null,
  place: null,
  period: null,
  mode: null,
  status: null,
  wants: "who",
};

export function encountersReply(
  encounters: readonly Encounter[],
  change: Partial<EncountersAnswer> = {},
): Reply {
  const citations = [cite(invented, invented.text.slice(0, 95))];
  return replyOf({
    ...base,
    kind: "encounters",
    query: askedWho,
    citations,
    encounters,
    ...change,
  });
}

export function encounter(change: Partial<Encounter> = {}, names = defaultNames): Encounter {
  return {
    id: "e1",
    participants: names.map((name) => ({ id: idOf(name), name })),
    mode: "in-person",
    status: "held",
    place: "Lyon",
    setting: null,
    date: { text: "mardi", iso: "2021-03-02" },
    articleId: invented.articleId,
    evidence: invented.text.slice(0, 95),
    start: 0,
    end: 95,
    alsoAt: [],
    sameAs: [],
    ...change,
  };
}

const defaultNames: readonly string[] = ["Hélène Dubreuil", "Reto Baumann"];

function idOf(name: string): PersonId {
  return name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/ /g, "-") as PersonId;
}

function replyOf(answer: Reply["answer"], others: readonly Citation[] = []): Reply {
  const citedArticleIds = answer.citations.map(({ articleId }) => articleId);
  const query = "query" in answer ? answer.query : null;
  return { answer, others, topic: { question: answer.question, query, citedArticleIds } };
}
