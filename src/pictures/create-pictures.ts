/** Pictures of who met whom as PNG, at twice the size of the drawing so that phones show it sharp. */
import type { Encounter, PersonId } from "../encounters/encounter.ts";
import { distinctEncounters } from "../reply/encounter-words.ts";
import { drawEncounterGraph } from "./draw-encounter-graph.ts";
import { drawEncounterTimeline } from "./draw-encounter-timeline.ts";
import { rasterize } from "./rasterizer.ts";
import type { Svg } from "./svg.ts";
import type { PictureLanguage } from "./texts.ts";

export interface PictureRequest {
  readonly encounters: readonly Encounter[];
  /** Draw only what concerns this person; null: everybody. */
  readonly person: PersonId | null;
  readonly lang: PictureLanguage;
}

export interface Pictures {
  /** PNG; null when no two people met. */
  drawGraph(request: PictureRequest): Promise<Uint8Array | null>;
  /** PNG; null when there is nothing to draw. */
  drawTimeline(request: PictureRequest): Promise<Uint8Array | null>;
}

const scale = 2;

export function createPictures(): Pictures {
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
