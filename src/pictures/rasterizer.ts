/** SVG -> PNG, and the width of text, both with the bundled typefaces and nothing of the system. */
import { Resvg, renderAsync, type ResvgRenderOptions } from "@resvg/resvg-js";
import { findFontFiles } from "./fonts.ts";
import { svg, type Svg } from "./svg.ts";

export interface Png {
  readonly png: Uint8Array;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

export type FontWeight = 400 | 600;

/** @param scale pixels of the picture per unit of the drawing */
export async function rasterize(drawing: Svg, scale: number): Promise<Png> {
  const fitTo = { mode: "zoom" as const, value: scale };
  const image = await renderAsync(drawing.markup, { ...fontOptions(), fitTo });
  return { png: image.asPng(), width: image.width, height: image.height };
}

/** Width of a line of text, in the unit of `size`. About 0.3 ms. */
export function measureText(text: string, size: number, weight: FontWeight): number {
  const line = svg("text", { ...textFont(measuringSize, weight), "xml:space": "preserve" }, text);
  const drawing = svg("svg", { xmlns: "http://www.w3.org/2000/svg" }, line);
  const box = new Resvg(drawing.markup, fontOptions()).getBBox();
  return ((box?.width ?? 0) * size) / measuringSize;
}

/** Attributes of a text in the pictures' typeface. */
export function textFont(size: number, weight: FontWeight) {
  return {
    "font-family": "Inter, 'DejaVu Sans', sans-serif",
    "font-size": size,
    "font-weight": weight,
  };
}

const measuringSize = 100;

function fontOptions(): ResvgRenderOptions {
  const fontFiles = Object.values(findFontFiles()) as string[];
  return {
    font: {
      loadSystemFonts: false,
      fontFiles,
      defaultFontFamily: "Inter",
      sansSerifFamily: "Inter",
    },
  };
}
