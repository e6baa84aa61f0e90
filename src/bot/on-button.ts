import type { Composer } from "grammy";
import { decodeButton, type ButtonReference } from "../reply/button-reference.ts";
import type { BotContext } from "./bot-context.ts";

type Kind = ButtonReference["kind"];

/** Handles the buttons of one kind, handed over as what they stand for. */
export function onButton<K extends Kind>(
  composer: Composer<BotContext>,
  kind: K,
  handle: (ctx: BotContext, button: Extract<ButtonReference, { kind: K }>) => Promise<void>,
): void {
  composer.on("callback_query:data", async (ctx, next) => {
    const button = decodeButton(ctx.callbackQuery.data);
    if (button !== null && isKind(button, kind)) await handle(ctx, button);
    else await next();
  });
}

function isKind<K extends Kind>(
  button: ButtonReference,
  kind: K,
): button is Extract<ButtonReference, { kind: K }> {
  return button.kind === kind;
}
