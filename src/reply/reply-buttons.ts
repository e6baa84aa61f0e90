/** The buttons under a page of a reply: articles, context, paging, pictures, 👍 👎. */
import type { Citation, Language, Reply } from "../answer/answer.ts";
import { encodeButton, shortKey } from "./button-reference.ts";
import { articleButton, contextButton, readButton } from "./citation-buttons.ts";
import type { ButtonRows, ReplyButton } from "./rendered-reply.ts";
import type { RenderSettings } from "./render-reply.ts";
import { textsOf } from "./texts/texts-of.ts";

/** Page `page` of `of`, counted from 0. */
export interface PagePosition {
  readonly page: number;
  readonly of: number;
}

export function replyButtons(
  reply: Reply,
  shown: readonly Citation[],
  position: PagePosition,
  settings: RenderSettings,
): ButtonRows {
  return [
    ...shown.map((citation) => citationRow(reply, citation, shown.length, settings)),
    pictureRow(reply, settings.lang),
    answerPaging(reply, position, settings.lang),
    settings.feedback && reply.answer.kind !== "source" && isJudged(reply)
      ? judgeRow(settings.lang)
      : [],
  ];
}

/** "Précédent", "2 / 5", "Suivant": `target` says what a page's button refers to. */
export function pagingRow(
  { page, of }: PagePosition,
  lang: Language,
  target: (page: number) => string,
): readonly ReplyButton[] {
  const { buttons } = textsOf(lang);
  if (of <= 1) return [];
  const to = (text: string, number: number): ReplyButton => ({
    text,
    action: { kind: "callback", data: target(number) },
  });
  return [
    ...(page > 0 ? [to(buttons.previous, page - 1)] : []),
    {
      text: buttons.position(page + 1, of),
      action: { kind: "callback", data: encodeButton({ kind: "nothing" }) },
    },
    ...(page < of - 1 ? [to(buttons.next, page + 1)] : []),
  ];
}

function citationRow(
  reply: Reply,
  citation: Citation,
  shown: number,
  { lang, publicUrl, texts }: RenderSettings,
): readonly ReplyButton[] {
  const articleText = texts?.get(citation.articleId)?.text;
  const options = {
    lang,
    n: shown > 1 ? citation.n : null,
    publicUrl,
    ...(articleText === undefined ? {} : { articleText }),
  };
  if (reply.answer.kind !== "source") {
    return [articleButton(citation, options), contextButton(citation, options)];
  }
  const article = articleButton(wholeArticle(citation), options);
  return citation.url === null ? [article] : [article, readButton(citation, options)];
}

function pictureRow({ answer }: Reply, lang: Language): readonly ReplyButton[] {
  const person = answer.kind === "encounters" ? (answer.query.person?.id ?? null) : null;
  if (person === null) return [];
  const { buttons } = textsOf(lang);
  const key = shortKey(person);
  return (["graph", "timeline"] as const).map((picture) => ({
    text: buttons[picture],
    action: {
      kind: "callback",
      data: encodeButton({ kind: "picture", picture, person: key }),
    },
  }));
}

/** Whoever asks for an article gets it from its beginning. */
function wholeArticle(citation: Citation): Citation {
  return { ...citation, passage: "", start: 0, end: 0, highlight: null };
}

/** From the answer: how many more passages there are; from a further page: back and forth. */
function answerPaging(
  reply: Reply,
  position: PagePosition,
  lang: Language,
): readonly ReplyButton[] {
  const target = (page: number) => encodeButton({ kind: "page", page });
  if (position.page > 0) return pagingRow(position, lang, target);
  if (position.of <= 1) return [];
  const text = textsOf(lang).buttons.others(reply.others.length);
  return [{ text, action: { kind: "callback", data: target(1) } }];
}

function judgeRow(lang: Language): readonly ReplyButton[] {
  const { buttons } = textsOf(lang);
  return ([true, false] as const).map((right) => ({
    text: right ? buttons.right : buttons.wrong,
    action: { kind: "callback", data: encodeButton({ kind: "judge", right }) },
  }));
}

/** A greeting or an empty question is nothing to judge. */
function isJudged({ answer }: Reply): boolean {
  return (
    answer.kind !== "no-answer" ||
    (answer.reason !== "empty-question" && answer.reason !== "empty-corpus")
  );
}
