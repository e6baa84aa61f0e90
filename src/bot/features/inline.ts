import { Composer } from "grammy";
import type { InlineQueryResultArticle } from "grammy/types";
import type { Citation, Reply } from "../../answer/answer.ts";
import { shortKey } from "../../reply/button-reference.ts";
import { articleButton } from "../../reply/citation-buttons.ts";
import { isProof } from "../../reply/encounter-words.ts";
import { renderFurtherPassage, renderReply } from "../../reply/render-reply.ts";
import type { RenderedPage } from "../../reply/rendered-reply.ts";
import { shorten } from "../../reply/shorten.ts";
import { wellFormed } from "../../reply/well-formed.ts";
import { maxQuestionChars } from "../answer-question.ts";
import type { BotContext, BotServices } from "../bot-context.ts";
import { keyboard } from "../keyboard.ts";
import { encodeStartPayload } from "../start-payload.ts";

/** Telegram allows 50; a screen shows about four. */
const resultsPerPage = 10;
/** The corpus seldom changes; the answer depends on the language of the person, so it is not shared. */
const cacheSeconds = 60;

/** Inline mode: `@bot question` in any chat offers the answer and each cited passage, to be sent there. */
export function inlineFeature(services: BotServices): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.on("inline_query", async (ctx) => {
    const { chat } = ctx.texts;
    const question = ctx.inlineQuery.query.trim();
    const isReady = services.dependencies.readiness().state === "ready";
    if (!isReady) return answerEmpty(ctx, chat.inlineBuilding);
    if (question === "") return answerEmpty(ctx, chat.inlineHint);
    if (question.length > maxQuestionChars) return answerEmpty(ctx, chat.inlineNothing);
    const reply = await services.dependencies.ask({ question, lang: ctx.lang });
    const results = inlineResults(ctx, reply, services);
    if (results.length === 0) return answerEmpty(ctx, chat.inlineNothing);
    const offset = Number.parseInt(ctx.inlineQuery.offset, 10) || 0;
    const next = offset + resultsPerPage;
    await ctx.answerInlineQuery(results.slice(offset, next), {
      is_personal: true,
      cache_time: cacheSeconds,
      next_offset: next < results.length ? String(next) : "",
    });
  });
  return composer;
}

/** No result, and a line that says why and leads to the bot. */
async function answerEmpty(ctx: BotContext, text: string): Promise<void> {
  await ctx.answerInlineQuery([], {
    is_personal: true,
    cache_time: 5,
    button: { text: shorten(text, 64), start_parameter: "inline" },
  });
}

function inlineResults(
  ctx: BotContext,
  reply: Reply,
  { dependencies }: BotServices,
): InlineQueryResultArticle[] {
  const { answer, others } = reply;
  if (answer.confidence === "none") return [];
  const { publicUrl } = dependencies;
  const [whole] = renderReply(reply, { lang: ctx.lang, interactive: false }).pages;
  const head = inlineResult("answer", ctx.texts.chat.inlineAnswer, whole.text, whole);
  const passages = [...answer.citations, ...others].map((citation, i) => {
    const isOwn = i < answer.citations.length || answer.kind === "encounters";
    const own = isOwn ? single(reply, citation) : null;
    const page =
      own === null
        ? renderFurtherPassage(citation, ctx.lang)
        : renderReply(own, { lang: ctx.lang }).pages[0];
    const options = { lang: ctx.lang, n: null, publicUrl };
    const link = articleButton(citation, options);
    const row = link.action.kind === "callback" ? deepLink(ctx, citation) : [link];
    const title = [citation.outlet, citation.title].filter((part) => part !== null).join(" · ");
    return inlineResult(String(i), title, citation.passage, { ...page, buttons: [row] });
  });
  return [head, ...passages];
}

/** The same answer with one quotation only, and no more than it proves; null when it proves none of it. */
function single({ answer, topic }: Reply, citation: Citation): Reply | null {
  const citations = [citation];
  if (answer.kind !== "encounters") {
    return { answer: { ...answer, citations }, others: [], topic };
  }
  const encounters = answer.encounters.filter((encounter) => isProof(citation, [encounter]));
  if (encounters.length === 0) return null;
  return { answer: { ...answer, citations, encounters }, others: [], topic };
}

function inlineResult(
  id: string,
  title: string,
  description: string,
  page: RenderedPage,
): InlineQueryResultArticle {
  const hasButtons = page.buttons.some((row) => row.length > 0);
  return {
    type: "article",
    id,
    title: wellFormed(shorten(title, 100)),
    description: wellFormed(shorten(description, 160)),
    input_message_content: {
      message_text: page.text,
      entities: page.entities,
      link_preview_options: { is_disabled: true },
    },
    ...(hasButtons ? { reply_markup: keyboard(page.buttons, false) } : {}),
  };
}

/** In a chat that the bot is not part of, a button cannot send the article: it opens the bot instead. */
function deepLink(ctx: BotContext, { articleId }: Citation) {
  const payload = encodeStartPayload({ kind: "article", article: shortKey(articleId) });
  const url = `https://t.me/${ctx.me.username}?start=${payload ?? ""}`;
  return [{ text: ctx.texts.buttons.openBot, action: { kind: "url" as const, url } }];
}
