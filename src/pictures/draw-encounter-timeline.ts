/** Encounters in the order of their dates, down a line: when, who, how and where. */
import type { Language } from "../answer/answer.ts";
import type { Encounter, PersonId } from "../encounters/encounter.ts";
import { certaintyOf } from "./encounter-graph.ts";
import { breakLines, cutToWidth } from "./fit-text.ts";
import { frameDrawing, type Drawing, type DrawingRequest, margin, pictureWidth } from "./frame.ts";
import { ground, palettes, type Palette } from "./palette.ts";
import { textFont } from "./rasterizer.ts";
import { svg, type Svg } from "./svg.ts";
import { certaintyDot, modeSign } from "./symbols.ts";
import { pictureTexts } from "./texts.ts";
import { sortForTimeline, type TimelineGroup, type TimelineRow } from "./timeline-rows.ts";

const maxRows = 12;
const groupHeight = 44;
const railX = 132;
const textX = railX + 30;
const innerWidth = pictureWidth - 2 * margin;
const textWidth = innerWidth - textX;
const nameStyle = { size: 17, weight: 600 } as const;
const detailStyle = { size: 14, weight: 400 } as const;
const dateWidth = railX - 24;

/** Null when there is nothing to draw. */
export function drawEncounterTimeline(request: DrawingRequest): Svg | null {
  const { encounters, person, lang, theme } = request;
  const texts = pictureTexts[lang];
  const concerned = encounters.filter(
    ({ participants }) => person === null || participants.some(({ id }) => id === person),
  );
  const { groups, hidden } = sortForTimeline(concerned, maxRows, lang);
  if (groups.length === 0) return null;
  const drawn = groups.flatMap(({ rows }) => rows.map(({ encounter }) => encounter));
  const palette = palettes[theme];
  const people = concerned.flatMap(({ participants }) => participants);
  const name = people.find(({ id }) => id === person)?.name;
  return frameDrawing(drawGroups(groups, request, palette), {
    title: name === undefined ? texts.timelineTitle : texts.aroundPerson(name),
    subtitle: texts.subtitle(new Set(people.map(({ id }) => id)).size, concerned.length),
    note: hidden === 0 ? null : texts.moreEncounters(hidden),
    statuses: drawn.map(({ status }) => status),
    modes: drawn.map(({ mode }) => mode).filter((mode) => mode !== "unknown"),
    sign: "dot",
    lang,
    palette,
    bare: theme === "page",
  });
}

function drawGroups(
  groups: readonly TimelineGroup[],
  request: DrawingRequest,
  palette: Palette,
): Drawing {
  const parts: Svg[] = [];
  let y = 8;
  for (const { label, rows } of groups) {
    parts.push(drawGroupLabel(label, y, palette));
    y += groupHeight;
    for (const row of rows) {
      const drawn = drawRow(row, request, palette, y);
      parts.push(drawn.body);
      y += drawn.height;
    }
  }
  const rail = { d: `M${railX} 8V${y - 10}`, stroke: palette.line, "stroke-width": 2 };
  return { body: svg("g", {}, svg("path", rail), ...parts), height: y - 10 };
}

/** A year, or "no date", as a chip on the line. */
function drawGroupLabel(label: string, y: number, palette: Palette): Svg {
  const width = Math.max(58, label.length * 9.5 + 22);
  const font = textFont(14, 600);
  return svg(
    "g",
    {},
    svg("rect", {
      x: railX - width / 2,
      y: y - 2,
      width,
      height: 28,
      rx: 14,
      fill: palette.accentSoft,
    }),
    svg(
      "text",
      { x: railX, y: y + 17, ...font, "text-anchor": "middle", fill: palette.accent },
      label,
    ),
  );
}

function drawRow(
  { encounter, date, details }: TimelineRow,
  { person, lang }: DrawingRequest,
  palette: Palette,
  y: number,
): Drawing {
  const names = breakLines(namesOf(encounter, person, lang), textWidth, nameStyle, 3);
  const detailLines = breakLines(details, textWidth - signWidth(encounter), detailStyle, 2);
  const namesBottom = y + 18 + (names.length - 1) * 22;
  const muted = { ...textFont(detailStyle.size, detailStyle.weight), fill: palette.muted };
  const body = svg(
    "g",
    {},
    svg(
      "text",
      { x: railX - 24, y: y + 18, ...muted, "text-anchor": "end" },
      cutToWidth(date, dateWidth, detailStyle),
    ),
    svg("circle", { cx: railX, cy: y + 12, r: 11, fill: ground(palette) }),
    certaintyDot(certaintyOf(encounter.status), railX, y + 12, palette),
    ...names.map((line, index) =>
      svg(
        "text",
        { x: textX, y: y + 18 + index * 22, ...textFont(17, 600), fill: palette.ink },
        line,
      ),
    ),
    encounter.mode === "unknown"
      ? null
      : modeSign(encounter.mode, textX + 8, namesBottom + 17, palette.muted),
    ...detailLines.map((line, index) =>
      svg(
        "text",
        { x: textX + signWidth(encounter), y: namesBottom + 22 + index * 19, ...muted },
        line,
      ),
    ),
  );
  const detailHeight = details === "" ? 0 : 22 + (detailLines.length - 1) * 19;
  return { body, height: namesBottom - y + detailHeight + 30 };
}

function signWidth({ mode }: Encounter): number {
  return mode === "unknown" ? 0 : 24;
}

/** The person whom the picture is about comes first. */
function namesOf({ participants }: Encounter, person: PersonId | null, lang: Language): string {
  const first = participants.filter(({ id }) => id === person);
  const others = participants.filter(({ id }) => id !== person);
  const names = [...first, ...others].map(({ name }) => name);
  const shown = names.length === 1 ? [...names, pictureTexts[lang].somebody] : names;
  return shown.join(" · ");
}
