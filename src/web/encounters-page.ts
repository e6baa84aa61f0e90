/** Who met whom in the page: the network, a timeline and a table that sorts; each row opens its evidence. */
import type { Language } from "../answer/answer.ts";
import type { Encounter, PersonId } from "../encounters/encounter.ts";
import { dateInWords, describePeople } from "../pictures/describe-encounter.ts";
import { pictureTexts } from "../pictures/texts.ts";
import { articlePath } from "./article-path.ts";
import { html, type Html } from "./html.ts";
import { renderLayout } from "./layout.ts";
import { pageTexts } from "./texts.ts";

export interface EncountersPage {
  readonly lang: Language;
  readonly encounters: readonly Encounter[];
  /** Show only what concerns this person. */
  readonly person: PersonId | null;
  readonly isBuilding: boolean;
}

export function renderEncountersPage(page: EncountersPage): Html {
  const { lang, encounters, person } = page;
  const texts = pageTexts[lang].encounters;
  const shown = encounters.filter(
    ({ participants }) => person === null || participants.some(({ id }) => id === person),
  );
  const frame = {
    lang,
    title: texts.title,
    path: person === null ? "/encounters" : `/encounters?person=${encodeURIComponent(person)}`,
    current: "encounters",
    styles: ["encounters.css"],
    scripts: ["encounters.js"],
  } as const;
  const body =
    shown.length === 0
      ? html`<p class="notice">${page.isBuilding ? texts.stillBuilding : texts.empty}</p>`
      : html`${renderTable(shown, lang)}`;
  return renderLayout(
    frame,
    html`<main id="main" class="encounters">
      <h1>${texts.title}</h1>
      ${body}
    </main>`,
  );
}

function renderTable(encounters: readonly Encounter[], lang: Language): Html {
  const texts = pageTexts[lang].encounters;
  const { status, mode } = pictureTexts[lang];
  return html`<table id="table">
    <caption class="visually-hidden">
      ${texts.title}
    </caption>
    <thead>
      <tr>
        ${Object.entries(texts.columns).map(([key, label]) => html`<th scope="col" data-column="${key}">${label}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${encounters.map(
        (encounter) =>
          html`<tr>
            <td>${describePeople(encounter, lang)}</td>
            <td>${status[encounter.status]}</td>
            <td>${mode[encounter.mode]}</td>
            <td>${encounter.place ?? "–"}</td>
            <td data-sort="${encounter.date?.iso ?? ""}">
              ${encounter.date === null ? "–" : dateInWords(encounter.date, lang)}
            </td>
            <td>
              <a href="${articlePath(encounter.articleId, encounter)}">${texts.readEvidence}</a>
            </td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
