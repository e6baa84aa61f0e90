/** Line styles and small signs that tell encounters apart without colour alone, and their legend. */
import type { EncounterMode, EncounterStatus } from "../encounters/encounter.ts";
import { certaintyOf, type Certainty } from "./encounter-graph.ts";
import type { Palette } from "./palette.ts";
import { svg, type Svg } from "./svg.ts";

const certaintyOrder: readonly Certainty[] = ["held", "planned", "unsure"];
const modeOrder: readonly EncounterMode[] = ["in-person", "phone", "video", "unknown"];

/** Attributes of a line: solid for what took place, dashed for plans, dotted for what is not sure. */
export function lineStyle(certainty: Certainty, palette: Palette, width: number) {
  const dashes = { held: null, planned: `${width * 3} ${width * 2.2}`, unsure: `0 ${width * 2.6}` };
  return {
    stroke: palette[certainty],
    "stroke-width": width,
    "stroke-dasharray": dashes[certainty],
    "stroke-linecap": certainty === "planned" ? "butt" : "round",
    fill: "none",
  };
}

/** Filled for what took place, a broken ring for the rest. */
export function certaintyDot(certainty: Certainty, x: number, y: number, palette: Palette): Svg {
  const isHeld = certainty === "held";
  const style = isHeld ? {} : lineStyle(certainty, palette, 2.4);
  const fill = isHeld ? palette.held : palette.surface;
  return svg("circle", { cx: x, cy: y, r: 7, ...style, fill });
}

/** Drawn in a square of 16 by 16 around the origin. */
const modeShapes: Readonly<Record<EncounterMode, readonly string[]>> = {
  "in-person": [
    "M-3.600 -2.600m-2.200 0a2.200 2.200 0 1 0 4.400 0a2.200 2.200 0 1 0 -4.400 0",
    "M-7 5.500v-.8a3.300 3.300 0 0 1 6.600 0v.8",
    "M3.600 -2.600m-2.200 0a2.200 2.200 0 1 0 4.400 0a2.200 2.200 0 1 0 -4.400 0",
    "M.4 5.500v-.8a3.300 3.300 0 0 1 6.600 0v.8",
  ],
  phone: [
    "M-4.800 -5.500l2.300 -.6 1.500 3.300 -1.500 1.300a8 8 0 0 0 3.900 3.900l1.300 -1.500 3.300 1.500 -.6 2.300c-.3 .9-1 1.300-1.900 1.200a11.500 11.500 0 0 1 -9.500 -9.500c-.1 -.9 .3 -1.600 1.200 -1.900z",
  ],
  video: ["M-6.500 -4h8v8h-8z", "M1.500 -.8l5 -2.700v7l-5 -2.700z"],
  unknown: ["M-5 .01h.02", "M0 .01h.02", "M5 .01h.02"],
};

/** A sign of how people met, centred on a point. */
export function modeSign(mode: EncounterMode, x: number, y: number, color: string): Svg {
  const stroke = {
    fill: "none",
    stroke: color,
    "stroke-width": mode === "unknown" ? 2.6 : 1.5,
    "stroke-linejoin": "round",
    "stroke-linecap": "round",
  };
  return svg(
    "g",
    { transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})` },
    ...modeShapes[mode].map((d) => svg("path", { d, ...stroke })),
  );
}

/** Statuses that share a line style. */
export interface StatusGroup {
  readonly certainty: Certainty;
  readonly statuses: readonly EncounterStatus[];
}

/** Those that occur, by line style, in a fixed order. */
export function groupStatuses(statuses: Iterable<EncounterStatus>): readonly StatusGroup[] {
  const occurring = [...new Set(statuses)].toSorted();
  return certaintyOrder
    .map((certainty) => ({
      certainty,
      statuses: occurring.filter((status) => certaintyOf(status) === certainty),
    }))
    .filter((group) => group.statuses.length > 0);
}

/** Each mode once, in a fixed order. */
export function orderModes(modes: Iterable<EncounterMode>): readonly EncounterMode[] {
  const occurring = new Set(modes);
  return modeOrder.filter((mode) => occurring.has(mode));
}
