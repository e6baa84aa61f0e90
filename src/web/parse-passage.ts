/** The offsets of `/articles/:articleId?start=&end=`, checked against the article's text. */
import type { Span } from "../clean/article.ts";

/**
 * @returns the span, never cutting a character in two; null when none is asked for; `invalid` when
 *   the text has no such span
 */
export function parsePassage(
  start: string | undefined,
  end: string | undefined,
  text: string,
): Span | "invalid" | null {
  if (start === undefined && end === undefined) return null;
  const [from, to] = [parseOffset(start), parseOffset(end)];
  if (from === null || to === null || from >= to || to > text.length) return "invalid";
  return {
    start: isInsidePair(text, from) ? from - 1 : from,
    end: isInsidePair(text, to) ? to + 1 : to,
  };
}

function parseOffset(value: string | undefined): number | null {
  return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : null;
}

function isInsidePair(text: string, offset: number): boolean {
  return (
    /[\uD800-\uDBFF]/.test(text.charAt(offset - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(offset))
  );
}
