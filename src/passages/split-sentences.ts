/*
 * One paragraph in, its sentences out, as offsets into it. Breaks are those of Intl.Segmenter, plus the
 * ones it misses where scraping glued two sentences, minus the ones French does not mean: after "M.",
 * after initials, inside a short quotation. Every character but white space belongs to a sentence.
 */
import type { Span } from "../clean/article.ts";
import { findBreaks } from "./find-breaks.ts";
import { continuesSentence } from "./continues-sentence.ts";
import { MAX_SENTENCE_COST, measureText } from "./measure-text.ts";

/** Returns the sentences of `paragraph` in order, without the white space between them. */
export function splitSentences(paragraph: string): readonly Span[] {
  const sentences: Span[] = [];
  const costs = measureText(paragraph);
  let start = 0;
  for (const end of [...findBreaks(paragraph), paragraph.length]) {
    if (end < paragraph.length && continuesSentence(paragraph, start, end)) continue;
    const sentence = trimSpan(paragraph, { start, end });
    if (sentence.end > sentence.start) sentences.push(...boundSpan(paragraph, sentence, costs));
    start = end;
  }
  return sentences;
}

/** Narrows `span` so that it neither starts nor ends with white space. */
function trimSpan(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && isSpace(text, start)) start += 1;
  while (end > start && isSpace(text, end - 1)) end -= 1;
  return { start, end };
}

/**
 * Cuts a sentence that the encoder could not take whole: after the last semicolon or comma that fits,
 * else after the last space, else between two characters.
 */
function boundSpan(text: string, sentence: Span, costs: Uint32Array): Span[] {
  const pieces: Span[] = [];
  let { start } = sentence;
  while (costBetween(costs, start, sentence.end) > MAX_SENTENCE_COST) {
    let limit = start + 1;
    while (costBetween(costs, start, limit + 1) <= MAX_SENTENCE_COST) limit += 1;
    const cut = findCut(text, start, limit);
    pieces.push(trimSpan(text, { start, end: cut }));
    start = trimSpan(text, { start: cut, end: sentence.end }).start;
  }
  pieces.push({ start, end: sentence.end });
  return pieces.filter((piece) => piece.end > piece.start);
}

function costBetween(costs: Uint32Array, start: number, end: number): number {
  return (costs[end] ?? 0) - (costs[start] ?? 0);
}

function findCut(text: string, start: number, limit: number): number {
  // A piece shorter than half of what fits would only make more pieces.
  const half = start + Math.floor((limit - start) / 2);
  for (const wanted of [/[;:]/, /,/, /\s/]) {
    for (let i = limit - 1; i > half; i -= 1) {
      if (wanted.test(text.charAt(i)) && isSpace(text, wanted.source === "\\s" ? i : i + 1)) {
        return i + 1;
      }
    }
  }
  const splitsPair = /[\udc00-\udfff]/.test(text.charAt(limit));
  return splitsPair && limit - 1 > start ? limit - 1 : limit;
}

function isSpace(text: string, offset: number): boolean {
  return /\s/.test(text.charAt(offset));
}
