/** A bot over one invented article, whose answers are made by hand, with whatever dependencies a test wants. */
import type { Ask, AskRequest } from "../../src/answer/answer.ts";
import type { BotDependencies } from "../../src/bot/bot-dependencies.ts";
import type { CreateBotOptions } from "../../src/bot/create-bot.ts";
import type { Update } from "grammy/types";
import { cite, encounter, invented, passagesReply } from "./invented-reply.ts";
import { createRecordedBot, type RecordedBot } from "./seed-bot.ts";

export interface InventedBot extends RecordedBot {
  /** What was asked so far. */
  readonly asked: AskRequest[];
  /** Lines logged so far, as one string. */
  readonly log: () => string;
  /** Handles an update and returns what people then see. */
  readonly send: (update: Update) => Promise<readonly SeenCall[]>;
}

/** The fields of a call that tests look at. */
export interface SeenCall {
  readonly method: string;
  readonly text: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** `[label, data or address]` of each button. */
  readonly buttons: readonly (readonly [string, string])[];
}

export const signed = "Ils ont signé un accord sur le débit du Rhône.";

const quiet = () => undefined;

/** Everything a bot over the invented article is handed. */
export function inventedDependencies(change: Partial<BotDependencies> = {}): BotDependencies {
  const answer: Ask = (request) =>
    Promise.resolve(
      passagesReply(
        [
          cite(invented, invented.text.slice(0, invented.text.indexOf(" «")), {
            highlight: signed,
          }),
        ],
        { question: request.question, lang: request.lang ?? "fr" },
        [2, 3, 4, 5].map((n) => cite(invented, signed, { n })),
      ),
    );
  return {
    ask: answer,
    corpus: {
      articles: () => Promise.resolve([invented]),
      article: (id) => Promise.resolve(id === invented.articleId ? invented : null),
      encounters: () => Promise.resolve([encounter()]),
    },
    readiness: () => ({ state: "ready" }),
    pictures: null,
    publicUrl: null,
    allowedUsers: null,
    admins: new Set(),
    defaultLanguage: "fr",
    feedback: null,
    addArticle: null,
    clock: { now: () => Date.now() },
    logger: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    ...change,
  };
}

export function inventedBot(
  change: Partial<BotDependencies> = {},
  options: CreateBotOptions = {},
): InventedBot {
  const asked: AskRequest[] = [];
  const lines: string[] = [];
  const keep = (facts: object, line: string) => void lines.push(JSON.stringify(facts) + line);
  const logger = { debug: keep, info: keep, warn: keep, error: keep };
  const dependencies = inventedDependencies({ logger, ...change });
  const ask: Ask = (request) => {
    asked.push(request);
    return dependencies.ask(request);
  };
  const recorded = createRecordedBot({ ...dependencies, ask }, options);
  return {
    ...recorded,
    asked,
    log: () => lines.join("\n"),
    send: async (update) => {
      recorded.telegram.clear();
      await recorded.bot.handleUpdate(update);
      return recorded.telegram.visible().map(seen);
    },
  };
}

export function seen({
  method,
  payload,
}: {
  method: string;
  payload: Readonly<Record<string, unknown>>;
}): SeenCall {
  const { text, caption, reply_markup } = payload as {
    text?: string;
    caption?: string;
    reply_markup?: { inline_keyboard?: { text: string; url?: string; callback_data?: string }[][] };
  };
  const buttons = (reply_markup?.inline_keyboard ?? []).flat();
  return {
    method,
    text: text ?? caption ?? "",
    payload,
    buttons: buttons.map(
      (button) => [button.text, button.callback_data ?? button.url ?? ""] as const,
    ),
  };
}
