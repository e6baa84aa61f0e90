import type { GraphPerson } from "./encounter-graph.ts";

/** A person of a network, ready to be drawn: circle and label. */
export interface DrawnPerson extends GraphPerson {
  readonly radius: number;
  readonly lines: readonly string[];
  readonly labelWidth: number;
  /** The one whom the picture is about. */
  readonly isFocus: boolean;
}
