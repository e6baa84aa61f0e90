/** What every picture has around its drawing: title, subtitle, legend and a closing note. */
import type { Language } from "../answer/answer.ts";
import type { PictureRequest } from "../bot/bot-dependencies.ts";
import type { EncounterMode, EncounterStatus } from "../encounters/encounter.ts";
import { cutToWidth } from "./fit-text.ts";
import type { Palette, Theme } from "./palette.ts";
import { measureText, textFont } from "./rasterizer.ts";
import { svg, type Svg } from "./svg.ts";
import { certaintyDot, groupStatuses, lineStyle, modeSign, orderModes } from "./symbols.ts";
import { pictureTexts } from "./texts.ts";

/** What to draw, with one record per encounter (see distinctEncounters). */
export interface DrawingRequest extends PictureRequest {
  /** `page`: without title and background, in the page's own colours. */
  readonly theme: Theme;
}

export interface Frame {
  readonly title: string;
  readonly subtitle: string;
  /** What was left out, or null. */
  readonly note: string | null;
  /** Those that occur in the drawing, for the legend. */
  readonly statuses: Iterable<EncounterStatus>;
  /** Those whose sign occurs in the drawing, for the legend. */
  readonly modes: Iterable<EncounterMode>;
  /** How the drawing shows whether an encounter took place. */
  readonly sign: "line" | "dot";
  readonly lang: Language;
  readonly palette: Palette;
  /** Inside the page the title and subtitle stand in the page already. */
  readonly bare: boolean;
}

export interface Drawing {
  readonly body: Svg;
  readonly height: number;
}

/** Units of a drawing are CSS pixels: about the width of a large phone twice over. */
export const pictureWidth = 760;
export const margin = 40;
const titleHeight = 96;

/** The whole picture around a drawing of width `pictureWidth - 2 * margin`. */
export function frameDrawing(drawing: Drawing, frame: Frame): Svg {
  const { palette, bare } = frame;
  const top = bare ? 8 : titleHeight;
  const legend = drawLegend(frame, top + drawing.height + 36);
  const height = Math.ceil(legend.bottom + (bare ? 8 : 28));
  const label = `${frame.title}. ${frame.subtitle}`;
  return svg(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${pictureWidth} ${height}`,
      ...(bare ? {} : { width: pictureWidth, height }),
      role: "img",
      "aria-label": label,
    },
    bare ? null : svg("rect", { width: pictureWidth, height, fill: palette.paper }),
    bare ? null : drawTitle(frame),
    svg("g", { transform: `translate(${margin} ${top})` }, drawing.body),
    legend.body,
  );
}

function drawTitle({ title, subtitle, palette }: Frame): Svg {
  const width = pictureWidth - 2 * margin;
  const style = { size: 26, weight: 600 } as const;
  return svg(
    "g",
    {},
    svg(
      "text",
      { x: margin, y: 52, ...textFont(26, 600), fill: palette.ink, "letter-spacing": -0.4 },
      cutToWidth(title, width, style),
    ),
    svg("text", { x: margin, y: 77, ...textFont(15, 400), fill: palette.muted }, subtitle),
  );
}

interface LegendEntry {
  readonly sign: (x: number, y: number) => Svg;
  readonly signWidth: number;
  readonly label: string;
}

const legendLine = 30;
const legendGap = 28;
const signGap = 10;

function drawLegend(frame: Frame, top: number): { readonly body: Svg; readonly bottom: number } {
  const { palette, note } = frame;
  const lines = legendLines(frame);
  const signs = lines.flatMap((line, index) =>
    drawLegendLine(line, top + index * legendLine, palette),
  );
  const bottom = top + lines.length * legendLine;
  const rule = { d: `M${margin} ${top - 24}H${pictureWidth - margin}`, stroke: palette.line };
  const noteFont = { ...textFont(14, 600), fill: palette.ink };
  return {
    body: svg(
      "g",
      {},
      svg("path", rule),
      ...signs,
      note === null ? null : svg("text", { x: margin, y: bottom + 5, ...noteFont }, note),
    ),
    bottom: bottom - legendLine + 12 + (note === null ? 0 : legendLine),
  };
}

function drawLegendLine(entries: readonly LegendEntry[], y: number, palette: Palette): Svg[] {
  const font = { ...textFont(14, 400), fill: palette.muted };
  let x = margin;
  return entries.flatMap((entry) => {
    const at = x;
    x += entryWidth(entry) + legendGap;
    const label = svg(
      "text",
      { x: at + entry.signWidth + signGap, y: y + 5, ...font },
      entry.label,
    );
    return [entry.sign(at, y), label];
  });
}

function entryWidth({ signWidth, label }: LegendEntry): number {
  return signWidth + signGap + measureText(label, 14, 400);
}

/** All in one line if they fit, else the forms below the statuses. */
function legendLines(frame: Frame): readonly (readonly LegendEntry[])[] {
  const [statuses, modes] = [statusEntries(frame), modeEntries(frame)];
  const together = [...statuses, ...modes];
  const width = together.reduce((sum, entry) => sum + entryWidth(entry) + legendGap, -legendGap);
  return width <= pictureWidth - 2 * margin || modes.length === 0 ? [together] : [statuses, modes];
}

function statusEntries({ statuses, sign, lang, palette }: Frame): LegendEntry[] {
  const texts = pictureTexts[lang];
  return groupStatuses(statuses).map(({ certainty, statuses: names }) => ({
    sign: (x, y) =>
      sign === "dot"
        ? certaintyDot(certainty, x + 8, y, palette)
        : svg("path", { d: `M${x + 2} ${y}h40`, ...lineStyle(certainty, palette, 3) }),
    signWidth: sign === "dot" ? 16 : 42,
    label: names.map((name) => texts.status[name]).join(", "),
  }));
}

function modeEntries({ modes, lang, palette }: Frame): LegendEntry[] {
  return orderModes(modes).map((mode) => ({
    sign: (x, y) => modeSign(mode, x + 8, y, palette.muted),
    signWidth: 16,
    label: pictureTexts[lang].mode[mode],
  }));
}
