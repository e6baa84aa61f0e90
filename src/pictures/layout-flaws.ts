/** How hard a placement is to read: lines that cross, lines through people who are not concerned, sheer length. */
import type { Point } from "./place-group.ts";

export interface Segment {
  readonly a: string;
  readonly b: string;
  readonly from: Point;
  readonly to: Point;
}

export interface OccupiedBox {
  readonly id: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A line through somebody misleads, a crossing only confuses. */
const throughCost = 3;
const crossingCost = 1;
/** As bad as one crossing, in units of the drawing. */
const lengthPerCrossing = 500;

export function countFlaws(boxes: readonly OccupiedBox[], segments: readonly Segment[]): number {
  let flaws = 0;
  for (const [index, one] of segments.entries()) {
    flaws += Math.hypot(one.to.x - one.from.x, one.to.y - one.from.y) / lengthPerCrossing;
    for (const other of segments.slice(index + 1)) if (cross(one, other)) flaws += crossingCost;
    for (const box of boxes) {
      if (box.id !== one.a && box.id !== one.b && passesThrough(one, box)) flaws += throughCost;
    }
  }
  return flaws;
}

/** Whether two segments cross, those with an end in common never. */
function cross(one: Segment, other: Segment): boolean {
  if (one.a === other.a || one.a === other.b || one.b === other.a || one.b === other.b)
    return false;
  return (
    side(one, other.from) * side(one, other.to) < 0 &&
    side(other, one.from) * side(other, one.to) < 0
  );
}

/** Positive on one side of the line, negative on the other. */
function side({ from, to }: Segment, { x, y }: Point): number {
  return (to.x - from.x) * (y - from.y) - (to.y - from.y) * (x - from.x);
}

function passesThrough({ from, to, a, b }: Segment, box: OccupiedBox): boolean {
  const { left, right, top, bottom } = box;
  const isInside = ({ x, y }: Point) => x > left && x < right && y > top && y < bottom;
  if (isInside(from) || isInside(to)) return true;
  const diagonals: readonly (readonly [Point, Point])[] = [
    [
      { x: left, y: top },
      { x: right, y: bottom },
    ],
    [
      { x: left, y: bottom },
      { x: right, y: top },
    ],
  ];
  // A line that enters a box and leaves it again crosses one of its diagonals.
  return diagonals.some(([start, end]) =>
    cross({ from, to, a, b }, { from: start, to: end, a: "", b: "corner" }),
  );
}
