/** Which messages are meant for the bot, and what they ask once its name is taken out. */
import type { NextFunction } from "grammy";
import type { Message, MessageEntity } from "grammy/types";
import { isGroup, type BotContext } from "./bot-context.ts";

/**
 * In groups lets through only commands and mentions of the bot by name and replies to it; the bot keeps
 * silent about everything else. Everywhere ignores what other bots write and what it wrote itself.
 */
export async function onlyAddressed(ctx: BotContext, next: NextFunction): Promise<void> {
  // Channels are no conversation, and the bot does not ask for their posts.
  if (ctx.channelPost ?? ctx.editedChannelPost) return;
  const message = ctx.message ?? ctx.editedMessage;
  if (message === undefined) return next();
  const isOwn = message.via_bot?.id === ctx.me.id;
  // An anonymous administrator of a group speaks through a bot of Telegram's, with a `sender_chat`.
  const isOtherBot = message.from.is_bot && message.sender_chat === undefined;
  if (isOwn || isOtherBot) return;
  if (!isGroup(ctx) || isAddressed(ctx, message)) await next();
}

/** The text or caption of a message without mentions of the bot; null when it has neither. */
export function questionOf(ctx: BotContext): string | null {
  const message = ctx.message ?? ctx.editedMessage;
  if (message === undefined || (message.text ?? message.caption) === undefined) return null;
  let question = wordsOf(message).text;
  for (const mention of mentionsOf(ctx, message).toReversed()) {
    const end = mention.offset + mention.length;
    question = `${question.slice(0, mention.offset)} ${question.slice(end)}`;
  }
  return question.trim();
}

/**
 * "@bot /Qui Macron" becomes "/qui Macron", also below a picture: so features know a command. The update itself is
 * changed, and in a group still names the bot: handled a second time it stays as it is.
 */
export async function readCommand(ctx: BotContext, next: NextFunction): Promise<void> {
  const { message } = ctx;
  const [words = "", name = "", rest = ""] =
    /^(\/\w+(?:@\w+)?)(.*)$/s.exec(questionOf(ctx) ?? "") ?? [];
  if (message !== undefined && words !== "") {
    const isNamed = !isGroup(ctx) || name.includes("@");
    const command = `${name}${isNamed ? "" : `@${ctx.me.username}`}`.toLowerCase();
    const entities: MessageEntity[] = [{ type: "bot_command", offset: 0, length: command.length }];
    Object.assign(message, { text: command + rest, entities });
  }
  await next();
}

function isAddressed(ctx: BotContext, message: Message): boolean {
  const { text, entities } = wordsOf(message);
  const [first] = entities;
  if (first?.type === "bot_command" && first.offset === 0) {
    const command = text.slice(0, first.length).toLowerCase();
    if (command.includes("@")) return command.endsWith(`@${ctx.me.username.toLowerCase()}`);
  }
  const isReply =
    message.reply_to_message?.from?.id === ctx.me.id &&
    message.reply_to_message.forum_topic_created === undefined;
  return isReply || mentionsOf(ctx, message).length > 0;
}

function mentionsOf(ctx: BotContext, message: Message): MessageEntity[] {
  const name = `@${ctx.me.username.toLowerCase()}`;
  const { text, entities } = wordsOf(message);
  return entities.filter((entity) => {
    if (entity.type === "text_mention") return entity.user.id === ctx.me.id;
    const words = text.slice(entity.offset, entity.offset + entity.length);
    return entity.type === "mention" && words.toLowerCase() === name;
  });
}

/** What is written in a message, or below its picture. */
function wordsOf(message: Message) {
  return {
    text: message.text ?? message.caption ?? "",
    entities: message.entities ?? message.caption_entities ?? [],
  };
}
