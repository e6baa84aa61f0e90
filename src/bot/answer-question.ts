/** One question in a chat -> one answer message, remembered so that its buttons and follow-ups work. */
import type { Reply, Topic } from "../answer/answer.ts";
import type { Article } from "../clean/article.ts";
import type { ArticleId } from "../corpus/raw-article.ts";
import { renderReply } from "../reply/render-reply.ts";
import type { RenderedReply } from "../reply/rendered-reply.ts";
import { speakerOf, type BotContext, type BotServices } from "./bot-context.ts";
import type { RememberedReply } from "./bot-memory.ts";
import { say, showPage, type Target } from "./send-page.ts";
import { showAction } from "./show-action.ts";

/** Longer questions are refused before any work; a question is a sentence or two. */
export const maxQuestionChars = 1000;

/** Answers `question` below, or in the place of `target`. */
export async function answerQuestion(
  ctx: BotContext,
  question: string,
  services: BotServices,
  target: Target = "new",
): Promise<void> {
  if (question.length > maxQuestionChars) {
    await say(ctx, ctx.texts.chat.questionTooLong(question.length, maxQuestionChars));
    return;
  }
  if (services.dependencies.readiness().state === "building") {
    await services.waiting.add(ctx, target, (place) => answerNow(ctx, question, services, place));
    return;
  }
  await answerNow(ctx, question, services, target);
}

/** All pages of a reply, in the language it was given in. */
export async function renderRemembered(
  { reply, lang }: RememberedReply,
  { dependencies }: BotServices,
): Promise<RenderedReply> {
  const { corpus, feedback, publicUrl } = dependencies;
  const citations = [...reply.answer.citations, ...reply.others];
  const texts = new Map<ArticleId, Article>();
  for (const articleId of new Set(citations.map((citation) => citation.articleId))) {
    const article = await corpus.article(articleId);
    if (article !== null) texts.set(articleId, article);
  }
  const hasTwins = citations.some(({ alsoIn }) => alsoIn.length > 0);
  const articles = new Map(
    (hasTwins ? await corpus.articles() : []).map((article) => [article.articleId, article]),
  );
  return renderReply(reply, { lang, texts, articles, feedback: feedback !== null, publicUrl });
}

async function answerNow(
  ctx: BotContext,
  question: string,
  services: BotServices,
  target: Target,
): Promise<void> {
  const [reply] = await Promise.all([
    askInChat(ctx, question, services),
    showAction(ctx, "typing", services),
  ]);
  const lang = ctx.isLanguageKnown ? ctx.lang : reply.answer.lang;
  const remembered = { reply, lang, askedBy: speakerOf(ctx)?.userId ?? null };
  const { pages } = await renderRemembered(remembered, services);
  const answerId = await showPage(ctx, pages[0], target);
  remember(ctx, question, { ...remembered, answerId }, services);
}

function askInChat(ctx: BotContext, question: string, services: BotServices): Promise<Reply> {
  const previous = previousTopic(ctx, services);
  return services.dependencies.ask({
    question,
    ...(ctx.isLanguageKnown ? { lang: ctx.lang } : {}),
    ...(previous === undefined ? {} : { previous }),
  });
}

/** What a follow-up refers to: the answer it replies to, else the last one of this person in this chat. */
export function previousTopic(ctx: BotContext, { memory }: BotServices): Topic | undefined {
  const speaker = speakerOf(ctx);
  if (speaker === null) return undefined;
  const repliedTo = ctx.msg?.reply_to_message?.message_id;
  const reply = repliedTo === undefined ? undefined : memory.reply(speaker.chatId, repliedTo);
  return reply?.reply.topic ?? memory.thread(speaker)?.topic;
}

function remember(
  ctx: BotContext,
  question: string,
  answered: RememberedReply & { readonly answerId: number },
  { memory }: BotServices,
): void {
  const speaker = speakerOf(ctx);
  if (speaker === null) return;
  const { reply, lang, askedBy, answerId } = answered;
  memory.rememberReply(speaker.chatId, answerId, { reply, lang, askedBy });
  memory.rememberThread(speaker, { topic: reply.topic, lang });
  const questionId = ctx.message?.message_id ?? ctx.editedMessage?.message_id;
  if (questionId !== undefined) {
    memory.rememberAnswer(speaker.chatId, questionId, { question, answerId, askedBy });
  }
}
