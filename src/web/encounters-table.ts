import type { Language } from "../answer/answer.ts";
import type { Encounter } from "../encounters/encounter.ts";
import { certaintyOf } from "../pictures/encounter-graph.ts";
import { pictureTexts } from "../pictures/texts.ts";
import { dateInWords } from "../reply/date-in-words.ts";
import { articlePath } from "./article-path.ts";
import { html, type Html } from "./html.ts";
import { peopleInWords } from "./people-in-words.ts";
import { pageTexts } from "./texts.ts";

const maxRows = 500;

/**
 * Encounters in a table; the page's script makes its headings sort it.
 *
 * @param encounters one record each
 * @param all every record, so that each article's sentence can be read
 */
export function renderEncountersTable(
  encounters: readonly Encounter[],
  all: readonly Encounter[],
  lang: Language,
): Html {
  const byId = new Map(all.map((encounter) => [encounter.id, encounter]));
  const texts = pageTexts[lang].encounters;
  const { who, status, mode, place, date, evidence } = texts.columns;
  const hidden = Math.max(0, encounters.length - maxRows);
  return html`<div class="card table" tabindex="0" role="region" aria-labelledby="table-title">
      <table>
        <thead>
          <tr>
            ${[who, status, mode, place, date].map((label) => html`<th scope="col" data-sortable>${label}</th>`)}
            <th scope="col">${evidence}</th>
          </tr>
        </thead>
        <tbody>
          ${encounters.slice(0, maxRows).map((encounter) => renderRow(encounter, byId, lang))}
        </tbody>
      </table>
    </div>
    ${hidden === 0 ? "" : html`<p class="muted">${texts.more(hidden)}</p>`}`;
}

function renderRow(
  encounter: Encounter,
  byId: ReadonlyMap<string, Encounter>,
  lang: Language,
): Html {
  const { status, mode, place, date, sameAs } = encounter;
  const tellings = [encounter, ...sameAs.flatMap((id) => byId.get(id) ?? [])];
  const words = pictureTexts[lang];
  const day = date?.iso == null ? null : dateInWords(date.iso, lang);
  return html`<tr>
    <th scope="row">${peopleInWords(encounter, lang)}</th>
    <td><span class="status ${certaintyOf(status)}">${words.status[status]}</span></td>
    <td>${mode === "unknown" ? "–" : words.mode[mode]}</td>
    <td class="place">${place ?? "–"}</td>
    <td data-sort="${date?.iso ?? ""}">
      ${day ?? (date === null ? "–" : words.quoted(date.text))}
    </td>
    <td>${tellings.map((telling, index) => renderEvidence(telling, index + 1, lang))}</td>
  </tr>`;
}

function renderEvidence({ articleId, start, end }: Encounter, n: number, lang: Language): Html {
  const { readEvidence, readAlso } = pageTexts[lang].encounters;
  const label = n === 1 ? readEvidence : readAlso(n);
  return html`<a href="${articlePath(articleId, { start, end })}">${label}</a> `;
}
