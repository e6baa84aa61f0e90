/*
 * A clean article in, its quotable passages out, as offsets into its text. A paragraph is a passage; a
 * subheading goes with the paragraph it announces, an interviewer's question with its answer; a long paragraph
 * is cut between sentences. Together the passages hold every sentence exactly once, in order.
 */
import type { Article, Span } from "../clean/article.ts";
import { MAX_PASSAGE_COST, measureText } from "./measure-text.ts";
import type { Passage } from "./passage.ts";
import { splitSentences } from "./split-sentences.ts";

/** Changes whenever the same article would be split otherwise: vectors kept from before are then made anew. */
export const passagesVersion = "3";

/** A paragraph up to this long, in characters, is one passage: what a reader takes in at a glance. */
const MAX_WHOLE_PARAGRAPH_CHARS = 900;
/** A longer one is cut into equal parts of about this many characters. */
const PREFERRED_PASSAGE_CHARS = 650;
/** No part is much shorter than the others because a long sentence came before it. */
const MIN_SHARE = 0.6;
/** A line this short without a sentence's end is a subheading. */
const MAX_SUBHEADING_CHARS = 90;
/** So is a question, or what an interviewer says, up to this length. */
const MAX_QUESTION_CHARS = 250;

/** Splits `article` into passages. Pure; time linear in the length of the text. */
export function splitPassages(article: Article): readonly Passage[] {
  const { text } = article;
  const costs = measureText(text);
  const passages: Passage[] = [];
  let heading: Span[] = [];
  for (const paragraph of article.paragraphs) {
    const sentences = sentencesOf(text, paragraph);
    if (isSubheading(text, paragraph) && heading.length < 2) {
      heading.push(...sentences);
      continue;
    }
    passages.push(...groupSentences([...heading, ...sentences], paragraph, costs));
    heading = [];
  }
  return heading.length === 0 ? passages : [...passages, ...passagesOf([heading])];
}

function sentencesOf(text: string, paragraph: Span): Span[] {
  return splitSentences(text.slice(paragraph.start, paragraph.end)).map((sentence) => ({
    start: paragraph.start + sentence.start,
    end: paragraph.start + sentence.end,
  }));
}

function isSubheading(text: string, { start, end }: Span): boolean {
  const line = text.slice(start, end);
  const isQuestion = /\?$|^(?:Q|Question) ?:/u.test(line);
  return isQuestion
    ? line.length <= MAX_QUESTION_CHARS
    : line.length <= MAX_SUBHEADING_CHARS && !/[.!…»”")]$/u.test(line);
}

/** Cuts the sentences of one paragraph (and its subheading) into parts of about equal length. */
function groupSentences(
  sentences: readonly Span[],
  paragraph: Span,
  costs: Uint32Array,
): readonly Passage[] {
  const length = paragraph.end - paragraph.start;
  const parts =
    length <= MAX_WHOLE_PARAGRAPH_CHARS ? 1 : Math.round(length / PREFERRED_PASSAGE_CHARS);
  const wanted = length / parts;
  const groups: Span[][] = [];
  let group: Span[] = [];
  for (const sentence of sentences) {
    const first = group[0];
    // Counted from the paragraph's start, so that the last part is no stump.
    const goal = paragraph.start + (groups.length + 1) * wanted;
    const cut = first === undefined ? 0 : Math.max(goal, first.start + MIN_SHARE * wanted);
    if (first !== undefined && isFull(first, sentence, { cut, parts, costs })) {
      groups.push(group);
      group = [];
    }
    group.push(sentence);
  }
  return passagesOf([...groups, group]);
}

/** Whether `next` would rather begin a new part than lengthen the one that began with `first`. */
function isFull(
  first: Span,
  next: Span,
  limits: { cut: number; parts: number; costs: Uint32Array },
): boolean {
  const { cut, parts, costs } = limits;
  const cost = (costs[next.end] ?? 0) - (costs[first.start] ?? 0);
  if (cost > MAX_PASSAGE_COST) return true;
  // The part ends before `next` or after it, wherever that is nearer to the place wanted.
  return parts > 1 && Math.abs(next.start - cut) < Math.abs(next.end - cut);
}

function passagesOf(groups: readonly (readonly Span[])[]): Passage[] {
  return groups.flatMap((sentences) => {
    const first = sentences[0];
    const last = sentences.at(-1);
    if (first === undefined || last === undefined) return [];
    return [{ start: first.start, end: last.end, sentences }];
  });
}
