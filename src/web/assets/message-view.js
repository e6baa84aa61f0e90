/**
 * One message -> an element: text, picture or document, and the buttons below it.
 *
 * @typedef {import("./formatted-text.js").Entity} Entity
 * @typedef {{url: string, name: string, size?: {width: number, height: number} | null}} MessageFile
 * @typedef {{text: string, url?: string, callback_data?: string, web_app?: {url: string}, copy_text?: {text: string}}} Button
 * @typedef {object} Message
 * @property {number} message_id
 * @property {"bot" | "user"} from
 * @property {number} date Unix time, seconds
 * @property {string} text
 * @property {readonly Entity[]} entities
 * @property {{inline_keyboard: readonly (readonly Button[])[]} | null} reply_markup
 * @property {MessageFile} [photo]
 * @property {MessageFile} [document]
 * @property {boolean} [edited]
 *
 * @typedef {import("./formatted-text.js").FormattedTextWords & {you: string, edited: string, openPicture: string, copied: string}} MessageWords
 */
import { isSafeLink, renderFormattedText } from "./formatted-text.js";

/**
 * @param {Message} message
 * @param {MessageWords} words
 * @returns {HTMLElement} whose callback buttons carry `data-callback` and `data-message`
 */
export function renderMessage(message, words) {
  const article = createElement("article", `message from-${message.from}`);
  article.id = `message-${message.message_id}`;
  const author = createElement("span", "visually-hidden");
  author.textContent = message.from === "bot" ? "Sourcier" : words.you;
  const bubble = createElement("div", "bubble");
  bubble.append(author);
  if (message.photo !== undefined) bubble.append(renderPhoto(message.photo, words));
  if (message.document !== undefined) bubble.append(renderDocument(message.document));
  bubble.append(renderText(message, words), renderTime(message, words));
  article.append(bubble);
  const keyboard = renderKeyboard(message, words);
  if (keyboard !== null) article.append(keyboard);
  return article;
}

/**
 * Once a message is in the page: long quotations get their button, short ones do not need it.
 *
 * @param {HTMLElement} message
 */
export function fitQuotations(message) {
  for (const quotation of message.querySelectorAll(".expandable.collapsed")) {
    const isCut = quotation.scrollHeight > quotation.clientHeight + 4;
    if (isCut) continue;
    quotation.classList.remove("collapsed");
    quotation.nextElementSibling?.setAttribute("hidden", "");
  }
}

/**
 * @param {Message} message
 * @param {MessageWords} words
 */
function renderText(message, words) {
  const text = createElement("div", "text");
  text.append(renderFormattedText(message.text, message.entities, words));
  return text;
}

/**
 * @param {Message} message
 * @param {MessageWords} words
 */
function renderTime(message, words) {
  const time = document.createElement("time");
  const moment = new Date(message.date * 1000);
  const lang = document.documentElement.lang;
  const clock = moment.toLocaleTimeString(lang, { hour: "2-digit", minute: "2-digit" });
  time.dateTime = moment.toISOString();
  time.textContent = message.edited === true ? `${words.edited} · ${clock}` : clock;
  return time;
}

/**
 * @param {MessageFile} photo
 * @param {MessageWords} words
 */
function renderPhoto(photo, words) {
  const link = createLink(photo.url, "photo");
  const image = document.createElement("img");
  image.src = photo.url;
  image.width = photo.size?.width ?? 760;
  image.height = photo.size?.height ?? 570;
  // The caption says the same in words.
  image.alt = words.openPicture;
  link.append(image);
  return link;
}

/** @param {MessageFile} file */
function renderDocument(file) {
  const link = createLink(file.url, "document");
  link.download = file.name;
  link.textContent = file.name;
  return link;
}

/**
 * @param {Message} message
 * @param {MessageWords} words
 */
function renderKeyboard(message, words) {
  const rows = (message.reply_markup?.inline_keyboard ?? [])
    .map((row) => row.flatMap((button) => renderButton(button, message, words) ?? []))
    .filter((row) => row.length > 0);
  if (rows.length === 0) return null;
  const keyboard = createElement("div", "keyboard");
  for (const buttons of rows) {
    const row = createElement("div", "keyboard-row");
    row.append(...buttons);
    keyboard.append(row);
  }
  return keyboard;
}

/**
 * Null for a button that only Telegram itself can carry out.
 *
 * @param {Button} button
 * @param {Message} message
 * @param {MessageWords} words
 * @returns {HTMLElement | null}
 */
function renderButton(button, message, words) {
  const url = button.url ?? button.web_app?.url;
  if (url !== undefined) return isSafeLink(url) ? renderLinkButton(button.text, url, words) : null;
  const element = document.createElement("button");
  element.type = "button";
  element.textContent = button.text;
  if (button.callback_data !== undefined) {
    element.dataset["callback"] = button.callback_data;
    element.dataset["message"] = String(message.message_id);
    return element;
  }
  const copy = button.copy_text?.text;
  if (copy === undefined) return null;
  element.addEventListener("click", () => {
    void navigator.clipboard.writeText(copy).then(() => (element.textContent = words.copied));
  });
  return element;
}

/**
 * @param {string} label
 * @param {string} url
 * @param {MessageWords} words
 */
function renderLinkButton(label, url, words) {
  const link = createLink(url, "link-button");
  link.textContent = label;
  const hint = createElement("span", "visually-hidden");
  hint.textContent = ` (${words.newTab})`;
  link.append(hint);
  return link;
}

/**
 * @param {string} url
 * @param {string} className
 */
function createLink(url, className) {
  const link = document.createElement("a");
  link.href = url;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  link.className = className;
  return link;
}

/**
 * @param {string} name
 * @param {string} className
 * @returns {HTMLElement}
 */
function createElement(name, className) {
  const element = document.createElement(name);
  element.className = className;
  return element;
}
