/**
 * A short question and the conversation's last one -> a question that stands for itself.
 */
import { findWantedKind, type WantedKind } from "../search/wanted-kind.ts";
import { foldText } from "../terms/fold-text.ts";
import { questionTerms } from "../terms/question-terms.ts";
import type { Topic } from "./answer.ts";

/** A question completed by the conversation's last one. */
export interface ResolvedQuestion {
  /** What to search for. */
  readonly text: string;
  /** The kind of answer the follow-up itself asks for. */
  readonly wanted: WantedKind | null;
}

const continues = /^(?:et|mais|and|ou bien|but)\b/u;
const pronoun =
  /\b(?:il|elle|ils|elles|lui|leur|leurs|celui-ci|celle-ci|cela|ca|he|she|they|him|them|his|her|it|this|that)\b/u;
const mostTerms = 2;
const longestTopic = 300;

/** Completes "quand ?", "et à Paris ?", "qu'a-t-il répondu ?" with the last question; others stay as they are. */
export function resolveFollowUp(question: string, previous: Topic | undefined): ResolvedQuestion {
  const wanted = findWantedKind(question);
  const alone = { text: question, wanted };
  if (previous === undefined || previous.question.trim() === "") return alone;
  const folded = foldText(question).trim();
  const terms = questionTerms(question);
  const named = terms.some(({ marked }) => marked);
  const leans =
    (continues.test(folded) && terms.length <= mostTerms + 1) ||
    terms.length === 0 ||
    (!named && terms.length <= mostTerms && pronoun.test(folded));
  if (!leans) return alone;
  return { text: `${previous.question.slice(-longestTopic)} ${question}`, wanted };
}
