/*
 * One paragraph in, every place where a sentence may begin out, in order. Intl.Segmenter takes quadratic
 * time on long text without ends, so it only ever sees windows; a window ends at white space if there is any.
 */

/** Characters the segmenter sees at once. Its cost grows with the square; 2,000 take about 1 ms. */
const WINDOW_CHARS = 2000;
/** White space is looked for this far back from a window's end. */
const WINDOW_SLACK_CHARS = 200;

/** "…nombre de morts.Gilead a fixé…": scraping lost the space. The letters around rule out "www.Site". */
const GLUED_SENTENCES = /(?<=\p{Ll}{3}[.!?…]["»”]?)(?=["«“]?\p{Lu}\p{Ll}*(?:['’ ]|-\p{Ll}))/gu;

/** "… Oui. » Puis il part": French puts a space before the closing sign, and the segmenter stops there. */
const AFTER_QUOTATION = /(?<=[.!?…][ \u00a0\u202f]?[»”])\s+(?=[«“"(\p{Lu}–—])/gu;

/** Made once: making one takes longer than splitting a paragraph. */
const SEGMENTER = new Intl.Segmenter("fr", { granularity: "sentence" });

/** Returns the offsets at which a new sentence may start, `0` and `paragraph.length` excluded. */
export function findBreaks(paragraph: string): readonly number[] {
  const breaks = new Set<number>();
  let start = 0;
  while (start < paragraph.length) {
    const window = paragraph.slice(start, windowEnd(paragraph, start));
    const segments = [...SEGMENTER.segment(window)];
    const isLast = start + window.length === paragraph.length;
    // The last segment of a window may go on in the next one: begin there again, unless it is all there is.
    const last = segments.at(-1);
    const next = isLast || last === undefined || last.index === 0 ? window.length : last.index;
    for (const { index } of segments) if (index > 0) breaks.add(start + index);
    start += next;
  }
  for (const pattern of [GLUED_SENTENCES, AFTER_QUOTATION]) {
    for (const { index } of paragraph.matchAll(pattern)) breaks.add(index);
  }
  return [...breaks].sort((a, b) => a - b);
}

function windowEnd(paragraph: string, start: number): number {
  const limit = start + WINDOW_CHARS;
  if (limit >= paragraph.length) return paragraph.length;
  for (let i = limit; i > limit - WINDOW_SLACK_CHARS; i -= 1) {
    if (/\s/.test(paragraph.charAt(i))) return i;
  }
  return /[\udc00-\udfff]/.test(paragraph.charAt(limit)) ? limit - 1 : limit;
}
