import { Composer } from "grammy";
import { encodeButton } from "../../reply/button-reference.ts";
import { createPage } from "../../reply/rendered-page.ts";
import type { ButtonRows, RenderedPage } from "../../reply/rendered-reply.ts";
import { answerQuestion } from "../answer-question.ts";
import type { BotContext, BotServices } from "../bot-context.ts";
import { commandNames } from "../command-group.ts";
import { exampleLines } from "../example-questions.ts";
import { say, showPage } from "../send-page.ts";
import { parseStartPayload } from "../start-payload.ts";
import { showArticleCard } from "./articles.ts";

/** /start: the welcome, or what a deep link leads to: an article, or a question. */
export function startFeature(services: BotServices): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.command(commandNames("start"), async (ctx) => {
    const payload = parseStartPayload(ctx.match);
    if (payload?.kind === "article") await showArticleCard(ctx, payload.article, services);
    else if (payload?.kind === "question") {
      await say(ctx, ctx.texts.chat.asked(payload.question));
      await answerQuestion(ctx, payload.question, services);
    } else await showWelcome(ctx, services);
  });
  return composer;
}

/** Who the bot is, and what may be asked of this corpus. */
export async function showWelcome(ctx: BotContext, services: BotServices): Promise<void> {
  await showPage(ctx, await welcomePage(ctx, services));
}

async function welcomePage(ctx: BotContext, services: BotServices): Promise<RenderedPage> {
  const { corpus, admins } = services.dependencies;
  const { chat } = ctx.texts;
  const articles = await corpus.articles();
  const isAdmin = ctx.from !== undefined && admins.has(ctx.from.id);
  const blocks = [
    chat.welcome(articles.length),
    await exampleLines(ctx, services),
    ...(isAdmin ? [chat.adminHint] : []),
  ];
  return createPage(blocks, welcomeButtons(ctx, services));
}

function welcomeButtons(ctx: BotContext, { dependencies }: BotServices): ButtonRows {
  const { buttons, chat } = ctx.texts;
  const { publicUrl } = dependencies;
  return [
    [
      {
        text: chat.articlesButton,
        action: { kind: "callback", data: encodeButton({ kind: "articles", page: 0 }) },
      },
      {
        text: chat.peopleButton,
        action: { kind: "callback", data: encodeButton({ kind: "people", page: 0 }) },
      },
    ],
    publicUrl?.startsWith("https://")
      ? [{ text: buttons.page, action: { kind: "web-app", url: publicUrl } }]
      : [],
  ];
}
