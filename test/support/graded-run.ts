import type { Answer, Ask, Reply } from "../../src/answer/answer.ts";
import type { GradedQuestion } from "./graded-corpora.ts";

/** How the questions of one grade fared. */
export interface GradeResult {
  asked: number;
  /** The first citation, one of the first three, is right. */
  first: number;
  inThree: number;
  /** The first citation is right and its highlight holds the answer. */
  highlighted: number;
  high: number;
  low: number;
  none: number;
  readonly failures: string[];
}

function rightAt(answer: Answer, { articleId, answer: words }: GradedQuestion): number {
  return answer.citations.findIndex(
    (citation) => citation.articleId === articleId && citation.passage.includes(words ?? ""),
  );
}

function isHighlighted(answer: Answer, words: string | null): boolean {
  const [first] = answer.citations;
  if (first?.highlight == null || words === null) return false;
  const { start, passage, highlight } = first;
  return passage.slice(highlight.start - start, highlight.end - start).includes(words);
}

export interface GradedReply {
  readonly question: GradedQuestion;
  readonly reply: Reply;
}

/** Asks every question of its corpus. */
export async function askGraded(
  questions: readonly GradedQuestion[],
  askOf: (corpus: GradedQuestion["corpus"]) => Ask,
): Promise<readonly GradedReply[]> {
  const replies: GradedReply[] = [];
  for (const question of questions) {
    const reply = await askOf(question.corpus)({ question: question.question });
    replies.push({ question, reply });
  }
  return replies;
}

/** Counts replies by grade. */
export function gradeReplies(
  replies: readonly GradedReply[],
): ReadonlyMap<GradedQuestion["grade"], GradeResult> {
  const results = new Map<GradedQuestion["grade"], GradeResult>();
  for (const { question, reply } of replies) {
    const result = results.get(question.grade) ?? {
      ...{ asked: 0, first: 0, inThree: 0, highlighted: 0, high: 0, low: 0, none: 0 },
      failures: [],
    };
    results.set(question.grade, result);
    const { answer } = reply;
    const at = question.articleId === null ? -1 : rightAt(answer, question);
    result.asked++;
    result[answer.confidence]++;
    if (at === 0) result.first++;
    if (at >= 0) result.inThree++;
    if (at === 0 && isHighlighted(answer, question.answer)) result.highlighted++;
    const failed = question.articleId === null ? answer.confidence === "high" : at !== 0;
    if (failed) result.failures.push(`${question.question} (${answer.kind}, ${answer.confidence})`);
  }
  return results;
}
