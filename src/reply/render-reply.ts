import type { Language, Reply } from "../answer/answer.ts";
import type { Article } from "../clean/article.ts";
import type { ArticleId } from "../corpus/raw-article.ts";
import type { ArticleSummary } from "../store/store.ts";
import { FormattedString } from "./formatted-text.ts";
import type { RenderedReply } from "./rendered-reply.ts";

export interface RenderOptions {
  /** @default the answer's language */
  readonly lang?: Language;
  /** Titles and outlets for "aussi dans …"; without them other articles are only counted. */
  readonly articles?: ReadonlyMap<ArticleId, ArticleSummary>;
  /** Full text of cited articles, so that links and shortened quotations end where sentences do. */
  readonly texts?: ReadonlyMap<ArticleId, Article>;
  /** Whether 👍 and 👎 are offered. @default false */
  readonly feedback?: boolean;
  /** Whether buttons that need a conversation are offered; false in a terminal. @default true */
  readonly interactive?: boolean;
}

/** Answer -> words: first line, quotations, sources, buttons. The words on a terminal are `pages[0].text`. */
export function renderReply(reply: Reply, _options: RenderOptions = {}): RenderedReply {
  const text = new FormattedString(reply.answer.citations.map((c) => c.passage).join("\n\n"));
  return { pages: [{ text: text.text, entities: text.entities, buttons: [] }] };
}
