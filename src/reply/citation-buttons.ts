/** The buttons that lead from a quotation to its article. */
import type { Citation, Language } from "../answer/answer.ts";
import type { Span } from "../clean/article.ts";
import { encodeButton, passageCheck, shortKey } from "./button-reference.ts";
import type { ReplyButton } from "./rendered-reply.ts";
import { linkToPassage } from "./text-fragment.ts";
import { textsOf } from "./texts/texts-of.ts";

/** What a button needs to know of a citation. */
export type Linkable = Pick<
  Citation,
  "articleId" | "outlet" | "url" | "passage" | "start" | "end" | "highlight"
>;

export interface CitationButtonOptions {
  readonly lang: Language;
  /** Null: the message has one citation only, which needs no number. */
  readonly n: number | null;
  readonly publicUrl: string | null;
  /** The whole text of the article where it is at hand: the link can then be made unmistakable. */
  readonly articleText?: string;
}

/** To the article at its outlet, else on the page, else in the chat. */
export function articleButton(citation: Linkable, options: CitationButtonOptions): ReplyButton {
  const { buttons } = textsOf(options.lang);
  const link = citationLink(citation, options.articleText);
  if (link !== null) {
    return {
      text: buttons.open(options.n, citation.outlet),
      action: { kind: "url", url: link },
    };
  }
  return readButton(citation, options);
}

/** To the stored article: on the page where people can reach it, else in the chat. */
export function readButton(citation: Linkable, options: CitationButtonOptions): ReplyButton {
  const { buttons } = textsOf(options.lang);
  const reader = readerLink(citation, options.publicUrl);
  if (reader !== null) {
    return { text: buttons.reader(options.n), action: { kind: "url", url: reader } };
  }
  const data = encodeButton({ kind: "read", article: shortKey(citation.articleId) });
  return { text: buttons.read(options.n), action: { kind: "callback", data } };
}

export function contextButton(
  { articleId, passage, start, end }: Linkable,
  { lang, n }: CitationButtonOptions,
): ReplyButton {
  const data = encodeButton({
    kind: "context",
    article: shortKey(articleId),
    span: { start, end },
    check: passageCheck(passage),
  });
  return { text: textsOf(lang).buttons.context(n), action: { kind: "callback", data } };
}

/** The address of the article, opened at the answering sentence; null when no usable address is known. */
export function citationLink(citation: Linkable, articleText?: string): string | null {
  const target: Span = citation.highlight ?? citation;
  if (articleText !== undefined) return linkToPassage(citation.url, articleText, target);
  const { passage, start } = citation;
  return linkToPassage(citation.url, passage, {
    start: target.start - start,
    end: target.end - start,
  });
}

/** The passage in the page's reader; null where people cannot reach the page. */
function readerLink(
  { articleId, start, end }: Pick<Linkable, "articleId" | "start" | "end">,
  publicUrl: string | null,
): string | null {
  if (publicUrl === null || !URL.canParse(publicUrl)) return null;
  const base = publicUrl.endsWith("/") ? publicUrl : `${publicUrl}/`;
  return new URL(
    `articles/${encodeURIComponent(articleId)}?start=${start}&end=${end}#passage`,
    base,
  ).href;
}
