/** A stored article as messages: its text in parts that end where paragraphs or sentences do. */
import type { Language } from "../answer/answer.ts";
import type { Article, Span } from "../clean/article.ts";
import { splitSentences } from "../passages/split-sentences.ts";
import { encodeButton, shortKey } from "./button-reference.ts";
import { FormattedString } from "./formatted-text.ts";
import { pagingRow } from "./reply-buttons.ts";
import type { RenderedPage, ReplyButton } from "./rendered-reply.ts";
import { createPage } from "./rendered-page.ts";
import { safeCut } from "./shorten.ts";
import { shortTitle, sourceLine } from "./source-line.ts";
import { safeUrl } from "./text-fragment.ts";
import { textsOf } from "./texts/texts-of.ts";

/** Leaves room for the title above and the source below. */
const maxPartChars = 3400;

/** Part `part` of the article, counted from 0; null when it has fewer. */
export function renderArticlePart(
  article: Article,
  part: number,
  lang: Language,
): RenderedPage | null {
  const parts = splitArticle(article);
  const span = parts[part];
  if (span === undefined) return null;
  const key = shortKey(article.articleId);
  const head = textsOf(lang).chat.articleHead(shortTitle(article.title), part + 1, parts.length);
  return createPage(
    [
      FormattedString.bold(head),
      article.text.slice(span.start, span.end),
      sourceLine(article, lang, safeUrl(article.url)),
    ],
    [
      pagingRow({ page: part, of: parts.length }, lang, (to) =>
        encodeButton({ kind: "part", article: key, part: to }),
      ),
      outletRow(article, lang),
    ],
  );
}

/** Parts of the text in order, together all of it but the white space between them. Never empty. */
export function splitArticle({ text, paragraphs }: Article): readonly Span[] {
  const pieces = paragraphs.flatMap((paragraph) =>
    paragraph.end - paragraph.start <= maxPartChars ? [paragraph] : splitLong(text, paragraph),
  );
  const parts: Span[] = [];
  for (const piece of pieces) {
    const last = parts.at(-1);
    if (last && piece.end - last.start <= maxPartChars) {
      parts[parts.length - 1] = { start: last.start, end: piece.end };
    } else parts.push(piece);
  }
  return parts.length > 0 ? parts : [{ start: 0, end: Math.min(text.length, maxPartChars) }];
}

function splitLong(text: string, paragraph: Span): Span[] {
  return splitSentences(text.slice(paragraph.start, paragraph.end)).flatMap((sentence) =>
    splitHard(text, {
      start: paragraph.start + sentence.start,
      end: paragraph.start + sentence.end,
    }),
  );
}

function splitHard(text: string, { start, end }: Span): Span[] {
  const spans: Span[] = [];
  for (let from = start; from < end;) {
    const cut = end - from <= maxPartChars ? end : safeCut(text, from + maxPartChars);
    const to = cut > from ? cut : Math.min(end, from + maxPartChars);
    spans.push({ start: from, end: to });
    from = to;
  }
  return spans;
}

function outletRow(article: Article, lang: Language): readonly ReplyButton[] {
  const url = safeUrl(article.url);
  if (url === null) return [];
  return [{ text: textsOf(lang).buttons.open(null, article.outlet), action: { kind: "url", url } }];
}
