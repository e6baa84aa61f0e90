import type { Span } from "../clean/article.ts";

export interface MarkedText {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

/** A paragraph in three parts: what lies before, within and after a span of the same text. Nothing is lost. */
export function splitAtSpan(text: string, paragraph: Span, span: Span | null): MarkedText {
  const start = clamp(span?.start ?? paragraph.end, paragraph);
  const end = Math.max(start, clamp(span?.end ?? paragraph.end, paragraph));
  return {
    before: text.slice(paragraph.start, start),
    marked: text.slice(start, end),
    after: text.slice(end, paragraph.end),
  };
}

function clamp(offset: number, { start, end }: Span): number {
  return Math.min(Math.max(offset, start), end);
}
