/** Pictures of who met whom as PNG, at twice the size of the drawing so that phones show it sharp. */
import type { EncounterPictures, PictureRequest } from "../bot/bot-dependencies.ts";
import { distinctEncounters } from "../reply/encounter-words.ts";
import { drawEncounterGraph } from "./draw-encounter-graph.ts";
import { drawEncounterTimeline } from "./draw-encounter-timeline.ts";
import { rasterize } from "./rasterizer.ts";
import type { Svg } from "./svg.ts";

const scale = 2;

export function createPictures(): EncounterPictures {
  const toPng = async (drawing: Svg | null) =>
    drawing === null ? null : (await rasterize(drawing, scale)).png;
  const prepare = (request: PictureRequest) => ({
    ...request,
    encounters: distinctEncounters(request.encounters),
    theme: "light" as const,
  });
  return {
    drawGraph: (request) => toPng(drawEncounterGraph(prepare(request))),
    drawTimeline: (request) => toPng(drawEncounterTimeline(prepare(request))),
  };
}
