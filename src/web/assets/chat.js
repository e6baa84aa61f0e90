/**
 * The conversation: sends what is written or pressed to the bot, shows what it sends back. Holds no
 * words of its own and decides nothing: the bot behind `/api` does.
 *
 * @typedef {import("./message-view.js").Message} Message
 * @typedef {import("./message-view.js").MessageWords & Record<"typing" | "offline" | "failed" | "building" | "retry" | "commands", string>} ChatWords
 * @typedef {{state: "ready"} | {state: "building", done: number, total: number}} Readiness
 * @typedef {{messages: readonly Message[], notices?: readonly {text: string, alert: boolean}[]}} BotReply
 */
import { CommandMenu } from "./command-menu.js";
import { fitQuotations, renderMessage } from "./message-view.js";

const main = requireElement("main", HTMLElement);
const log = requireElement("log", HTMLElement);
const welcome = requireElement("welcome", HTMLElement);
const status = requireElement("status", HTMLElement);
const progress = requireElement("progress", HTMLProgressElement);
const composer = requireElement("composer", HTMLFormElement);
const input = requireElement("question", HTMLTextAreaElement);
/** @type {ChatWords} */
const words = JSON.parse(main.dataset["texts"] ?? "{}");

const menu = new CommandMenu(
  requireElement("commands", HTMLElement),
  requireElement("commands-toggle", HTMLButtonElement),
  input,
  (command) => void ask(command),
);

/** Own messages are shown before the bot has seen them, under numbers that it never gives. */
let nextOwnId = -1;
let lastQuestion = "";

composer.addEventListener("submit", (event) => {
  event.preventDefault();
  const question = input.value.trim();
  if (question === "") return;
  input.value = "";
  fitInput();
  menu.close();
  void ask(question);
});

input.addEventListener("input", fitInput);

input.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    composer.requestSubmit();
  } else if (event.key === "ArrowUp" && input.value === "" && lastQuestion !== "") {
    event.preventDefault();
    input.value = lastQuestion;
    fitInput();
  }
});

log.addEventListener("click", (event) => {
  if (!(event.target instanceof Element)) return;
  const button = event.target.closest("button");
  const { question, callback, message } = button?.dataset ?? {};
  if (question !== undefined) void ask(question);
  if (button !== null && callback !== undefined) void press(button, callback, Number(message));
  const start = startParameter(event.target.closest("a"));
  if (start === null) return;
  event.preventDefault();
  void ask(`/start ${start}`);
});

void restore();

/** @param {string} question */
async function ask(question) {
  lastQuestion = question;
  const date = Date.now() / 1000;
  const own = { from: /** @type {const} */ ("user"), text: question, entities: [], date };
  show({ ...own, message_id: nextOwnId--, reply_markup: null });
  await exchange("/api/messages", { text: question });
}

/**
 * @param {HTMLButtonElement} button
 * @param {string} data
 * @param {number} messageId
 */
async function press(button, data, messageId) {
  button.setAttribute("aria-busy", "true");
  await exchange("/api/callbacks", { data, message_id: messageId });
  button.removeAttribute("aria-busy");
}

/**
 * Hands something to the bot and shows what comes of it, or why nothing does, with a way to try again.
 *
 * @param {string} path
 * @param {object} body
 */
async function exchange(path, body) {
  const isQuestion = path === "/api/messages";
  const typing = isQuestion ? showTyping() : null;
  try {
    const response = await fetch(path, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
    const reply = await response.json();
    typing?.remove();
    if (response.ok) showReply(reply);
    else showFailure(reply.error ?? words.failed, () => exchange(path, body));
  } catch {
    typing?.remove();
    showFailure(words.offline, () => exchange(path, body));
  }
}

/** @param {BotReply} reply */
function showReply({ messages, notices = [] }) {
  const shown = messages.map(show);
  if (notices.length > 0) status.textContent = notices.map(({ text }) => text).join(" ");
  const first = shown[0];
  if (first !== undefined) bringIntoView(first);
}

/**
 * A message known already is replaced where it stands.
 *
 * @param {Message} message
 * @returns {HTMLElement}
 */
function show(message) {
  welcome.hidden = true;
  const element = renderMessage(message, words);
  const known = document.getElementById(element.id);
  if (known === null) {
    log.append(element);
  } else {
    replaceKeepingFocus(known, element);
  }
  fitQuotations(element);
  if (known === null) log.scrollTop = log.scrollHeight;
  return element;
}

/**
 * Who pressed a button goes on from the button in its place.
 *
 * @param {HTMLElement} known
 * @param {HTMLElement} element
 */
function replaceKeepingFocus(known, element) {
  const buttons = [...known.querySelectorAll(".keyboard a, .keyboard button")];
  const focused = document.activeElement === null ? -1 : buttons.indexOf(document.activeElement);
  known.replaceWith(element);
  const next = [...element.querySelectorAll(".keyboard a, .keyboard button")].at(focused);
  if (focused >= 0 && next instanceof HTMLElement) next.focus({ preventScroll: true });
}

/**
 * The end of a short message, the beginning of a long one.
 *
 * @param {HTMLElement} element
 */
function bringIntoView(element) {
  const isLong = element.offsetHeight > log.clientHeight * 0.8;
  const bounds = element.getBoundingClientRect();
  const frame = log.getBoundingClientRect();
  if (isLong) log.scrollTop += bounds.top - frame.top - 12;
  else if (bounds.bottom > frame.bottom) log.scrollTop += bounds.bottom - frame.bottom + 12;
}

function showTyping() {
  const typing = document.createElement("div");
  typing.className = "message from-bot typing";
  const bubble = document.createElement("div");
  bubble.className = "bubble";
  bubble.title = words.typing;
  bubble.append(...[0, 1, 2].map(() => document.createElement("i")));
  typing.append(bubble);
  log.append(typing);
  status.textContent = words.typing;
  log.scrollTop = log.scrollHeight;
  return {
    remove() {
      typing.remove();
      status.textContent = "";
    },
  };
}

/**
 * @param {string} text
 * @param {() => Promise<void>} retry
 */
function showFailure(text, retry) {
  const failure = document.createElement("div");
  failure.className = "message failure";
  const sentence = document.createElement("p");
  sentence.textContent = text;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = words.retry;
  button.addEventListener("click", () => {
    // Who pressed it with the keyboard goes on from here, not from the top of the page.
    log.focus({ preventScroll: true });
    failure.remove();
    void retry();
  });
  failure.append(sentence, button);
  log.append(failure);
  log.scrollTop = log.scrollHeight;
}

/** What was said before the page was opened again. */
async function restore() {
  const news = await fetchMessages("/api/messages");
  if (news === null) return;
  menu.commands = news.commands;
  const last = news.messages.map(show).at(-1);
  if (last !== undefined) bringIntoView(last);
  showReadiness(news.readiness);
  if (news.readiness.state === "building") void watchBuilding();
}

/** While the index is built, answers come by themselves: they are asked for until it is ready, and once after. */
async function watchBuilding() {
  let isBuilding = true;
  while (isBuilding) {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    const news = await fetchMessages("/api/messages?new");
    if (news === null) continue;
    isBuilding = news.readiness.state === "building" || news.messages.length > 0;
    showReadiness(news.readiness);
    showReply(news);
  }
}

/** @param {Readiness} readiness */
function showReadiness(readiness) {
  const told = progress.getAttribute("aria-label");
  progress.hidden = readiness.state === "ready";
  if (readiness.state === "ready") {
    if (status.textContent === told) status.textContent = "";
    return;
  }
  const { done, total } = readiness;
  const percent = total === 0 ? 0 : Math.floor((100 * done) / total);
  const text = words.building.replace("{percent}", String(percent));
  progress.value = percent / 100;
  progress.setAttribute("aria-label", text);
  // A screen reader reads out what is written anew, though it says the same.
  if (status.textContent !== text) status.textContent = text;
}

/**
 * @param {string} path
 * @returns {Promise<(BotReply & {readiness: Readiness, commands: import("./command-menu.js").Command[]}) | null>} null when nobody answers
 */
async function fetchMessages(path) {
  try {
    const response = await fetch(path);
    return response.ok ? await response.json() : null;
  } catch {
    return null;
  }
}

/**
 * A link to the bot itself (`https://t.me/BOT?start=…`) says something in this conversation.
 *
 * @param {HTMLAnchorElement | null} link
 * @returns {string | null}
 */
function startParameter(link) {
  if (link === null || !URL.canParse(link.href)) return null;
  const { hostname, pathname, searchParams } = new URL(link.href);
  const isOwn = hostname === "t.me" && pathname === `/${main.dataset["bot"]}`;
  return isOwn ? searchParams.get("start") : null;
}

function fitInput() {
  input.style.height = "auto";
  input.style.height = `${input.scrollHeight}px`;
}

/**
 * @template {HTMLElement} T
 * @param {string} id
 * @param {new () => T} type
 * @returns {T}
 */
function requireElement(id, type) {
  const element = document.getElementById(id);
  if (element instanceof type) return element;
  throw new TypeError(`Cannot find #${id} in the page`);
}
