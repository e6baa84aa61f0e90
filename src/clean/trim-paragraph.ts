/*
 * A paragraph that is kept in, the paragraph without the boilerplate that scraping glued to its end out.
 * Only cuts after a sentence's end, so that no sentence loses a word.
 */
import type { DroppedText } from "./article.ts";

export interface TrimmedParagraph {
  readonly text: string;
  readonly dropped: readonly DroppedText[];
}

const GLUED_ENDS: readonly (readonly [rule: string, pattern: RegExp])[] = [
  [
    "related",
    /(?<=[.!?…»”"]\s?)[(>→➡\s]{0,4}(?:À lire|A lire|À LIRE|A LIRE|Lire|LIRE|Voir|VOIR) (?:aussi|également|AUSSI|ÉGALEMENT) ?[:>–-] ?[^.]{4,200}\.?\)?$/u,
  ],
  [
    "byline",
    /(?<=[.!?…»”"])\s?\((?:avec |Avec )?(?:l['’])?(?:AFP|Reuters|REUTERS|AP|ATS|Belga|agences?|Agences?|Xinhua|Sputnik)(?:[ ,/]{1,2}(?:et )?(?:AFP|Reuters|AP|ATS|Belga|agences?))*\)\.?$/u,
  ],
  [
    "photo-credit",
    /(?<=[.!?…»”"])\s?(?:©|\(c\)|\((?:Photo|Crédits?|Image|Illustration)\b)[^.]{1,100}$/u,
  ],
];
/** The ends are looked for in this much of the paragraph. */
const MAX_END_CHARS = 300;

/** Takes glued boilerplate off the end of `paragraph`. */
export function trimParagraph(paragraph: string): TrimmedParagraph {
  const offset = Math.max(0, paragraph.length - MAX_END_CHARS);
  const end = paragraph.slice(offset);
  for (const [rule, pattern] of GLUED_ENDS) {
    const match = pattern.exec(end);
    if (match === null || offset + match.index === 0) continue;
    const text = paragraph.slice(0, offset + match.index).trimEnd();
    return { text, dropped: [{ text: match[0].trim(), rule }] };
  }
  return { text: paragraph, dropped: [] };
}
