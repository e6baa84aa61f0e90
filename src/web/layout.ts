/** The frame of every page: head, top bar with navigation and language switch, main part. */
import type { Language } from "../answer/answer.ts";
import { html, type Html } from "./html.ts";
import { pageTexts } from "./texts.ts";

export interface PageFrame {
  readonly lang: Language;
  readonly title: string;
  /** Path and query of this page, to come back to after switching the language. */
  readonly path: string;
  /** Which entry of the navigation this page is. */
  readonly current: "chat" | "encounters" | null;
  /** Names of style sheets and scripts among the assets. */
  readonly styles: readonly string[];
  readonly scripts: readonly string[];
}

export function renderLayout(frame: PageFrame, main: Html): Html {
  return html`<!doctype html>
    <html lang="${frame.lang}">
      ${renderHead(frame)}
      <body>
        <a class="skip-link" href="#main">${pageTexts[frame.lang].skipToContent}</a>
        ${renderTopBar(frame)} ${main}
      </body>
    </html>`;
}

function renderHead({ title, styles, scripts }: PageFrame): Html {
  return html`<head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
    <meta name="color-scheme" content="light dark" />
    <title>${title} · Sourcier</title>
    <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
    ${["page.css", ...styles].map((name) => html`<link rel="stylesheet" href="/assets/${name}" />`)}
    ${scripts.map((name) => html`<script type="module" src="/assets/${name}"></script>`)}
  </head>`;
}

function renderTopBar({ lang, path, current }: PageFrame): Html {
  const texts = pageTexts[lang];
  const { code, label } = texts.otherLanguage;
  return html`<header class="top-bar">
    <a class="brand" href="/"
      ><img src="/assets/icon.svg" alt="" width="28" height="28" /><span>Sourcier</span></a
    >
    <nav aria-label="${texts.navigation}">
      ${renderNavLink("/", texts.chat.title, current === "chat")}
      ${renderNavLink("/encounters", texts.encounters.title, current === "encounters")}
    </nav>
    <a
      class="language"
      lang="${code}"
      hreflang="${code}"
      href="/language/${code}?from=${encodeURIComponent(path)}"
      >${label}</a
    >
  </header>`;
}

function renderNavLink(href: string, label: string, isCurrent: boolean): Html {
  return isCurrent
    ? html`<a href="${href}" aria-current="page">${label}</a>`
    : html`<a href="${href}">${label}</a>`;
}
