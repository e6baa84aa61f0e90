/**
 * The bot's commands, offered while a message begins with a slash, or at the press of a button.
 *
 * @typedef {{command: string, description: string}} Command
 */

export class CommandMenu {
  /** @type {readonly Command[]} */
  #commands = [];
  #list;
  #toggle;
  #input;
  #choose;

  /**
   * @param {HTMLElement} list
   * @param {HTMLButtonElement} toggle
   * @param {HTMLTextAreaElement} input
   * @param {(command: string) => void} choose
   */
  constructor(list, toggle, input, choose) {
    this.#list = list;
    this.#toggle = toggle;
    this.#input = input;
    this.#choose = choose;
    input.addEventListener("input", () => this.#follow());
    input.addEventListener("keydown", (event) => {
      if (event.key === "ArrowUp" && !list.hidden) this.#enter(event);
      if (event.key === "Escape") this.close();
    });
    list.addEventListener("keydown", (event) => this.#move(event));
    toggle.addEventListener("click", () => {
      if (list.hidden) this.#show("");
      else this.close();
    });
  }

  /** @param {readonly Command[]} commands */
  set commands(commands) {
    this.#commands = commands;
    this.#toggle.hidden = commands.length === 0;
  }

  close() {
    this.#list.hidden = true;
    this.#toggle.setAttribute("aria-expanded", "false");
  }

  #follow() {
    const begun = /^\/(\w*)$/.exec(this.#input.value)?.[1];
    if (begun === undefined) this.close();
    else this.#show(begun);
  }

  /** @param {string} begun */
  #show(begun) {
    const fitting = this.#commands.filter(({ command }) => command.startsWith(begun.toLowerCase()));
    this.#list.replaceChildren(...fitting.map((command) => this.#createItem(command)));
    this.#list.hidden = fitting.length === 0;
    this.#toggle.setAttribute("aria-expanded", String(fitting.length > 0));
  }

  /** @param {Command} command */
  #createItem({ command, description }) {
    const item = document.createElement("li");
    const button = document.createElement("button");
    const name = document.createElement("strong");
    button.type = "button";
    name.textContent = `/${command}`;
    const meaning = document.createElement("span");
    meaning.textContent = description;
    button.append(name, " ", meaning);
    button.addEventListener("click", () => {
      this.close();
      this.#choose(`/${command}`);
      this.#input.focus();
    });
    item.append(button);
    return item;
  }

  /** @param {KeyboardEvent} event */
  #enter(event) {
    event.preventDefault();
    event.stopImmediatePropagation();
    [...this.#list.querySelectorAll("button")].at(-1)?.focus();
  }

  /** @param {KeyboardEvent} event */
  #move(event) {
    const buttons = [...this.#list.querySelectorAll("button")];
    const at = buttons.findIndex((button) => button === document.activeElement);
    if (event.key === "ArrowUp") buttons[Math.max(0, at - 1)]?.focus();
    else if (event.key === "ArrowDown") (buttons[at + 1] ?? this.#input).focus();
    else if (event.key === "Escape") {
      this.close();
      this.#input.focus();
    } else return;
    event.preventDefault();
  }
}
