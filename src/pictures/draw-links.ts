/** The lines of a network, each with a sign of how people met and how often, kept clear of the labels. */
import type { EncounterMode } from "../encounters/encounter.ts";
import type { DrawnPerson } from "./drawn-person.ts";
import type { GraphLink } from "./encounter-graph.ts";
import type { Palette } from "./palette.ts";
import type { Placement, Point } from "./place-group.ts";
import { textFont } from "./rasterizer.ts";
import { svg, type Svg } from "./svg.ts";
import { lineStyle, modeSign, orderModes } from "./symbols.ts";

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Two people joined in several ways: one line beside the other. */
const sideways = 34;
const badgeHeight = 24;
/** Where along a line its badge may stand, the best place first. */
const badgePlaces = [0.5, 0.42, 0.58, 0.34, 0.66, 0.27, 0.73];

export function drawLinks(
  links: readonly GraphLink[],
  people: readonly DrawnPerson[],
  { positions }: Placement,
  palette: Palette,
): Svg {
  const occupied = people.map((one) => boxOf(one, positions.get(one.id)));
  const curves = links.map((link) => ({ link, curve: curveOf(link, links, positions) }));
  const lines = curves.map(({ link, curve }) => drawLine(link, curve, palette));
  const badges = curves.map(({ link, curve }) => drawBadge(link, curve, occupied, palette));
  return svg("g", {}, ...lines, ...badges);
}

interface Curve {
  readonly from: Point;
  readonly bend: Point;
  readonly to: Point;
}

function curveOf(
  link: GraphLink,
  links: readonly GraphLink[],
  positions: ReadonlyMap<string, Point>,
): Curve {
  const beside = links.filter(({ a, b }) => a === link.a && b === link.b);
  const offset = (beside.indexOf(link) - (beside.length - 1) / 2) * sideways;
  const from = positions.get(link.a) ?? { x: 0, y: 0 };
  const to = positions.get(link.b) ?? { x: 0, y: 0 };
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  // The curve passes half as far from the straight line as its control point lies.
  const shift = (2 * offset) / length;
  return {
    from,
    to,
    bend: {
      x: (from.x + to.x) / 2 - (to.y - from.y) * shift,
      y: (from.y + to.y) / 2 + (to.x - from.x) * shift,
    },
  };
}

function pointAt({ from, bend, to }: Curve, t: number): Point {
  const [p, q, r] = [(1 - t) ** 2, 2 * t * (1 - t), t ** 2];
  return { x: p * from.x + q * bend.x + r * to.x, y: p * from.y + q * bend.y + r * to.y };
}

function drawLine({ certainty, encounters }: GraphLink, curve: Curve, palette: Palette): Svg {
  const { from, bend, to } = curve;
  const d = `M${from.x.toFixed(1)} ${from.y.toFixed(1)}Q${bend.x.toFixed(1)} ${bend.y.toFixed(1)} ${to.x.toFixed(1)} ${to.y.toFixed(1)}`;
  const width = Math.min(2 + (encounters.length - 1) * 0.8, 5);
  return svg("path", { d, ...lineStyle(certainty, palette, width) });
}

/** That nothing is known of the form is worth a sign only beside forms that are known. */
export function shownModes({ modes }: GraphLink): readonly EncounterMode[] {
  return modes.length > 1 ? orderModes(modes) : modes.filter((mode) => mode !== "unknown");
}

/** The signs of the modes and the number of encounters, on the first place along the line that is free. */
function drawBadge(link: GraphLink, curve: Curve, occupied: Box[], palette: Palette): Svg | null {
  const { encounters, certainty } = link;
  const signs = shownModes(link);
  const count = encounters.length > 1 ? `×${encounters.length}` : "";
  if (signs.length === 0 && count === "") return null;
  const width = signs.length * 18 + (count === "" ? 0 : 10 + count.length * 8) + 10;
  const center = badgePlaces
    .map((t) => pointAt(curve, t))
    .find((point) => !occupied.some((box) => overlaps(box, badgeBox(point, width))));
  if (center === undefined) return null;
  occupied.push(badgeBox(center, width));
  const left = center.x - width / 2 + 5;
  return svg(
    "g",
    {},
    svg("rect", {
      x: center.x - width / 2,
      y: center.y - badgeHeight / 2,
      width,
      height: badgeHeight,
      rx: badgeHeight / 2,
      fill: palette.surface,
      stroke: palette.line,
    }),
    ...signs.map((mode, index) =>
      modeSign(mode, left + 9 + index * 18, center.y, palette[certainty]),
    ),
    count === ""
      ? null
      : svg(
          "text",
          {
            x: left + signs.length * 18 + 4,
            y: center.y + 4.5,
            ...textFont(13, 600),
            fill: palette.muted,
          },
          count,
        ),
  );
}

function badgeBox({ x, y }: Point, width: number): Box {
  return {
    left: x - width / 2,
    right: x + width / 2,
    top: y - badgeHeight / 2,
    bottom: y + badgeHeight / 2,
  };
}

function boxOf({ radius, labelWidth, lines }: DrawnPerson, center: Point | undefined): Box {
  const { x, y } = center ?? { x: 0, y: 0 };
  const half = Math.max(radius, labelWidth / 2);
  return {
    left: x - half,
    right: x + half,
    top: y - radius,
    // The label's ground reaches a little further than its last line.
    bottom: y + radius + 8 + lines.length * 19,
  };
}

function overlaps(one: Box, other: Box): boolean {
  return (
    one.left < other.right &&
    other.left < one.right &&
    one.top < other.bottom &&
    other.top < one.bottom
  );
}
