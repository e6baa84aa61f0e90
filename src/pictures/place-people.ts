/**
 * Where each person stands: forces pull those together who met and push labels apart. Runs to the end
 * at once, and from the same start: the same graph always gives the same picture.
 */
import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from "d3-force";

/** A person's circle with its label below, as a box around the circle's centre. */
export interface PersonBox {
  readonly id: string;
  readonly halfWidth: number;
  /** From the centre up to the circle's top. */
  readonly above: number;
  /** From the centre down to the label's last line. */
  readonly below: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Placement {
  /** Centres of the circles, within `0..width` and `0..height`. */
  readonly positions: ReadonlyMap<string, Point>;
  readonly height: number;
}

interface Body extends SimulationNodeDatum {
  readonly box: PersonBox;
  x: number;
  y: number;
}

const ticks = 400;
const separationRounds = 200;
/** Free space between two boxes. */
const gap = 14;

/** @param links pairs of ids; every one of them has a box */
export function placePeople(
  boxes: readonly PersonBox[],
  links: readonly (readonly [string, string])[],
  width: number,
): Placement {
  // Bodies without a place are laid on a spiral, always the same one.
  const bodies = boxes.map((box): Body => ({ box, x: NaN, y: NaN }));
  simulate(bodies, links, width);
  spreadToWidth(bodies, width);
  for (let round = 0; round < separationRounds; round++) {
    // At the edges there may be no room sideways: downwards there always is.
    if (!separate(bodies, width, round > separationRounds / 2)) break;
  }
  const top = Math.min(...bodies.map(({ y, box }) => y - box.above));
  const positions = new Map(bodies.map(({ box, x, y }) => [box.id, { x, y: y - top }] as const));
  return { positions, height: Math.max(...bodies.map(({ y, box }) => y - top + box.below)) };
}

function simulate(
  bodies: Body[],
  links: readonly (readonly [string, string])[],
  width: number,
): void {
  const distance = bodies.length <= 6 ? 210 : 150;
  forceSimulation(bodies)
    .force(
      "link",
      forceLink<Body, { source: string; target: string }>(
        links.map(([source, target]) => ({ source, target })),
      )
        .id(({ box }) => box.id)
        .distance(distance),
    )
    .force("charge", forceManyBody().strength(-900).distanceMax(600))
    .force(
      "collide",
      forceCollide<Body>(({ box }) => Math.max(box.halfWidth, box.below) + gap / 2),
    )
    .force("x", forceX(width / 2).strength(0.05))
    .force("y", forceY(0).strength(0.08))
    .stop()
    .tick(ticks);
}

/** Uses the whole width, without stretching small graphs beyond what the forces gave. */
function spreadToWidth(bodies: readonly Body[], width: number): void {
  const left = Math.min(...bodies.map(({ x, box }) => x - box.halfWidth));
  const right = Math.max(...bodies.map(({ x, box }) => x + box.halfWidth));
  const scale = Math.min(1, width / (right - left));
  for (const body of bodies) {
    body.x = width / 2 + (body.x - (left + right) / 2) * scale;
    body.y *= Math.max(scale, 0.8);
  }
}

/** Moves overlapping boxes apart by the shorter way; true when something moved. */
function separate(bodies: readonly Body[], width: number, onlyVertically: boolean): boolean {
  let moved = false;
  for (const [index, one] of bodies.entries()) {
    for (const other of bodies.slice(index + 1)) {
      moved = pushApart(one, other, onlyVertically) || moved;
    }
  }
  for (const body of bodies) {
    const inside = Math.min(Math.max(body.x, body.box.halfWidth), width - body.box.halfWidth);
    moved ||= Math.abs(inside - body.x) > 0.5;
    body.x = inside;
  }
  return moved;
}

function pushApart(one: Body, other: Body, onlyVertically: boolean): boolean {
  const [upper, lower] = one.y <= other.y ? [one, other] : [other, one];
  const overlapX = one.box.halfWidth + other.box.halfWidth + gap - Math.abs(one.x - other.x);
  const overlapY = upper.box.below + lower.box.above + gap - (lower.y - upper.y);
  if (overlapX <= 0.5 || overlapY <= 0.5) return false;
  if (onlyVertically || overlapY <= overlapX) {
    upper.y -= overlapY / 2;
    lower.y += overlapY / 2;
  } else {
    const [left, right] = one.x <= other.x ? [one, other] : [other, one];
    left.x -= overlapX / 2;
    right.x += overlapX / 2;
  }
  return true;
}
