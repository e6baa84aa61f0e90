/** Text that breaks careless programs, and what must hold of every reply made from it. */
import fc from "fast-check";
import type { Citation, Reply } from "../../src/answer/answer.ts";
import type { Article, Span } from "../../src/clean/article.ts";
import type { ArticleId } from "../../src/corpus/raw-article.ts";
import type { EncounterMode, EncounterStatus } from "../../src/encounters/encounter.ts";
import { contextSpan, renderContext } from "../../src/reply/render-context.ts";
import { renderArticlePart, splitArticle } from "../../src/reply/render-article.ts";
import { renderReply } from "../../src/reply/render-reply.ts";
import type { RenderedPage } from "../../src/reply/rendered-reply.ts";
import { keyboard } from "../../src/bot/keyboard.ts";
import {
  askedWho,
  encounter,
  encountersReply,
  noAnswerReply,
  passagesReply,
  sourceReply,
} from "./invented-reply.ts";
import { checkKeyboard, checkText } from "./telegram-checks.ts";

const pieces = [
  "<b>gras</b>",
  "</a><script>alert(1)</script>",
  "&lt;&amp;",
  "*_~`[](tg://x)",
  "__init__",
  "\\_",
  "שלום עולם",
  "مرحبا",
  "\u202Eevil\u202C",
  "\u2067isolé\u2069",
  "\u200B",
  "\u200D",
  "\uFEFF",
  "👩‍👩‍👧‍👦",
  "🇫🇷",
  "👍🏽",
  "é",
  "e\u0301\u0301\u0301",
  "Z͑ͫ̓ͪ̂ͫ̽",
  "\uD800",
  "\uDC00",
  "\uDBFF\uDBFF",
  "\u0000",
  "\u0007",
  "\r",
  "\t",
  "\u00A0",
  "\u2028",
  "« cité »",
  "“x”",
  "M. Dupont a dit.",
  "Fin.",
  "[…]",
  "https://example.org/?a=1&b=2#c",
  "@sourcier_test_bot",
  "/help",
  "a".repeat(300),
  "漢字仮名",
  "ﷺ",
];

/** A few words of all sorts, on one line. */
const line: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: "binary", maxLength: 12 })), {
    minLength: 1,
    maxLength: 12,
  })
  .map((parts) => parts.join(" ").replace(/\n/g, " ") || "x");

/** From one character to about sixty thousand. */
const paragraph: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: line },
  { weight: 1, arbitrary: fc.string({ unit: "binary", minLength: 1, maxLength: 1 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(line, fc.integer({ min: 1, max: 60_000 }))
      .map(([text, length]) => text.repeat(Math.ceil(length / text.length)).slice(0, length)),
  },
);

const article: fc.Arbitrary<Article> = fc
  .record({
    paragraphs: fc.array(paragraph, { minLength: 1, maxLength: 5 }),
    title: paragraph,
    articleId: line,
    outlet: fc.option(line),
    url: fc.option(
      fc.oneof(fc.webUrl(), line, fc.constant(`https://example.org/${"x".repeat(1_950)}`)),
    ),
    published: fc.option(fc.constantFrom("2021-03-01", "2021", "hier", "2021-99-99")),
  })
  .map(({ paragraphs, articleId, ...rest }) => {
    const spans: Span[] = [];
    let text = "";
    for (const one of paragraphs) {
      if (text !== "") text += "\n\n";
      spans.push({ start: text.length, end: text.length + one.length });
      text += one;
    }
    return { ...rest, articleId: articleId as ArticleId, text, paragraphs: spans, dropped: [] };
  });

interface Sample {
  readonly article: Article;
  readonly reply: Reply;
  readonly lang: "fr" | "en";
  readonly interactive: boolean;
}

export const hostileReply: fc.Arbitrary<Sample> = article.chain((one) =>
  fc.record({
    article: fc.constant(one),
    reply: replyAbout(one),
    lang: fc.constantFrom("fr" as const, "en" as const),
    interactive: fc.boolean(),
  }),
);

function replyAbout(one: Article): fc.Arbitrary<Reply> {
  const cited = fc.array(citationOf(one), { maxLength: 5 }).map(numbered);
  const names = fc.array(line, { minLength: 1, maxLength: 12 });
  return fc
    .record({
      kind: fc.constantFrom("passages", "source", "encounters", "none", "low"),
      citations: cited,
      others: cited,
      names,
      status: fc.constantFrom<EncounterStatus>("held", "planned", "denied", "called-for"),
      mode: fc.constantFrom<EncounterMode>("in-person", "phone", "video", "unknown"),
      count: fc.nat({ max: 12 }),
      words: line,
    })
    .map(({ kind, citations, others, names: people, status, mode, count, words }) => {
      if (kind === "passages") return passagesReply(citations, { question: words }, others);
      if (kind === "source") return sourceReply(citations);
      if (kind === "low") return noAnswerReply({ confidence: "low", citations });
      if (kind === "none") return noAnswerReply({ citations });
      const encounters = Array.from({ length: count }, (_, i) =>
        encounter(
          {
            id: `e${i}`,
            status,
            mode,
            place: words,
            setting: words,
            date: { text: words, iso: null },
          },
          people,
        ),
      );
      const [person = null] = encounters[0]?.participants ?? [];
      return encountersReply(encounters, {
        citations,
        query: { ...askedWho, person, place: words },
      });
    });
}

function citationOf(one: Article): fc.Arbitrary<Citation> {
  return fc
    .tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat(), fc.nat({ max: 9 }))
    .map(([a, b, c, d, twins]) => {
      const bounds = span(a, b, 0, one.text.length);
      // A passage never begins or ends within a character; a highlight may be anywhere.
      const start = characterStart(one.text, bounds[0]);
      const end = characterStart(one.text, bounds[1]);
      if (end <= start)
        return citation(one, { start: 0, end: one.text.length }, [0, one.text.length], twins);
      return citation(one, { start, end }, span(c, d, start, end), twins);
    });
}

function citation(
  one: Article,
  { start, end }: Span,
  [from, to]: readonly [number, number],
  twins: number,
): Citation {
  return {
    n: 1,
    articleId: one.articleId,
    title: one.title,
    outlet: one.outlet,
    url: one.url,
    published: one.published,
    passage: one.text.slice(start, end),
    start,
    end,
    highlight: twins % 2 === 0 ? { start: from, end: to } : null,
    score: 0,
    alsoIn: Array.from({ length: twins }, (_, i) => `twin ${i}` as ArticleId),
  };
}

function characterStart(text: string, at: number): number {
  const isPair =
    /[\uD800-\uDBFF]/.test(text[at - 1] ?? "") && /[\uDC00-\uDFFF]/.test(text[at] ?? "");
  return isPair ? at + 1 : at;
}

function span(a: number, b: number, start: number, end: number): [number, number] {
  const length = end - start;
  const [from, to] = [start + (a % length), start + (b % length)].toSorted((x, y) => x - y);
  return [from ?? start, (to ?? start) + 1];
}

function numbered(citations: readonly Citation[]): Citation[] {
  return citations.map((citation, i) => ({ ...citation, n: i + 1 }));
}

/** Throws where a reply, its context or its article breaks a limit or a promise. */
export function checkReply({ article: one, reply, lang, interactive }: Sample): void {
  const articles = new Map([[one.articleId, one]]);
  const options = { lang, interactive, texts: articles, feedback: true, publicUrl: null };
  for (const page of renderReply(reply, options).pages) checkPage(page, one.text);
  for (const citation of reply.answer.citations) {
    const back = { text: "◂", action: { kind: "callback", data: "p:0" } } as const;
    checkPage(renderContext(one, citation, { lang, publicUrl: null, back }), one.text);
    const around = contextSpan(one, citation);
    if (around && (around.start > citation.start || around.end < citation.end)) {
      throw new Error("The context does not hold the passage");
    }
  }
  checkParts(one, lang);
}

function checkParts(one: Article, lang: "fr" | "en"): void {
  const parts = splitArticle(one);
  parts.forEach((_, i) => {
    const page = renderArticlePart(one, i, lang);
    if (page === null) throw new Error(`Part ${i} of ${parts.length} is missing`);
    checkPage(page, one.text);
  });
  const shown = parts.map(({ start, end }) => one.text.slice(start, end)).join("");
  const bare = (text: string) => text.replace(/\s+/g, "");
  if (bare(shown) !== bare(one.text)) throw new Error("The parts are not the whole article");
}

/** Telegram takes the page, and every quotation is a stretch of the article. */
function checkPage(page: RenderedPage, articleText: string): void {
  const { text, entities } = page;
  const problem =
    checkText({ text, entities }) ??
    checkKeyboard({ reply_markup: keyboard(page.buttons, true) }) ??
    (/\p{Surrogate}/u.test(text) ? "a lone surrogate" : null);
  if (problem !== null) throw new Error(problem);
  const readable = articleText.replace(/\p{Surrogate}/gu, "\uFFFD");
  for (const { type, offset, length } of entities) {
    if (!type.endsWith("blockquote")) continue;
    const quoted = text.slice(offset, offset + length);
    if (!readable.includes(quoted)) throw new Error(`Not word for word: ${JSON.stringify(quoted)}`);
  }
}
