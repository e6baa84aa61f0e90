// The conversation on a terminal: a line typed is a message, a number presses a button of the last
// reply, an empty line at the end of input leaves. The bot is the very same as on Telegram.

import type { LocalMessage } from "../web/local-chat.ts";
import type { LocalTelegram, LocalUser } from "../web/local-telegram.ts";
import { pressableButtons, renderMessage, type TerminalOptions } from "./render-message.ts";

export interface PromptOptions extends TerminalOptions {
  readonly telegram: LocalTelegram;
  readonly user: LocalUser;
  readonly lines: AsyncIterable<string>;
  readonly write: (text: string) => void;
}

const PROMPT = "> ";

/** Runs until the input ends. */
export async function runPrompt(options: PromptOptions): Promise<void> {
  const { telegram, user, lines, write } = options;
  let withButtons: LocalMessage | undefined;
  const show = (messages: readonly LocalMessage[]) => {
    for (const message of messages) {
      write(`\n${renderMessage(message, options)}\n`);
      if (pressableButtons(message).length > 0) withButtons = message;
    }
    write(`\n${PROMPT}`);
  };
  show((await telegram.send(user, "/start")).messages);
  for await (const line of lines) {
    const text = line.trim();
    const button = /^\d{1,2}$/.test(text) ? Number(text) : 0;
    const pressed = withButtons && pressableButtons(withButtons)[button - 1];
    if (withButtons !== undefined && pressed !== undefined) {
      const { messages, notices } = await telegram.press(
        user,
        withButtons.message_id,
        pressed.data,
      );
      for (const notice of notices) write(`\n${notice.text}\n`);
      show(messages);
    } else if (text === "") write(PROMPT);
    else show((await telegram.send(user, text)).messages);
  }
}
