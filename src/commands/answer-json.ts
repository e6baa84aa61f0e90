// Answer -> the object that `ask --json` prints. Its form is a contract: other programs read it.

import type { Reply } from "../answer/answer.ts";

/** @param text the reply as a person reads it. @param id what the caller named the question. */
export function answerJson({ answer }: Reply, text: string, id?: string | number): object {
  return {
    ...(id === undefined ? {} : { id }),
    question: answer.question,
    lang: answer.lang,
    kind: answer.kind,
    confidence: answer.confidence,
    verdict: answer.verdict,
    text,
    citations: answer.citations,
    encounters: answer.encounters,
    timings: answer.timings,
  };
}
