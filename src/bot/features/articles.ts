import { Composer } from "grammy";
import type { Article } from "../../clean/article.ts";
import { encodeButton, shortKey, type ShortKey } from "../../reply/button-reference.ts";
import { readButton } from "../../reply/citation-buttons.ts";
import { describeEncounter, distinctEncounters } from "../../reply/encounter-words.ts";
import { FormattedString } from "../../reply/formatted-text.ts";
import { renderArticlePart } from "../../reply/render-article.ts";
import { createPage } from "../../reply/rendered-page.ts";
import type { RenderedPage } from "../../reply/rendered-reply.ts";
import { pagingRow } from "../../reply/reply-buttons.ts";
import { sourceLine } from "../../reply/source-line.ts";
import { safeUrl } from "../../reply/text-fragment.ts";
import { findArticle } from "../find-article.ts";
import { onButton } from "../on-button.ts";
import type { BotContext, BotServices } from "../bot-context.ts";
import { commandNames } from "../command-group.ts";
import { say, showPage, turnPage } from "../send-page.ts";

const articlesPerPage = 6;
const maxEncounterLines = 4;

/** /articles: the collection by pages, each article with its card, its link and its text. */
export function articlesFeature(services: BotServices): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.command(commandNames("articles"), async (ctx) => {
    await showPage(ctx, await articlesPage(ctx, 0, services));
  });
  onButton(composer, "articles", async (ctx, { page }) => {
    await turnPage(ctx, await articlesPage(ctx, page, services));
  });
  onButton(composer, "card", (ctx, { article }) => showArticleCard(ctx, article, services));
  onButton(composer, "read", async (ctx, { article }) => {
    const page = await articlePart(ctx, article, 0, services);
    if (page !== null) await showPage(ctx, page);
  });
  onButton(composer, "part", async (ctx, { article, part }) => {
    const page = await articlePart(ctx, article, part, services);
    if (page !== null) await turnPage(ctx, page);
  });
  return composer;
}

/** What is known of one article, with buttons to its outlet and its text. */
export async function showArticleCard(
  ctx: BotContext,
  key: ShortKey,
  { dependencies }: BotServices,
): Promise<void> {
  const article = await findArticle(dependencies.corpus, key);
  if (article === null) {
    await say(ctx, ctx.texts.chat.articleGone);
    return;
  }
  const encounters = await dependencies.corpus.encounters();
  const told = encounters.filter(({ articleId }) => articleId === article.articleId);
  const lines = distinctEncounters(told)
    .slice(0, maxEncounterLines)
    .map((encounter) => `• ${describeEncounter(encounter, ctx.lang)}`);
  const link = safeUrl(article.url);
  await showPage(
    ctx,
    createPage(
      [
        FormattedString.bold(sourceLine(article, ctx.lang)),
        ...(link === null ? [ctx.texts.answer.noAddress] : []),
        ...(lines.length > 0 ? [lines.join("\n")] : []),
      ],
      cardButtons(ctx, article, dependencies.publicUrl),
    ),
  );
}

/** A part of the stored article; null, with a notice, when it is gone. */
async function articlePart(
  ctx: BotContext,
  key: ShortKey,
  part: number,
  { dependencies }: BotServices,
): Promise<RenderedPage | null> {
  const article = await findArticle(dependencies.corpus, key);
  const page = article === null ? null : renderArticlePart(article, part, ctx.lang);
  if (page === null) ctx.notice = { text: ctx.texts.chat.articleGone, alert: true };
  return page;
}

function cardButtons(ctx: BotContext, article: Article, publicUrl: string | null) {
  const link = safeUrl(article.url);
  const whole = { ...article, passage: "", start: 0, end: 0, highlight: null };
  return [
    link === null
      ? []
      : [
          {
            text: ctx.texts.buttons.open(null, article.outlet),
            action: { kind: "url", url: link } as const,
          },
        ],
    [readButton(whole, { lang: ctx.lang, n: null, publicUrl })],
  ];
}

async function articlesPage(
  ctx: BotContext,
  page: number,
  { dependencies }: BotServices,
): Promise<RenderedPage> {
  const { chat } = ctx.texts;
  const articles = await dependencies.corpus.articles();
  if (articles.length === 0) {
    const isBuilding = dependencies.readiness().state === "building";
    return createPage([isBuilding ? chat.buildingSoon : chat.noArticles]);
  }
  const of = Math.ceil(articles.length / articlesPerPage);
  const first = Math.min(page, of - 1) * articlesPerPage;
  const shown = articles.slice(first, first + articlesPerPage);
  const lines = shown.map((article, i) =>
    FormattedString.join([
      `${first + i + 1}. `,
      sourceLine(article, ctx.lang, safeUrl(article.url)),
    ]),
  );
  const numbers = shown.map(({ articleId }, i) => ({
    text: String(first + i + 1),
    action: {
      kind: "callback" as const,
      data: encodeButton({ kind: "card", article: shortKey(articleId) }),
    },
  }));
  const paging = pagingRow({ page: Math.min(page, of - 1), of }, ctx.lang, (to) =>
    encodeButton({ kind: "articles", page: to }),
  );
  return createPage([chat.articlesHead(articles.length), ...lines], [numbers, paging]);
}
