import { Composer } from "grammy";
import { shortTitle } from "../../reply/source-line.ts";
import { shorten } from "../../reply/shorten.ts";
import { safeUrl } from "../../reply/text-fragment.ts";
import type { BotContext, BotServices } from "../bot-context.ts";
import type { AdditionOutcome, ArticleSubmission } from "../bot-dependencies.ts";
import { downloadFile, maxFileBytes } from "../download-file.ts";
import { say } from "../send-page.ts";

/** In private, administrators add articles by sending their links or a file. */
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
    const urls = linksToAdd(ctx.message.text);
    if (urls.length === 0) await next();
    for (const url of urls) await submit(ctx, { kind: "link", url });
  });
  ofAdmin.on("message:document", async (ctx) => {
    const { file_name: name = "article.txt", file_size: size = 0 } = ctx.message.document;
    const bytes = size > maxFileBytes ? null : await downloadFile(ctx, client ?? {});
    if (bytes !== null) await submit(ctx, { kind: "file", name, bytes });
    else await say(ctx, ctx.texts.chat.fileTooLarge(maxFileBytes / 1_000_000));
  });
  return composer;
}

/** Links and nothing else, or one among words that ask and command nothing: so phones share an article, with its title. */
function linksToAdd(text: string): readonly string[] {
  const link = /https?:\/\/\S+/gi;
  const urls = (text.match(link) ?? []).flatMap((found) => safeUrl(found) ?? []);
  const around = text.replace(link, "").trim();
  return around === "" || (urls.length === 1 && !/^\/|\?/.test(around)) ? urls : [];
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
