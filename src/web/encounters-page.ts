/** Who met whom in the page: the network, a timeline and a table; each row opens its evidence. */
import type { Language } from "../answer/answer.ts";
import type { Encounter, PersonId } from "../encounters/encounter.ts";
import { drawEncounterGraph } from "../pictures/draw-encounter-graph.ts";
import { distinctEncounters } from "../reply/encounter-words.ts";
import { renderEncountersTable } from "./encounters-table.ts";
import { renderEncountersTimeline } from "./encounters-timeline.ts";
import { html, inlineSvg, type Html } from "./html.ts";
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
  const { lang, person } = page;
  const texts = pageTexts[lang].encounters;
  const people = listPeople(page.encounters);
  const name = person === null ? undefined : people.get(person);
  const frame = {
    lang,
    title: name === undefined ? texts.title : texts.about(name),
    path:
      name === undefined ? "/encounters" : `/encounters?person=${encodeURIComponent(person ?? "")}`,
    current: "encounters",
    styles: ["encounters.css"],
    scripts: ["encounters.js"],
  } as const;
  // Somebody whom the corpus no longer knows: everybody is shown.
  const shown = distinctEncounters(page.encounters).filter(
    ({ participants }) => name === undefined || participants.some(({ id }) => id === person),
  );
  return renderLayout(
    frame,
    html`<main id="main" class="encounters">
      <h1>${frame.title}</h1>
      ${
        shown.length === 0
          ? html`<p class="notice">${page.isBuilding ? texts.stillBuilding : texts.empty}</p>`
          : renderViews(shown, page, people, name === undefined ? null : person)
      }
    </main>`,
  );
}

function renderViews(
  shown: readonly Encounter[],
  { lang, encounters }: EncountersPage,
  people: ReadonlyMap<PersonId, string>,
  person: PersonId | null,
): Html {
  const texts = pageTexts[lang].encounters;
  const graph = drawEncounterGraph({ encounters: shown, person, lang, theme: "page" });
  return html`<p class="introduction">${texts.introduction(shown.length)}</p>
    ${renderFilter(people, person, lang)}
    ${
      graph === null
        ? ""
        : html`<section>
            <h2 id="graph-title">${texts.graph}</h2>
            <div class="card graph" tabindex="0" role="region" aria-labelledby="graph-title">
              ${inlineSvg(graph)}
            </div>
          </section>`
    }
    <section aria-labelledby="timeline-title">
      <h2 id="timeline-title">${texts.timeline}</h2>
      ${renderEncountersTimeline(shown, lang)}
    </section>
    <section>
      <h2 id="table-title">${texts.table}</h2>
      ${renderEncountersTable(shown, encounters, lang)}
    </section>`;
}

function renderFilter(
  people: ReadonlyMap<PersonId, string>,
  person: PersonId | null,
  lang: Language,
): Html {
  const texts = pageTexts[lang].encounters;
  const sorted = [...people].toSorted(([, a], [, b]) => a.localeCompare(b, lang));
  return html`<form class="filter" action="/encounters" method="get">
    <label for="person">${texts.filter}</label>
    <select id="person" name="person">
      <option value="">${texts.everybody}</option>
      ${sorted.map(
        ([id, name]) =>
          html`<option value="${id}" ${id === person ? "selected" : ""}>${name}</option>`,
      )}
    </select>
    <button type="submit">${texts.apply}</button>
  </form>`;
}

function listPeople(encounters: readonly Encounter[]): ReadonlyMap<PersonId, string> {
  const participants = encounters.flatMap((encounter) => encounter.participants);
  return new Map(participants.map(({ id, name }) => [id, name]));
}
