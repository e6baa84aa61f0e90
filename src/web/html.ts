/** HTML as template literals in which every value is escaped; markup of articles or users cannot get in. */
import { html as template, raw } from "hono/html";
import type { Svg } from "../pictures/svg.ts";

export { html } from "hono/html";

/** Escaped markup, as `html` returns it. */
export type Html = ReturnType<typeof template>;

/** A drawing inside a page: its own maker has escaped it. */
export function inlineSvg(drawing: Svg): Html {
  return raw(drawing.markup);
}
