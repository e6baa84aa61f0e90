/** What every picture has around its drawing: title, subtitle, legend and a closing note. */
import type { Encounter } from "../encounters/encounter.ts";
import { cutToWidth } from "./fit-text.ts";
import type { Palette } from "./palette.ts";
import { measureText, textFont } from "./rasterizer.ts";
import { svg, type Svg } from "./svg.ts";
import { certaintyDot, lineStyle, modeSign, occurring } from "./symbols.ts";
import { pictureTexts, type PictureLanguage } from "./texts.ts";

export interface Frame {
  readonly title: string;
  readonly subtitle: string;
  /** What was left out, or null. */
  readonly note: string | null;
  /** Those drawn: the legend explains what occurs among them. */
  readonly encounters: readonly Encounter[];
  /** How the drawing shows whether an encounter took place. */
  readonly sign: "line" | "dot";
  readonly lang: PictureLanguage;
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
const legendLine = 30;

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
  readonly sign: (x: number, y: number) => Svg | null;
  readonly signWidth: number;
  readonly label: string;
}

function drawLegend(frame: Frame, top: number): { readonly body: Svg; readonly bottom: number } {
  const { palette, note } = frame;
  let x = margin;
  let y = top;
  const parts: (Svg | null)[] = [
    svg("path", { d: `M${margin} ${top - 24}H${pictureWidth - margin}`, stroke: palette.line }),
  ];
  for (const { sign, signWidth, label } of legendEntries(frame)) {
    const width = signWidth + 10 + measureText(label, 14, 400);
    if (x > margin && x + width > pictureWidth - margin) {
      x = margin;
      y += legendLine;
    }
    parts.push(sign(x, y), drawLabel(label, x + signWidth + 10, y, palette.muted));
    x += width + 28;
  }
  if (note !== null) {
    if (x > margin) y += legendLine;
    parts.push(svg("text", { x: margin, y: y + 5, ...textFont(14, 600), fill: palette.ink }, note));
  }
  return { body: svg("g", {}, ...parts), bottom: y + 12 };
}

function drawLabel(label: string, x: number, y: number, fill: string): Svg {
  return svg("text", { x, y: y + 5, ...textFont(14, 400), fill }, label);
}

function legendEntries({ encounters, sign, lang, palette }: Frame): readonly LegendEntry[] {
  const texts = pictureTexts[lang];
  const { statuses, modes } = occurring(encounters);
  return [
    ...statuses.map(({ certainty, statuses: names }) => ({
      sign: (x: number, y: number) =>
        sign === "dot"
          ? certaintyDot(certainty, x + 8, y, palette)
          : svg("path", { d: `M${x + 2} ${y}h32`, ...lineStyle(certainty, palette, 3) }),
      signWidth: sign === "dot" ? 16 : 36,
      label: names.map((name) => texts.status[name]).join(", "),
    })),
    ...modes.map((mode) => ({
      sign: (x: number, y: number) => modeSign(mode, x + 8, y, palette.muted),
      signWidth: 16,
      label: texts.mode[mode],
    })),
  ];
}
