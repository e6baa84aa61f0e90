/**
 * A passage as a quotation: word for word, the answering sentence in bold. A passage that does not fit
 * is reduced to a window of whole sentences around that sentence; the marks […] stand outside it.
 */
import type { Citation } from "../answer/answer.ts";
import type { Span } from "../clean/article.ts";
import { splitSentences } from "../passages/split-sentences.ts";
import { FormattedString } from "./formatted-text.ts";
import { safeCut } from "./shorten.ts";

/** What a quotation is made from; offsets point into the same text as those of a `Citation`. */
export type Quotable = Pick<Citation, "passage" | "start" | "end" | "highlight">;

export interface Quotation {
  readonly text: FormattedString;
  readonly isShortened: boolean;
}

/** Telegram folds quotations longer than a few lines when they are marked as expandable. */
const longQuotationChars = 420;
/** "[…]\n" before and "\n[…]" after a shortened quotation. */
export const markChars = 8;

/** `maxChars` bounds the quoted text itself. */
export function renderQuotation(quotable: Quotable, maxChars = Infinity): Quotation {
  const window = chooseWindow(quotable, maxChars);
  const quoted = quoteSpan(quotable.passage, window, relativeHighlight(quotable));
  const isCutBefore = window.start > 0;
  const isCutAfter = window.end < quotable.passage.length;
  const text = FormattedString.join([
    isCutBefore ? "[…]\n" : "",
    quoted,
    isCutAfter ? "\n[…]" : "",
  ]);
  return { text, isShortened: isCutBefore || isCutAfter };
}

/** `text.slice(span)` as a quotation, with the part of `bold` that lies within. */
export function quoteSpan(text: string, span: Span, bold: Span | null): FormattedString {
  const quoted = text.slice(span.start, span.end);
  if (quoted.length === 0) return new FormattedString("");
  const entities: FormattedString["entities"] = [
    {
      type: quoted.length > longQuotationChars ? "expandable_blockquote" : "blockquote",
      offset: 0,
      length: quoted.length,
    },
  ];
  const start = safeCut(text, Math.max(bold?.start ?? 0, span.start));
  const end = safeCut(text, Math.min(bold?.end ?? 0, span.end));
  if (end > start) entities.push({ type: "bold", offset: start - span.start, length: end - start });
  return new FormattedString(quoted, entities);
}

function relativeHighlight({ passage, start, highlight }: Quotable): Span | null {
  if (highlight === null) return null;
  const relative = {
    start: Math.max(0, highlight.start - start),
    end: Math.min(passage.length, highlight.end - start),
  };
  // A highlight of everything would only make the whole quotation bold.
  const isAll = relative.start === 0 && relative.end === passage.length;
  return isAll || relative.end <= relative.start ? null : relative;
}

function chooseWindow(quotable: Quotable, maxChars: number): Span {
  const { passage } = quotable;
  if (passage.length <= maxChars) return { start: 0, end: passage.length };
  const sentences = sentencesOf(passage);
  const focus = relativeHighlight(quotable)?.start ?? 0;
  const middle = Math.max(
    0,
    sentences.findIndex(({ end }) => end > focus),
  );
  let window = sentences[middle] ?? { start: 0, end: passage.length };
  if (window.end - window.start > maxChars) return cutSentence(passage, window, maxChars);
  const core = window;
  for (let before = middle - 1, after = middle + 1; ;) {
    const fits = (start: number, end: number) => end - start <= maxChars;
    const next = sentences[after];
    const previous = sentences[before];
    const canFollow = next !== undefined && fits(window.start, next.end);
    const canPrecede = previous !== undefined && fits(previous.start, window.end);
    const isHeavierBefore = core.start - window.start > window.end - core.end;
    if (canFollow && (isHeavierBefore || !canPrecede)) {
      window = { start: window.start, end: next.end };
      after += 1;
    } else if (canPrecede) {
      window = { start: previous.start, end: window.end };
      before -= 1;
    } else return window;
  }
}

function sentencesOf(passage: string): Span[] {
  return [...passage.matchAll(/[^\n]+/g)].flatMap((paragraph) =>
    splitSentences(paragraph[0]).map(({ start, end }) => ({
      start: paragraph.index + start,
      end: paragraph.index + end,
    })),
  );
}

/** A sentence longer than a message has room for is cut after a word. */
function cutSentence(passage: string, { start }: Span, maxChars: number): Span {
  const hardEnd = safeCut(passage, start + maxChars);
  const space = passage.lastIndexOf(" ", hardEnd);
  return { start, end: space > start + maxChars / 2 ? space : Math.max(hardEnd, start + 1) };
}
