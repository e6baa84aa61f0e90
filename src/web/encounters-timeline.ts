import type { Language } from "../answer/answer.ts";
import type { Encounter } from "../encounters/encounter.ts";
import { certaintyOf } from "../pictures/encounter-graph.ts";
import { sortForTimeline, type TimelineRow } from "../pictures/timeline-rows.ts";
import { articlePath } from "./article-path.ts";
import { html, type Html } from "./html.ts";
import { peopleInWords } from "./people-in-words.ts";
import { pageTexts } from "./texts.ts";

const maxRows = 60;

/** The timeline of the pictures as a list, each entry with the sentence that proves it and the way to it. */
export function renderEncountersTimeline(encounters: readonly Encounter[], lang: Language): Html {
  const { groups, hidden } = sortForTimeline(encounters, maxRows, lang);
  return html`<div class="timeline">
    ${groups.map(
      ({ label, rows }) =>
        html`<h3>${label}</h3>
          <ol>
            ${rows.map((row) => renderRow(row, lang))}
          </ol>`,
    )}
    ${hidden === 0 ? "" : html`<p class="muted">${pageTexts[lang].encounters.more(hidden)}</p>`}
  </div>`;
}

function renderRow({ encounter, date, details }: TimelineRow, lang: Language): Html {
  const certainty = certaintyOf(encounter.status);
  return html`<li class="${certainty}">
    <p class="when">${date}</p>
    <div>
      <p class="who">${peopleInWords(encounter, lang)}</p>
      ${details === "" ? "" : html`<p class="details">${details}</p>`}
      <blockquote lang="fr">
        <a href="${articlePath(encounter.articleId, encounter)}">${encounter.evidence}</a>
      </blockquote>
    </div>
  </li>`;
}
