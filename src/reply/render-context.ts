/** The paragraphs around a passage, word for word, the passage in bold. */
import type { Language } from "../answer/answer.ts";
import type { Article, Span } from "../clean/article.ts";
import { articleButton } from "./citation-buttons.ts";
import { quoteSpan, renderQuotation } from "./quotation.ts";
import type { ReplyButton, RenderedPage } from "./rendered-reply.ts";
import { createPage } from "./rendered-page.ts";
import { shortTitle, sourceLine } from "./source-line.ts";
import { linkToPassage } from "./text-fragment.ts";
import { textsOf } from "./texts/texts-of.ts";

/** Leaves room for the title and the source below. */
const maxContextChars = 3000;
const paragraphsAround = 2;

export interface ContextOptions {
  readonly lang: Language;
  readonly publicUrl: string | null;
  /** Leads back to the answer, where it is still known. */
  readonly back: ReplyButton | null;
}

export function renderContext(
  article: Article,
  passage: Span,
  { lang, publicUrl, back }: ContextOptions,
): RenderedPage {
  const around = contextSpan(article, passage);
  const quoted =
    around === null
      ? renderQuotation(asQuotable(article, passage), maxContextChars).text
      : quoteSpan(article.text, around, passage);
  const link = linkToPassage(article.url, article.text, passage);
  const citation = { ...article, ...asQuotable(article, passage) };
  return createPage(
    [
      textsOf(lang).answer.context(shortTitle(article.title)),
      quoted,
      sourceLine(article, lang, link),
    ],
    [
      back === null ? [] : [back],
      [articleButton(citation, { lang, n: null, publicUrl, articleText: article.text })],
    ],
  );
}

/**
 * The passage's own paragraphs and up to two more on either side, as long as they fit; null when the
 * passage's own do not.
 */
export function contextSpan(article: Article, passage: Span): Span | null {
  const { paragraphs } = article;
  let first = paragraphs.findIndex(({ end }) => end > passage.start);
  let last = paragraphs.findLastIndex(({ start }) => start < passage.end);
  const span = (from: number, to: number): Span | null => {
    const start = paragraphs[from]?.start;
    const end = paragraphs[to]?.end;
    return start === undefined || end === undefined || end - start > maxContextChars
      ? null
      : { start: Math.min(start, passage.start), end: Math.max(end, passage.end) };
  };
  let best = span(first, last);
  for (let step = 0; best !== null && step < paragraphsAround; step += 1) {
    const before = span(first - 1, last);
    if (before !== null) [best, first] = [before, first - 1];
    const after = span(first, last + 1);
    if (after !== null) [best, last] = [after, last + 1];
  }
  return best;
}

function asQuotable(article: Article, { start, end }: Span) {
  return { passage: article.text.slice(start, end), start, end, highlight: null };
}
