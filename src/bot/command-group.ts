/** The commands by name and language: registered with Telegram, and consulted for "did you mean". */
import { CommandGroup, commandNotFound, commands, type CommandsFlavor } from "@grammyjs/commands";
import type { Api } from "grammy";
import type { BotCommandScope } from "grammy/types";
import type { Language } from "../answer/answer.ts";
import { languages, textsOf } from "../reply/texts/texts-of.ts";
import type { CommandId } from "../reply/texts/texts.ts";
import type { BotContext } from "./bot-context.ts";

/** In the order of the menu. */
const everywhere: readonly CommandId[] = ["who", "articles", "source", "graph", "help", "privacy"];
const privateOnly: readonly CommandId[] = ["language", "settings", "forget", "cancel", "start"];

const scopes: readonly { readonly scope: BotCommandScope; readonly ids: readonly CommandId[] }[] = [
  { scope: { type: "default" }, ids: [...everywhere, ...privateOnly] },
  { scope: { type: "all_private_chats" }, ids: [...everywhere, ...privateOnly] },
  { scope: { type: "all_group_chats" }, ids: everywhere },
];

export type { CommandsFlavor };

/** Fills `ctx.getNearestCommand`. */
export const commandHelpers = commands;

/** Every name a command answers to, whatever the language of the chat. */
export function commandNames(id: CommandId): string[] {
  return [...new Set([id, ...languages.map((lang) => textsOf(lang).commands[id].name)])];
}

/** The commands of a scope, one line each: "/help How to ask a question". */
export function commandLines(lang: Language, isPrivate: boolean): string[] {
  const ids = isPrivate ? [...everywhere, ...privateOnly] : everywhere;
  return ids.map((id) => {
    const { name, description } = textsOf(lang).commands[id];
    return `/${name} · ${description}`;
  });
}

/** Tells Telegram the commands per scope and language. @throws {GrammyError} */
export async function registerCommands(api: Api, defaultLanguage: Language): Promise<void> {
  for (const { scope, ids } of scopes) {
    const group = commandGroup(ids, defaultLanguage);
    for (const { commands: found, language_code } of group.toSingleScopeArgs(scope).commandParams) {
      await api.setMyCommands(
        found.map(({ command, description }) => ({ command, description })),
        { scope, ...(language_code === undefined ? {} : { language_code }) },
      );
    }
  }
}

/** The known command nearest to the unknown one of a message; null when none is near. */
export function nearestCommand(ctx: BotContext): string | null {
  const group = commandGroup([...everywhere, ...privateOnly], ctx.lang);
  if (!ctx.has(":text") || !commandNotFound(group)(ctx)) return null;
  return ctx.getNearestCommand(group, { ignoreLocalization: true });
}

function commandGroup(ids: readonly CommandId[], fallback: Language): CommandGroup<BotContext> {
  const group = new CommandGroup<BotContext>();
  for (const id of ids) {
    const { name, description } = textsOf(fallback).commands[id];
    const command = group.command(name, description).addToScope({ type: "default" });
    for (const lang of languages) {
      const localized = textsOf(lang).commands[id];
      command.localize(lang, localized.name, localized.description);
    }
  }
  return group;
}
