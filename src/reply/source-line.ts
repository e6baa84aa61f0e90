import type { Citation, Language } from "../answer/answer.ts";
import type { ArticleId } from "../corpus/raw-article.ts";
import type { ArticleSummary } from "../store/store.ts";
import { dateInWords } from "./date-in-words.ts";
import { FormattedString } from "./formatted-text.ts";
import { shorten } from "./shorten.ts";
import { textsOf } from "./texts/texts-of.ts";

const maxTitleChars = 160;
const maxOutletChars = 60;
const maxOutlets = 5;

/** What is shown of an article: outlet, title, date, as far as they are known. */
export type Described = Pick<Citation, "outlet" | "title" | "published">;

/** "Outlet, « Title », 28 février 2020"; the line is a link when `link` is given. */
export function sourceLine(
  article: Described,
  lang: Language,
  link: string | null = null,
): FormattedString {
  const line = textsOf(lang).answer.sourceLine({
    outlet: article.outlet === null ? null : shorten(oneLine(article.outlet), maxOutletChars),
    title: shortTitle(article.title),
    date: article.published === null ? null : dateInWords(article.published, lang),
  });
  return link === null ? new FormattedString(line) : FormattedString.link(line, link);
}

/** "Aussi dans …": other articles that carry the same passage, by outlet where it is known. */
export function alsoInLine(
  { alsoIn }: Pick<Citation, "alsoIn">,
  lang: Language,
  articles: ReadonlyMap<ArticleId, ArticleSummary> | undefined,
): string | null {
  if (alsoIn.length === 0) return null;
  const { answer } = textsOf(lang);
  const names = alsoIn.map((articleId) => {
    const article = articles?.get(articleId);
    return article?.outlet ?? article?.title ?? null;
  });
  const known = [...new Set(names.filter((name) => name !== null))];
  if (known.length === 0 || known.length > maxOutlets) return answer.alsoInCount(alsoIn.length);
  return answer.alsoIn(known.map((name) => shorten(oneLine(name), maxOutletChars)));
}

/** A title as it fits into one line of a message. */
export function shortTitle(title: string): string {
  return shorten(oneLine(title), maxTitleChars) || "…";
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
