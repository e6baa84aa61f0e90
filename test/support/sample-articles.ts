/** Articles ready to be stored, made from a seed: invented French text, fake vectors, every offset true. */
import { createRandom } from "./random.ts";
import type { Article, Span } from "../../src/clean/article.ts";
import type { ArticleId } from "../../src/corpus/raw-article.ts";
import type { Encounter, PersonId } from "../../src/encounters/encounter.ts";
import type { IndexedArticle, IndexedPassage } from "../../src/store/store.ts";
import { fakeVector } from "./fake-embedder.ts";

const words =
  "le ministre sommet accord négociation délégation visite capitale président rencontre frontière conseil réunion déclaration presse projet énergie transport élection parlement commission voisin trêve cérémonie hôpital école climat récolte marché port".split(
    " ",
  );

export interface SampleOptions {
  readonly dimensions?: number;
  /** Passages per article. */
  readonly passages?: number;
}

/** The same number and revision always give the same article; another revision changes its last passage. */
export function sampleArticle(
  number: number,
  revision = 0,
  { dimensions = 32, passages = 3 }: SampleOptions = {},
): IndexedArticle {
  const articleId = `article-${number}` as ArticleId;
  const paragraphs = Array.from({ length: passages }, (_, i) =>
    sampleParagraph(number * 1000 + i + (i === passages - 1 ? revision * 100_003 : 0)),
  );
  const text = paragraphs.map((sentences) => sentences.join(" ")).join("\n\n");
  const spans = paragraphs.map((sentences) => spanOf(text, sentences.join(" ")));
  const article: Article = {
    articleId,
    title: `Titre ${number}`,
    outlet: number % 2 === 0 ? "Le Courrier" : null,
    url: number % 3 === 0 ? null : `https://example.org/${number}`,
    published: "2020-02-28",
    text,
    paragraphs: spans,
    dropped: [],
  };
  return {
    article,
    contentHash: `${number}-${revision}`,
    passages: spans.map((span, i) => samplePassage(text, span, paragraphs[i] ?? [], dimensions)),
    encounters: number % 5 === 0 ? [sampleEncounter(article)] : [],
  };
}

function sampleParagraph(seed: number): string[] {
  const random = createRandom(seed);
  const word = () => words[Math.floor(random() * words.length)] ?? "";
  return Array.from({ length: 1 + (seed % 3) }, (_, i) => {
    const body = Array.from({ length: 6 }, word).join(" ");
    return `Dépêche n${seed}x${i} ${body}.`;
  });
}

function spanOf(text: string, part: string): Span {
  const start = text.indexOf(part);
  return { start, end: start + part.length };
}

function samplePassage(
  text: string,
  span: Span,
  sentences: readonly string[],
  dimensions: number,
): IndexedPassage {
  const spans = sentences.map((sentence) => spanOf(text, sentence));
  return {
    passage: { ...span, sentences: spans },
    terms: countWords(text.slice(span.start, span.end)),
    vector: fakeVector(text.slice(span.start, span.end), dimensions),
    sentenceVectors: sentences.map((sentence) => fakeVector(sentence, dimensions)),
  };
}

export function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function sampleEncounter(article: Article): Encounter {
  const [first = { start: 0, end: 0 }] = article.paragraphs;
  return {
    id: `${article.articleId}:0`,
    participants: ["Anna Petit", "Paul Grand"].map((name) => ({
      id: name.toLowerCase().replace(" ", "-") as PersonId,
      name,
    })),
    mode: "in-person",
    status: "held",
    place: null,
    setting: null,
    date: null,
    articleId: article.articleId,
    evidence: article.text.slice(first.start, first.end),
    ...first,
    alsoAt: [],
    sameAs: [],
  };
}
