/**
 * Text that no journalist wrote, taken through everything that a text goes through: cleaning, sentences,
 * passages, encounters, rendering. What must hold of each result is checked; whatever throws is a failure.
 */
import type { Citation } from "../../src/answer/answer.ts";
import { cleanArticle } from "../../src/clean/clean-article.ts";
import type { Article, Span } from "../../src/clean/article.ts";
import type { ArticleId, RawArticle } from "../../src/corpus/raw-article.ts";
import { findEncounters } from "../../src/encounters/find-encounters.ts";
import type { Encounter } from "../../src/encounters/encounter.ts";
import { splitPassages } from "../../src/passages/split-passages.ts";
import { splitSentences } from "../../src/passages/split-sentences.ts";
import { renderReply } from "../../src/reply/render-reply.ts";
import { encountersReply, passagesReply } from "./invented-reply.ts";
import { checkText } from "./telegram-checks.ts";

/** Fragments that mean something to one of the stages, and fragments that break careless programs. */
export const fragments: readonly string[] = [
  "Le ministre Jean Dupont a rencontré",
  "Sergueï Lavrov et John Kerry se sont entretenus par téléphone",
  "M. ",
  "MM. Le Drian et ",
  "Mme ",
  "n'a pas rencontré ",
  "doit rencontrer ",
  "à Paris, ",
  "le 3 mars 2017",
  "dimanche",
  "3,5 % ",
  "« ",
  " »",
  "“",
  "”",
  "(",
  ")",
  "[",
  "…",
  "...",
  ". ",
  "? ",
  "! ",
  " – ",
  "\n",
  "\n\n",
  "\t",
  "\r",
  " ",
  "\u00a0",
  "\u202f",
  "Lire aussi : ",
  "Partager sur Facebook",
  "Publié le 12/03/2021 à 10h30",
  "Crédit photo : AFP",
  "access_time ",
  "folder_open",
  "//",
  "https://example.org/a?b=c#d",
  "<p>",
  "</script>",
  "&nbsp;",
  "&#x202e;",
  "*_`[](x)",
  "\u0000",
  "\u0007",
  "\u200b",
  "\u200d",
  "\ufeff",
  "\u202e",
  "\u2066",
  "\ud800",
  "\udc00",
  "👩‍👩‍👧‍👦",
  "🇫🇷",
  "e\u0301\u0301",
  "ﬁ",
  "İı",
  "A, ",
  "a\n",
  "Jean Dupont et ",
  "JEAN DUPONT ",
  "les deux hommes ",
  "son homologue turc. ",
  "le ministre ",
  "leur rencontre ",
  "a été reçu par ",
  "il ",
  "Владимир Путин",
  "漢字",
  "שלום",
  "A",
  "a",
  "É",
  "é",
  "1",
  "-",
  "'",
  "’",
];

/** Parts that all differ from each other: nothing worked out for one of them helps with the next. */
export const growing: readonly ((n: number) => string)[] = [
  (n) => `${n}\n`,
  (n) => `${nameOf(n)}\n\n`,
  (n) => `Jean ${nameOf(n)}, `,
  (n) => `« ${nameOf(n)} » `,
  (n) => `M. ${nameOf(n)} et Mme ${nameOf(n + 1)} `,
  (n) => `${nameOf(n)} a rencontré ${nameOf(n + 1)}. `,
  (n) => `Le ministre ${nameOf(n)} a parlé. Le ministre part. `,
  (n) => `${nameOf(n)} et son homologue turc.\n`,
  (n) => `X et Y se sont vus le ${1 + (n % 28)} mars ${1900 + (n % 120)}. `,
  (n) => `Photo ${nameOf(n)} / AFP\n`,
  (n) => `${"A".repeat(480)}${n}\n`,
  (n) => `Photo ${"A".repeat(480)}${n}\n`,
  (n) =>
    n === 0 ? `Il dit que tout va bien pour nous et eux.\n${"de ".repeat(9)}` : "a".repeat(999),
];

/** A capitalised word of its own for every number. */
function nameOf(n: number): string {
  const letters = Array.from(String(n), (digit) => "aeioubdkmt".charAt(Number(digit)));
  return `V${letters.join("")}n`;
}

/** `length` characters of part after part. */
export function textOf(part: (n: number) => string, length: number): string {
  let text = "";
  for (let n = 0; text.length < length; n += 1) text += part(n);
  return text.slice(0, length);
}

export function fuzzText(random: () => number, maxFragments: number): string {
  const count = 1 + Math.floor(random() * maxFragments);
  let text = "";
  for (let n = 0; n < count; n += 1) {
    const fragment = fragments[Math.floor(random() * fragments.length)] ?? "";
    text += random() < 0.05 ? fragment.repeat(1 + Math.floor(random() * 20)) : fragment;
  }
  return text;
}

function rawArticleOf(text: string, form: RawArticle["form"] = "scrape"): RawArticle {
  const source = { outlet: null, title: null, url: null, published: "2021-03-01" };
  return { articleId: "fuzz" as ArticleId, origin: "fuzz.txt", form, text, source };
}

/** @throws {Error} when a stage throws, or when its result is not what it promises */
export function checkEverything(text: string, form: RawArticle["form"]): void {
  const article = cleanArticle(rawArticleOf(text, form));
  checkArticle(article);
  for (const paragraph of [text, ...article.paragraphs.map((span) => sliceOf(article, span))]) {
    checkSpans("sentences", splitSentences(paragraph), paragraph.length);
  }
  const passages = splitPassages(article);
  checkSpans("passages", passages, article.text.length);
  for (const { start, end, sentences } of passages) {
    if (sentences.length === 0) throw new Error("a passage has no sentence");
    if (sentences.some((sentence) => sentence.start < start || sentence.end > end)) {
      throw new Error("a sentence leaves its passage");
    }
  }
  const encounters = findEncounters(article);
  for (const encounter of encounters) checkEncounter(encounter, article);
  checkReplies(article, passages, encounters);
}

function sliceOf(article: Article, { start, end }: Span): string {
  return article.text.slice(start, end);
}

function checkArticle(article: Article): void {
  checkSpans("paragraphs", article.paragraphs, article.text.length);
  const joined = article.paragraphs.map((span) => sliceOf(article, span)).join("\n\n");
  if (joined !== article.text) throw new Error("the text is not its paragraphs");
}

function checkSpans(what: string, spans: readonly Span[], length: number): void {
  let last = 0;
  for (const { start, end } of spans) {
    if (!(start >= last && end > start && end <= length)) {
      throw new Error(`${what} out of order: ${start}..${end} after ${last} of ${length}`);
    }
    last = end;
  }
}

function checkEncounter(encounter: Encounter, article: Article): void {
  if (sliceOf(article, encounter) !== encounter.evidence) throw new Error("evidence is no slice");
  if (encounter.participants.length === 0) throw new Error("an encounter of nobody");
}

function checkReplies(
  article: Article,
  passages: readonly Span[],
  encounters: readonly Encounter[],
): void {
  const citations = passages.slice(0, 3).map((span, i) => citationOf(article, span, i + 1));
  const replies = [passagesReply(citations)];
  if (encounters.length > 0) replies.push(encountersReply(encounters, { citations }));
  for (const reply of replies) {
    for (const { text, entities } of renderReply(reply).pages) {
      const problem = checkText({ text, entities });
      if (problem !== null) throw new Error(`Telegram would refuse the reply: ${problem}`);
    }
  }
}

function citationOf(article: Article, span: Span, n: number): Citation {
  const { articleId, title, outlet, url, published } = article;
  const { start, end } = span;
  const found = { n, articleId, title, outlet, url, published, start, end };
  return { ...found, passage: sliceOf(article, span), highlight: null, score: 1, alsoIn: [] };
}

/** The stages by name, each on a raw text, for measuring what they cost. */
export const stages: Readonly<Record<string, (text: string) => unknown>> = {
  cleaning: (text) => cleanArticle(rawArticleOf(text)),
  sentences: (text) => splitSentences(paragraphOf(text)),
  passages: (text) => splitPassages(wholeArticle(text)),
  "passages of lines": (text) => splitPassages(articleOfLines(text)),
  encounters: (text) => findEncounters(wholeArticle(text)),
  "encounters of lines": (text) => findEncounters(articleOfLines(text)),
  rendering: (text) => {
    const article = wholeArticle(text);
    return renderReply(passagesReply([citationOf(article, { start: 0, end: text.length }, 1)]));
  },
};

/** Cleaning leaves no line end within a paragraph. */
function paragraphOf(text: string): string {
  return text.replace(/[\n\r]/g, " ");
}

/** An article with a paragraph for every line that is not blank. */
function articleOfLines(anything: string): Article {
  const lines = anything.split(/[\n\r]/).flatMap((line) => line.trim() || []);
  const paragraphs: Span[] = [];
  let start = 0;
  for (const { length } of lines) {
    paragraphs.push({ start, end: start + length });
    start += length + 2;
  }
  return { ...wholeArticle(""), text: lines.join("\n\n"), paragraphs };
}

/** An article of one paragraph: the hardest form of a text for everything after cleaning. */
function wholeArticle(anything: string): Article {
  const text = paragraphOf(anything);
  const { articleId, source } = rawArticleOf(text);
  const { outlet, url, published } = source;
  const paragraphs = [{ start: 0, end: text.length }];
  return { articleId, title: "Titre", outlet, url, published, text, paragraphs, dropped: [] };
}
