/**
 * Text with Telegram's entities -> nodes. Text only ever becomes text nodes, so nothing in it can be
 * markup; entities that overlap or reach beyond the text are cut to fit.
 *
 * @typedef {{type: string, offset: number, length: number, url?: string}} Entity
 * @typedef {{expand: string, collapse: string, newTab: string}} FormattedTextWords
 */

/** Elements for the entities that need nothing but an element. @type {Readonly<Record<string, string>>} */
const plainElements = {
  bold: "strong",
  italic: "em",
  underline: "u",
  strikethrough: "s",
  code: "code",
  pre: "pre",
  spoiler: "span",
};

/**
 * @param {string} text
 * @param {readonly Entity[]} entities offsets and lengths in UTF-16 units
 * @param {FormattedTextWords} words
 * @returns {DocumentFragment} whose text is `text`, but for the buttons of expandable quotations
 */
export function renderFormattedText(text, entities, words) {
  const sorted = [...entities].sort((a, b) => a.offset - b.offset || b.length - a.length);
  const fragment = document.createDocumentFragment();
  appendRange(fragment, { text, words, start: 0, end: text.length }, sorted);
  return fragment;
}

/**
 * @param {Node} parent
 * @param {{text: string, words: FormattedTextWords, start: number, end: number}} range
 * @param {readonly Entity[]} entities sorted by offset, the longer first
 */
function appendRange(parent, range, entities) {
  const { text, end } = range;
  let position = range.start;
  for (const [index, entity] of entities.entries()) {
    const from = entity.offset;
    const to = Math.min(entity.offset + entity.length, end);
    if (from < position || from >= to) continue;
    appendText(parent, text.slice(position, from));
    const element = createEntityElement(entity, text.slice(from, to));
    const inner = entities.slice(index + 1).filter(({ offset }) => offset < to);
    appendRange(element, { ...range, start: from, end: to }, inner);
    parent.appendChild(element);
    if (entity.type === "expandable_blockquote") {
      parent.appendChild(createExpander(element, range.words));
    }
    position = to;
  }
  appendText(parent, text.slice(position, end));
}

/**
 * A quotation is a block: the line break that follows it is there already, so that break is not shown.
 *
 * @param {Node} parent
 * @param {string} text
 */
function appendText(parent, text) {
  if (text === "") return;
  const previous = parent.lastChild;
  const followsBlock =
    previous instanceof HTMLElement && previous.matches("blockquote, pre, .expander");
  if (followsBlock && text.startsWith("\n")) {
    const swallowed = document.createElement("span");
    swallowed.className = "swallowed";
    swallowed.textContent = "\n";
    parent.appendChild(swallowed);
    text = text.slice(1);
  }
  parent.appendChild(document.createTextNode(text));
}

/**
 * @param {Entity} entity
 * @param {string} covered the text that the entity covers
 * @returns {HTMLElement}
 */
function createEntityElement(entity, covered) {
  switch (entity.type) {
    case "text_link":
      return createLink(entity.url ?? "");
    case "url":
      return createLink(/^https?:/i.test(covered) ? covered : `https://${covered}`);
    case "blockquote":
      return createQuotation();
    case "expandable_blockquote": {
      const quotation = createQuotation();
      quotation.className = "expandable collapsed";
      return quotation;
    }
    case "bot_command":
      return createCommand(covered);
    default: {
      const element = document.createElement(plainElements[entity.type] ?? "span");
      if (entity.type === "spoiler") element.className = "spoiler";
      return element;
    }
  }
}

/** Quotations stay in the articles' language, whichever the page speaks: screen readers change their voice. */
function createQuotation() {
  const quotation = document.createElement("blockquote");
  quotation.lang = "fr";
  return quotation;
}

/** @param {string} url */
function createLink(url) {
  if (!isSafeLink(url)) return document.createElement("span");
  const link = document.createElement("a");
  link.href = url;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  return link;
}

/**
 * Whether following a link can do no more than open a page.
 *
 * @param {string} url
 */
export function isSafeLink(url) {
  return URL.canParse(url) && ["http:", "https:", "mailto:", "tg:"].includes(new URL(url).protocol);
}

/** @param {string} command */
function createCommand(command) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "command";
  button.dataset["question"] = command;
  return button;
}

/**
 * @param {HTMLElement} quotation
 * @param {FormattedTextWords} words
 */
function createExpander(quotation, words) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "expander";
  button.textContent = words.expand;
  button.setAttribute("aria-expanded", "false");
  button.addEventListener("click", () => {
    const isCollapsed = quotation.classList.toggle("collapsed");
    button.textContent = isCollapsed ? words.expand : words.collapse;
    button.setAttribute("aria-expanded", String(!isCollapsed));
  });
  return button;
}
