import { FormattedString } from "./formatted-text.ts";
import type { ButtonRows, RenderedPage } from "./rendered-reply.ts";
import { shorten } from "./shorten.ts";
import { wellFormed } from "./well-formed.ts";

/** Telegram's limit for one message, in UTF-16 units after entities are taken out. */
export const maxMessageChars = 4096;

/** Longest text of a button: longer ones are cut by the apps anyway. */
const maxButtonChars = 40;

/** Blocks of a message, one below the other with a blank line between, as a page ready to be sent. */
export function createPage(
  blocks: readonly (FormattedString | string)[],
  buttons: ButtonRows = [],
): RenderedPage {
  const message = FormattedString.join([...blocks], "\n\n");
  return {
    text: wellFormed(message.text),
    // An empty title or name leaves an empty entity, which Telegram refuses.
    entities: message.entities.filter(({ length }) => length > 0),
    buttons: buttons
      .filter((row) => row.length > 0)
      .map((row) =>
        row.map(({ text, action }) => ({
          text: wellFormed(shorten(text, maxButtonChars)),
          action,
        })),
      ),
  };
}
