/*
 * An article as it was read in, the article as it was written out: title, paragraphs, one text, and every
 * line that was taken out with the name of the rule that took it. Words are never changed.
 */
import type { RawArticle } from "../corpus/raw-article.ts";
import type { Article, DroppedText, Span } from "./article.ts";
import { findPublication } from "./find-publication.ts";
import { findTitle } from "./find-title.ts";
import { judgeLines } from "./judge-lines.ts";
import { outletOfUrl } from "./outlets.ts";
import { splitLines } from "./split-lines.ts";
import { trimParagraph } from "./trim-paragraph.ts";

/** Changes whenever the same page would be cleaned otherwise: the index then cleans and embeds it anew. */
export const cleanVersion = "4";

const PARAGRAPH_BREAK = "\n\n";

/** Cleans `raw`. Pure; kept and dropped text together are all of the page's text. */
export function cleanArticle(raw: RawArticle): Article {
  const lines = splitLines(raw.text);
  const { title, lines: titleLines, outlet } = findTitle(lines, raw.source.title);
  const verdicts = judgeLines(lines, { title, lines: titleLines, outlet }, raw.form);
  const kept: string[] = [];
  const dropped: DroppedText[] = [];
  lines.forEach((line, i) => {
    const rule = verdicts[i] ?? null;
    if (rule !== null) dropped.push({ text: line.text, rule });
    else {
      const trimmed = trimParagraph(line.text);
      kept.push(trimmed.text);
      dropped.push(...trimmed.dropped);
    }
  });
  const stated = findPublication(dropped);
  const url = raw.source.url ?? stated.url;
  return {
    articleId: raw.articleId,
    title,
    outlet: raw.source.outlet ?? outlet ?? outletOfUrl(url),
    url,
    published: raw.source.published ?? stated.published,
    ...joinParagraphs(kept),
    dropped,
  };
}

function joinParagraphs(kept: readonly string[]): { text: string; paragraphs: readonly Span[] } {
  const paragraphs: Span[] = [];
  let start = 0;
  for (const paragraph of kept) {
    paragraphs.push({ start, end: start + paragraph.length });
    start += paragraph.length + PARAGRAPH_BREAK.length;
  }
  return { text: kept.join(PARAGRAPH_BREAK), paragraphs };
}
