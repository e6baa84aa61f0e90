/** The first lines of a reply: what the articles say, said no more firmly than they do. */
import type { Answer, Language, NoAnswer } from "../answer/answer.ts";
import { encounterLines, notStatedLine } from "./encounter-words.ts";
import { textsOf } from "./texts/texts-of.ts";
import type { Texts } from "./texts/texts.ts";

export function answerHead(answer: Answer, lang: Language): string {
  const texts = textsOf(lang);
  switch (answer.kind) {
    case "passages":
      return answer.confidence === "high" ? texts.answer.high : texts.answer.low;
    case "encounters":
      return encounterLines(answer, lang).join("\n");
    case "source":
      return sourceHead(
        answer.citations.map(({ url }) => url),
        texts,
      );
    case "no-answer": {
      const nearest = answer.confidence !== "none" && answer.citations.length > 0;
      return [noAnswerLine(answer, texts), ...(nearest ? [texts.answer.nearest] : [])].join("\n");
    }
  }
}

function sourceHead(urls: readonly (string | null)[], { answer }: Texts): string {
  const known = urls.filter((url) => url !== null).length;
  if (urls.length === 0) return answer.noSource;
  if (known === urls.length) return answer.sourceKnown(known);
  return known === 0 ? answer.sourceUnknown(urls.length) : answer.sourcesMixed;
}

function noAnswerLine({ reason, query }: NoAnswer, texts: Texts): string {
  switch (reason) {
    case "empty-question":
      return texts.answer.emptyQuestion;
    case "empty-corpus":
      return texts.answer.emptyCorpus;
    case "out-of-corpus":
      return texts.answer.outOfCorpus;
    case "not-stated":
      return query === null ? texts.answer.notStated : notStatedLine(query, texts);
  }
}
