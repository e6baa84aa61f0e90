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

/** "… lundi. 870 pompiers": the segmenter takes a figure before a small letter for a part of the sentence. */
const BEFORE_FIGURE = /(?<=[\p{Ll}»”%)]{2}[.!?…])\s+(?=\d)/gu;

/** Made once: making one takes longer than splitting a paragraph. */
const SEGMENTER = new Intl.Segmenter("fr", { granularity: "sentence" });

/** Without one of these before its last character a paragraph is one sentence (Unicode annex 29, and those above). */
const SENTENCE_END = /[\p{Sentence_Terminal}…\n\r\u0085\u2028\u2029](?!$)/u;

/** Returns the offsets at which a new sentence may start, `0` and `paragraph.length` excluded. */
export function findBreaks(paragraph: string): readonly number[] {
  if (!SENTENCE_END.test(paragraph)) return [];
  const breaks = segmentBreaks(paragraph);
  const missed = [GLUED_SENTENCES, AFTER_QUOTATION, BEFORE_FIGURE].flatMap((pattern) =>
    Array.from(paragraph.matchAll(pattern), ({ index }) => index),
  );
  return missed.length === 0 ? breaks : [...new Set([...breaks, ...missed])].sort((a, b) => a - b);
}

/** The places that the segmenter finds, in order. */
function segmentBreaks(paragraph: string): readonly number[] {
  const breaks: number[] = [];
  let start = 0;
  while (start < paragraph.length) {
    const window = paragraph.slice(start, windowEnd(paragraph, start));
    let last = 0;
    for (const { index } of SEGMENTER.segment(window)) {
      if (index > 0) breaks.push(start + index);
      last = index;
    }
    // The last segment of a window may go on in the next one: begin there again, unless it is all there is.
    const isWhole = last === 0 || start + window.length === paragraph.length;
    start += isWhole ? window.length : last;
  }
  return breaks;
}

function windowEnd(paragraph: string, start: number): number {
  const limit = start + WINDOW_CHARS;
  if (limit >= paragraph.length) return paragraph.length;
  for (let i = limit; i > limit - WINDOW_SLACK_CHARS; i -= 1) {
    if (/\s/.test(paragraph.charAt(i))) return i;
  }
  return /[\udc00-\udfff]/.test(paragraph.charAt(limit)) ? limit - 1 : limit;
}
