import { Composer } from "grammy";
import {
  politeFillers,
  smallTalkWords,
  type TalkKind,
} from "../../reply/texts/small-talk-words.ts";
import { foldText } from "../../terms/fold-text.ts";
import { questionOf } from "../addressing.ts";
import type { BotContext, BotServices } from "../bot-context.ts";
import { say } from "../send-page.ts";
import { showHelp } from "./help.ts";
import { showWelcome } from "./start.ts";

/**
 * A greeting, thanks or a cry for help is no question about the articles, and leaves what was talked about as it is;
 * a message that was edited into one leaves its answer too.
 */
export function smallTalkFeature(services: BotServices): Composer<BotContext> {
  const composer = new Composer<BotContext>();
  composer.on("message:text", async (ctx, next) => {
    const kind = kindOfTalk(questionOf(ctx) ?? "");
    switch (kind) {
      case "greeting":
        return showWelcome(ctx, services);
      case "help":
        return showHelp(ctx, services);
      case "thanks":
      case "goodbye":
      case "identity":
      case "wellBeing":
      case "acknowledgement":
        await say(ctx, ctx.texts.chat.smallTalk[kind]);
        return;
      case null:
        return next();
    }
  });
  composer.on("edited_message:text", async (ctx, next) => {
    if (kindOfTalk(questionOf(ctx) ?? "") === null) await next();
  });
  return composer;
}

const longestTalkChars = 60;

/** What is answered when several are said: "ok merci", "bonjour, qui es-tu ?". */
const mostTelling: readonly TalkKind[] = [
  "help",
  "identity",
  "wellBeing",
  "goodbye",
  "thanks",
  "greeting",
  "acknowledgement",
];

interface Saying {
  readonly words: string;
  readonly kind: TalkKind | null;
}

const sayings: readonly Saying[] = [
  ...mostTelling.flatMap((kind) =>
    smallTalkWords[kind].map((words) => ({ words: wordsOf(words), kind })),
  ),
  ...politeFillers.map((words) => ({ words: wordsOf(words), kind: null })),
].sort((a, b) => b.words.length - a.words.length);

/** In whichever language it is said; null when a word is left that is no small talk. */
export function kindOfTalk(text: string): TalkKind | null {
  if (text.length > longestTalkChars) return null;
  const said = new Set<TalkKind | null>();
  let rest = wordsOf(text);
  while (rest !== "") {
    const saying = sayings.find(({ words }) => `${rest} `.startsWith(`${words} `));
    if (saying === undefined) return null;
    said.add(saying.kind);
    rest = rest.slice(saying.words.length).trimStart();
  }
  return mostTelling.find((kind) => said.has(kind)) ?? null;
}

function wordsOf(text: string): string {
  return (foldText(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
}
