/** The reader: one stored article in full, a passage of it marked, and the encounters it tells. */
import type { Language } from "../answer/answer.ts";
import type { Article, Span } from "../clean/article.ts";
import type { Encounter } from "../encounters/encounter.ts";
import { dateInWords } from "../reply/date-in-words.ts";
import { describeEncounter } from "../reply/encounter-words.ts";
import { articlePath } from "./article-path.ts";
import { html, type Html } from "./html.ts";
import { renderLayout } from "./layout.ts";
import { splitAtSpan } from "./split-at-span.ts";
import { pageTexts } from "./texts.ts";

export interface ArticlePage {
  readonly lang: Language;
  readonly article: Article;
  /** Those of this article only. */
  readonly encounters: readonly Encounter[];
  /** The passage to mark; `invalid` when one was asked for that the article does not have. */
  readonly passage: Span | "invalid" | null;
}

export function renderArticlePage(page: ArticlePage): Html {
  const { lang, article, encounters, passage } = page;
  const marked = passage === "invalid" ? null : passage;
  const frame = {
    lang,
    title: article.title,
    path: articlePath(article.articleId, marked),
    current: null,
    styles: ["article.css"],
    scripts: ["reader.js"],
  };
  return renderLayout(
    frame,
    html`<main id="main" class="reader">
      <article lang="fr">
        ${renderHeading(page)}
        ${passage === "invalid" ? html`<p class="notice" lang="${lang}">${pageTexts[lang].reader.badPassage}</p>` : ""}
        ${renderParagraphs(article, marked)}
      </article>
      ${encounters.length === 0 ? "" : renderEncounters(encounters, lang)}
    </main>`,
  );
}

function renderHeading({ lang, article, passage }: ArticlePage): Html {
  const texts = pageTexts[lang].reader;
  return html`<header lang="${lang}">
    <p class="outlet">
      ${article.outlet ?? texts.unknownOutlet}${article.published === null ? "" : renderDate(article.published, lang)}
    </p>
    <h1 lang="fr">${article.title}</h1>
    <p class="links">
      ${
        article.url === null
          ? html`<span class="muted">${texts.noOriginal}</span>`
          : html`<a class="button" href="${article.url}" target="_blank" rel="noopener noreferrer"
              >${texts.original}</a
            >`
      }
      ${passage === null || passage === "invalid" ? "" : html`<a href="#passage">${texts.passage}</a>`}
    </p>
  </header>`;
}

function renderDate(iso: string, lang: Language): Html {
  return html` · <time datetime="${iso}">${dateInWords(iso, lang) ?? iso}</time>`;
}

function renderParagraphs({ text, paragraphs }: Article, passage: Span | null): Html[] {
  const first = paragraphs.findIndex(({ end }) => passage !== null && end > passage.start);
  return paragraphs.map((paragraph, index) => {
    const parts = splitAtSpan(text, paragraph, passage);
    const id = index === first ? html` id="passage"` : "";
    const mark = parts.marked === "" ? "" : html`<mark${id}>${parts.marked}</mark>`;
    return html`<p>${parts.before}${mark}${parts.after}</p>`;
  });
}

function renderEncounters(encounters: readonly Encounter[], lang: Language): Html {
  const texts = pageTexts[lang].reader;
  return html`<aside aria-labelledby="encounters-title">
    <h2 id="encounters-title">${texts.encounters}</h2>
    <ul>
      ${encounters.map(
        (encounter) =>
          html`<li>
            <p>${describeEncounter(encounter, lang)}</p>
            <a href="${articlePath(encounter.articleId, encounter)}">${texts.showEvidence}</a>
          </li>`,
      )}
    </ul>
    <p><a href="/encounters">${texts.allArticles}</a></p>
  </aside>`;
}
