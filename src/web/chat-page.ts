/** The conversation's page: its frame, its words for the script, and first questions from the corpus itself. */
import type { Language } from "../answer/answer.ts";
import { exampleQuestions } from "../bot/example-questions.ts";
import type { Encounter } from "../encounters/encounter.ts";
import { textsOf } from "../reply/texts/texts-of.ts";
import type { ArticleSummary } from "../store/store.ts";
import { html, type Html } from "./html.ts";
import { renderLayout } from "./layout.ts";
import { localBot } from "./local-api.ts";
import { pageTexts } from "./texts.ts";

export interface ChatPage {
  readonly lang: Language;
  readonly encounters: readonly Encounter[];
  readonly articles: readonly ArticleSummary[];
}

const maxQuestions = 3;

export function renderChatPage(page: ChatPage): Html {
  const { lang } = page;
  const texts = pageTexts[lang].chat;
  const frame = {
    lang,
    title: texts.title,
    path: "/",
    current: "chat",
    styles: ["chat.css"],
    scripts: ["chat.js"],
  } as const;
  return renderLayout(
    frame,
    html`<main
      id="main"
      class="chat"
      data-texts="${JSON.stringify(texts.script)}"
      data-bot="${localBot.username}"
    >
      <h1 class="visually-hidden">${texts.title}</h1>
      <div id="log" class="log" role="log" aria-label="${texts.log}" tabindex="0">
        <section id="welcome" class="welcome">
          <img src="/assets/icon.svg" alt="" width="72" height="72" />
          <h2>${texts.welcome}</h2>
          <p>${texts.introduction}</p>
          <noscript><p class="notice">${pageTexts[lang].needsScript}</p></noscript>
          <h3 class="visually-hidden">${texts.suggestions}</h3>
          <ul class="suggestions">
            ${suggestQuestions(page).map(
              (question) =>
                html`<li>
                  <button type="button" data-question="${question}">${question}</button>
                </li>`,
            )}
          </ul>
        </section>
      </div>
      <progress id="progress" class="progress" max="1" value="0" hidden></progress>
      <p id="status" class="status" role="status"></p>
      ${renderComposer(lang)}
    </main>`,
  );
}

function renderComposer(lang: Language): Html {
  const texts = pageTexts[lang].chat;
  return html`<form id="composer" class="composer">
    <ul id="commands" class="commands" aria-label="${texts.script.commands}" hidden></ul>
    <button
      id="commands-toggle"
      type="button"
      class="round quiet"
      aria-label="${texts.script.commands}"
      aria-expanded="false"
      aria-controls="commands"
      hidden
    >
      /
    </button>
    <label class="visually-hidden" for="question">${texts.inputLabel}</label>
    <textarea
      id="question"
      rows="1"
      maxlength="4096"
      placeholder="${texts.placeholder}"
      autocomplete="off"
      enterkeyhint="send"
    ></textarea>
    <button type="submit" class="round" aria-label="${texts.send}">
      <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true">
        <path d="M4 12l16-8-5 16-3.5-6.5z" />
        <path d="M20 4l-8.5 9.5" />
      </svg>
    </button>
  </form>`;
}

/** The first questions that the bot itself suggests, then two commands. */
function suggestQuestions({ lang, encounters, articles }: ChatPage): readonly string[] {
  const questions = exampleQuestions({ encounters, articles, texts: textsOf(lang) });
  return [...questions.slice(0, maxQuestions), "/articles", "/help"];
}
