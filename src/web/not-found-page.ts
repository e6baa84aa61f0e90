import type { Language } from "../answer/answer.ts";
import { html, type Html } from "./html.ts";
import { renderLayout } from "./layout.ts";
import { pageTexts } from "./texts.ts";

/** The page for an address that leads nowhere, or to an article that the corpus does not hold. */
export function renderNotFoundPage(lang: Language, reason: "notFound" | "unknownArticle"): Html {
  const texts = pageTexts[lang].errors;
  const frame = {
    lang,
    title: texts.notFoundTitle,
    path: "/",
    current: null,
    styles: [],
    scripts: [],
  };
  return renderLayout(
    frame,
    html`<main id="main" class="not-found">
      <h1>${texts.notFoundTitle}</h1>
      <p>${texts[reason]}</p>
      <p><a class="button" href="/">${texts.backToChat}</a></p>
    </main>`,
  );
}
