/** Who met whom as a network: a circle for each person, a line for each pair that met. */
import { drawLinks, shownModes } from "./draw-links.ts";
import type { DrawnPerson } from "./drawn-person.ts";
import {
  buildEncounterGraph,
  type EncounterGraph,
  type GraphLink,
  type GraphPerson,
} from "./encounter-graph.ts";
import { breakLabel } from "./fit-text.ts";
import { frameDrawing, type DrawingRequest, margin, pictureWidth } from "./frame.ts";
import { ground, palettes, type Palette } from "./palette.ts";
import type { Placement } from "./place-group.ts";
import { placePeople } from "./place-people.ts";
import { measureText, textFont } from "./rasterizer.ts";
import { svg, type Svg } from "./svg.ts";
import { pictureTexts } from "./texts.ts";

const maxPeople = 24;
const innerWidth = pictureWidth - 2 * margin;
const maxLabelWidth = 132;

/** Null when no two people met. */
export function drawEncounterGraph({
  encounters,
  person,
  lang,
  theme,
}: DrawingRequest): Svg | null {
  const concerned = encounters.filter(
    ({ participants }) => person === null || participants.some(({ id }) => id === person),
  );
  const graph = buildEncounterGraph(concerned, maxPeople);
  if (graph.links.length === 0) return null;
  const people = graph.people.map((one) => preparePerson(one, graph, one.id === person));
  const placement = place(people, graph.links);
  const palette = palettes[theme];
  const style = labelStyle(people.length);
  const body = svg(
    "g",
    {},
    drawLinks(graph.links, people, placement, palette),
    ...people.map((one) => drawPerson(one, placement, palette, style.size)),
  );
  const texts = pictureTexts[lang];
  const name = people.find(({ isFocus }) => isFocus)?.name;
  return frameDrawing(
    { body, height: placement.height },
    {
      title: name === undefined ? texts.graphTitle : texts.aroundPerson(name),
      subtitle: texts.subtitle(people.length + graph.hiddenPeople, concerned.length),
      note: graph.hiddenPeople === 0 ? null : texts.morePeople(graph.hiddenPeople),
      statuses: graph.links.flatMap((link) => link.encounters.map(({ status }) => status)),
      modes: graph.links.flatMap(shownModes),
      sign: "line",
      lang,
      palette,
      bare: theme === "page",
    },
  );
}

function labelStyle(people: number) {
  return { size: people > 14 ? 13 : 15, weight: 600 } as const;
}

function preparePerson(one: GraphPerson, graph: EncounterGraph, isFocus: boolean): DrawnPerson {
  const style = labelStyle(graph.people.length);
  const lines = breakLabel(one.name, maxLabelWidth, style);
  const most = Math.max(...graph.people.map(({ count }) => count));
  const [small, large] = graph.people.length > 14 ? [15, 25] : [22, 36];
  return {
    ...one,
    isFocus,
    lines,
    radius: small + (large - small) * Math.sqrt((one.count - 1) / Math.max(most - 1, 1)),
    labelWidth: Math.max(...lines.map((line) => measureText(line, style.size, style.weight))),
  };
}

function place(people: readonly DrawnPerson[], links: readonly GraphLink[]): Placement {
  const { size } = labelStyle(people.length);
  const boxes = people.map(({ id, radius, labelWidth, lines }) => ({
    id,
    halfWidth: Math.max(radius, labelWidth / 2) + 2,
    above: radius + 2,
    below: radius + 6 + lines.length * size * 1.25,
  }));
  return placePeople(
    boxes,
    links.map(({ a, b }) => [a, b] as const),
    innerWidth,
  );
}

function drawPerson(
  { id, name, radius, lines, labelWidth, isFocus }: DrawnPerson,
  { positions }: Placement,
  palette: Palette,
  size: number,
): Svg {
  const { x, y } = positions.get(id) ?? { x: 0, y: 0 };
  const initialSize = radius * 0.72;
  const label = { ...textFont(size, 600), "text-anchor": "middle", fill: palette.ink };
  const labelTop = y + radius + 5;
  return svg(
    "g",
    {},
    // Lines that pass behind a label leave it readable.
    svg("rect", {
      x: x - labelWidth / 2 - 4,
      y: labelTop - 1,
      width: labelWidth + 8,
      height: lines.length * size * 1.25 + 3,
      rx: 6,
      fill: ground(palette),
    }),
    svg("circle", {
      cx: x,
      cy: y,
      r: radius,
      fill: isFocus ? palette.accent : palette.accentSoft,
      stroke: palette.accent,
      "stroke-width": 2,
    }),
    svg(
      "text",
      {
        x,
        y: y + initialSize * 0.36,
        ...textFont(initialSize, 600),
        "text-anchor": "middle",
        fill: isFocus ? palette.onAccent : palette.accent,
      },
      initialsOf(name),
    ),
    ...lines.map((line, index) =>
      svg("text", { x, y: labelTop + size * (0.95 + index * 1.25), ...label }, line),
    ),
  );
}

/** First letters of the first and the last word of a name. */
function initialsOf(name: string): string {
  const words = name.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*/gu) ?? [];
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends
    .map((word) => String.fromCodePoint(word?.codePointAt(0) ?? 0x2e).toUpperCase())
    .join("");
}
