/**
 * The checks that Telegram makes of a call before it does anything, as far as this bot's calls go:
 * each returns the description of the 400 answer, or null.
 */
export type Payload = Readonly<Record<string, unknown>>;

export interface Entity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
}

export function checkText(payload: Payload): string | null {
  const { text } = payload;
  if (typeof text !== "string" || text.trim() === "") return "message text is empty";
  if (text.length > 4096) return "message is too long";
  return checkMarkup(payload, text, "entities");
}

export function checkCaption(payload: Payload): string | null {
  const { caption } = payload;
  if (caption === undefined) return null;
  if (typeof caption !== "string") return "caption must be a string";
  if (caption.length > 1024) return "message caption is too long";
  return checkMarkup(payload, caption, "caption_entities");
}

function checkMarkup(payload: Payload, text: string, field: string): string | null {
  if (payload["parse_mode"] !== undefined) return "parse_mode: text must be sent with entities";
  const entities = payload[field] ?? [];
  if (!Array.isArray(entities)) return `${field} must be an array`;
  for (const entity of entities as readonly Entity[]) {
    const problem = checkEntity(entity, text);
    if (problem !== null) return problem;
  }
  return checkNesting(entities as readonly Entity[]);
}

/** Offsets are UTF-16 units, within the text, and never in the middle of a surrogate pair. */
function checkEntity({ type, offset, length, url }: Entity, text: string): string | null {
  const where = `entity ${type} at ${offset}+${length}`;
  if (!Number.isInteger(offset) || !Number.isInteger(length)) return `${where}: not whole numbers`;
  if (offset < 0 || length <= 0 || offset + length > text.length) return `${where}: out of bounds`;
  if (splitsPair(text, offset) || splitsPair(text, offset + length)) {
    return `${where}: splits a character`;
  }
  if (type === "text_link" && !isLink(url)) return `${where}: wrong address`;
  return null;
}

function splitsPair(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1);
  const after = text.charCodeAt(at);
  return before >= 0xd800 && before <= 0xdbff && after >= 0xdc00 && after <= 0xdfff;
}

function checkNesting(entities: readonly Entity[]): string | null {
  const quotes = entities.filter(({ type }) => type.endsWith("blockquote"));
  const nested = quotes.some((inner) =>
    quotes.some(
      (outer) =>
        outer !== inner &&
        outer.offset < inner.offset + inner.length &&
        inner.offset < outer.offset + outer.length,
    ),
  );
  return nested ? "blockquotes cannot be nested" : null;
}

interface Button {
  readonly text?: unknown;
  readonly url?: unknown;
  readonly callback_data?: unknown;
}

const buttonActions = [
  "url",
  "callback_data",
  "web_app",
  "switch_inline_query",
  "switch_inline_query_current_chat",
  "switch_inline_query_chosen_chat",
  "copy_text",
];

export function checkKeyboard(payload: Payload): string | null {
  const markup = payload["reply_markup"];
  if (typeof markup !== "object" || markup === null || !("inline_keyboard" in markup)) return null;
  const rows = markup.inline_keyboard;
  if (!Array.isArray(rows)) return "inline keyboard must be an array of arrays";
  const buttons = (rows as readonly (readonly Button[])[]).flat();
  if (buttons.length > 100) return "reply markup is too long";
  for (const button of buttons) {
    const problem = checkButton(button);
    if (problem !== null) return problem;
  }
  return null;
}

function checkButton(button: Button): string | null {
  if (typeof button.text !== "string" || button.text.trim() === "") return "button text is empty";
  const actions = buttonActions.filter((action) => action in button);
  if (actions.length !== 1) return "button must have exactly one action";
  if (button.url !== undefined && !isLink(button.url)) return "BUTTON_URL_INVALID";
  if (button.callback_data === undefined) return null;
  const { callback_data: data } = button;
  const bytes = typeof data === "string" ? Buffer.byteLength(data) : 0;
  return bytes >= 1 && bytes <= 64 ? null : "BUTTON_DATA_INVALID";
}

function isLink(value: unknown): boolean {
  if (typeof value !== "string" || !URL.canParse(value)) return false;
  return ["http:", "https:", "tg:"].includes(new URL(value).protocol);
}

export function checkCommands(payload: Payload): string | null {
  const { commands } = payload;
  if (!Array.isArray(commands) || commands.length > 100) return "BOT_COMMANDS_TOO_MUCH";
  for (const { command, description } of commands as readonly Record<string, unknown>[]) {
    if (typeof command !== "string" || !/^[a-z0-9_]{1,32}$/.test(command)) {
      return "BOT_COMMAND_INVALID";
    }
    if (typeof description !== "string" || description.length < 1 || description.length > 256) {
      return "BOT_COMMAND_DESCRIPTION_INVALID";
    }
  }
  return null;
}

export function checkInlineResults(payload: Payload): string | null {
  const { results } = payload;
  if (!Array.isArray(results) || results.length > 50) return "RESULTS_TOO_MUCH";
  const ids = new Set<unknown>();
  for (const result of results as readonly Record<string, unknown>[]) {
    const { id, input_message_content: content } = result;
    const bytes = typeof id === "string" ? Buffer.byteLength(id) : 0;
    if (bytes < 1 || bytes > 64) return "RESULT_ID_INVALID";
    if (ids.has(id)) return "RESULT_ID_DUPLICATE";
    ids.add(id);
    const problem = checkInlineContent(content) ?? checkKeyboard(result);
    if (problem !== null) return problem;
  }
  return null;
}

function checkInlineContent(content: unknown): string | null {
  if (typeof content !== "object" || content === null || !("message_text" in content)) return null;
  const { message_text: text, ...rest } = content;
  return checkText({ ...rest, text });
}

const maxLengths: Readonly<Record<string, readonly [field: string, length: number]>> = {
  setMyName: ["name", 64],
  setMyDescription: ["description", 512],
  setMyShortDescription: ["short_description", 120],
  answerCallbackQuery: ["text", 200],
};

export function checkLength(method: string, payload: Payload): string | null {
  const [field, length] = maxLengths[method] ?? ["", Infinity];
  const value = payload[field];
  return typeof value === "string" && value.length > length ? `${field} is too long` : null;
}
