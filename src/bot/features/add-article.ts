import { Composer } from "grammy";
import { shortTitle } from "../../reply/source-line.ts";
import { shorten } from "../../reply/shorten.ts";
import { safeUrl } from "../../reply/text-fragment.ts";
import type { BotContext, BotServices } from "../bot-context.ts";
import type { AdditionOutcome, ArticleSubmission } from "../bot-dependencies.ts";
import { downloadFile, maxFileBytes } from "../download-file.ts";
import { say } from "../send-page.ts";

/** In private, administrators add an article by sending its link or its file. */
export function addArticleFeature(services: BotServices): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  const { addArticle, admins, client } = services.dependencies;
  if (addArticle === null) return composer;
  const submit = async (ctx: BotContext, submission: ArticleSubmission) => {
    await say(ctx, ctx.texts.chat.adding);
    await say(ctx, outcomeText(ctx, await addArticle(submission)));
  };
  const ofAdmin = composer.chatType("private").filter(({ from }) => admins.has(from.id));
  ofAdmin.on("message:text", async (ctx, next) => {
    const text = ctx.message.text.trim();
    const url = /^https?:\/\/\S+$/i.test(text) ? safeUrl(text) : null;
    if (url === null) await next();
    else await submit(ctx, { kind: "link", url });
  });
  ofAdmin.on("message:document", async (ctx) => {
    const { file_name: name = "article.txt", file_size: size = 0 } = ctx.message.document;
    const bytes = size > maxFileBytes ? null : await downloadFile(ctx, client ?? {});
    if (bytes !== null) await submit(ctx, { kind: "file", name, bytes });
    else await say(ctx, ctx.texts.chat.fileTooLarge(maxFileBytes / 1_000_000));
  });
  return composer;
}

function outcomeText({ texts: { chat } }: BotContext, outcome: AdditionOutcome): string {
  switch (outcome.kind) {
    case "added":
      return chat.added(shortTitle(outcome.title));
    case "unchanged":
      return chat.unchanged(shortTitle(outcome.title));
    case "rejected":
      return chat.rejected(shorten(outcome.reason, 400));
  }
}
