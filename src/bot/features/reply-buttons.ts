import { Composer } from "grammy";
import type { Language } from "../../answer/answer.ts";
import { encodeButton, passageCheck } from "../../reply/button-reference.ts";
import { renderContext } from "../../reply/render-context.ts";
import type { RenderedPage, ReplyButton } from "../../reply/rendered-reply.ts";
import { textsOf } from "../../reply/texts/texts-of.ts";
import { renderRemembered } from "../answer-question.ts";
import type { BotContext, BotServices } from "../bot-context.ts";
import type { RememberedReply } from "../bot-memory.ts";
import { findArticle } from "../find-article.ts";
import { onButton } from "../on-button.ts";
import { showPage, turnPage } from "../send-page.ts";

/** The buttons of an answer: further passages and the paragraphs around one, in the answer's place. */
export function replyButtonsFeature(services: BotServices): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  onButton(composer, "page", async (ctx, { page }) => {
    const remembered = rememberedReply(ctx, services);
    const pages = remembered ? (await renderRemembered(remembered, services)).pages : [];
    const wanted: RenderedPage | undefined = pages[page];
    if (wanted === undefined) ctx.notice = { text: ctx.texts.chat.oldButton, alert: true };
    else await turnPage(ctx, wanted);
  });
  onButton(composer, "context", async (ctx, { article: key, span, check }) => {
    const article = await findArticle(services.dependencies.corpus, key);
    const passage = article?.text.slice(span.start, span.end) ?? "";
    if (article === null || passageCheck(passage) !== check) {
      ctx.notice = { text: ctx.texts.chat.articleGone, alert: true };
      return;
    }
    // Without the answer there is no way back to it: the context then goes below.
    const remembered = rememberedReply(ctx, services);
    const back =
      remembered === undefined
        ? null
        : backButton(ctx, remembered.lang, (await renderRemembered(remembered, services)).pages);
    const { publicUrl } = services.dependencies;
    const lang = remembered?.lang ?? ctx.lang;
    const page = renderContext(article, span, { lang, publicUrl, back });
    if (back === null) await showPage(ctx, page);
    else await turnPage(ctx, page);
  });
  onButton(composer, "nothing", () => Promise.resolve());
  return composer;
}

function rememberedReply(ctx: BotContext, { memory }: BotServices): RememberedReply | undefined {
  const messageId = ctx.callbackQuery?.message?.message_id;
  if (ctx.chatId === undefined || messageId === undefined) return undefined;
  return memory.reply(ctx.chatId, messageId);
}

/** Back to the page whose button was pressed, in the language of the answer: in a group another may press it. */
function backButton(ctx: BotContext, lang: Language, pages: readonly RenderedPage[]) {
  const isPressed = ({ action }: ReplyButton) =>
    action.kind === "callback" && action.data === ctx.callbackQuery?.data;
  const page = Math.max(
    0,
    pages.findIndex(({ buttons }) => buttons.flat().some(isPressed)),
  );
  const data = encodeButton({ kind: "page", page });
  return { text: textsOf(lang).buttons.back, action: { kind: "callback" as const, data } };
}
