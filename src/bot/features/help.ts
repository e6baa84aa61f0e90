import { Composer } from "grammy";
import { createPage } from "../../reply/rendered-page.ts";
import type { ButtonRows } from "../../reply/rendered-reply.ts";
import type { BotContext, BotServices } from "../bot-context.ts";
import { commandLines, commandNames } from "../command-group.ts";
import { exampleLines } from "../example-questions.ts";
import { showPage } from "../send-page.ts";

/** /help: what may be asked, with examples from this corpus, and every command. */
export function helpFeature(services: BotServices): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.command(commandNames("help"), (ctx) => showHelp(ctx, services));
  return composer;
}

export async function showHelp(ctx: BotContext, services: BotServices): Promise<void> {
  const { chat } = ctx.texts;
  const commands = commandLines(ctx.lang, ctx.chat?.type === "private");
  const blocks = [
    chat.help,
    await exampleLines(ctx, services),
    [chat.commandsHead, ...commands].join("\n"),
  ];
  await showPage(ctx, createPage(blocks, helpButtons(ctx, services)));
}

function helpButtons(ctx: BotContext, { dependencies }: BotServices): ButtonRows {
  const { buttons } = ctx.texts;
  const { publicUrl } = dependencies;
  return [
    ctx.me.supports_inline_queries
      ? [{ text: buttons.share, action: { kind: "inline", query: "" } }]
      : [],
    publicUrl?.startsWith("https://")
      ? [{ text: buttons.page, action: { kind: "web-app", url: publicUrl } }]
      : [],
  ];
}
