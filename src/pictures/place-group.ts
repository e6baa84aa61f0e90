/**
 * Where each person of one connected group stands: forces pull those together who met and push the others apart, from several
 * starts, and the clearest result is taken. Always the same for the same people and links.
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
import { countFlaws, type Segment } from "./layout-flaws.ts";

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
  /** Centres of the circles, by id. */
  readonly positions: ReadonlyMap<string, Point>;
  /** All boxes lie within `0..width` and `0..height`. */
  readonly width: number;
  readonly height: number;
}

/** Pairs of ids; every one of them has a box. */
export type Pairs = readonly (readonly [string, string])[];

interface Body extends SimulationNodeDatum {
  readonly box: PersonBox;
  x: number;
  y: number;
}

const starts = 8;
const ticks = 220;
const separationRounds = 200;
/** A picture so much higher is as bad as one more crossing. */
const heightPerCrossing = 150;
/** Free space between two boxes. */
const gap = 18;

/** @param maxWidth the placement is never wider, only higher */
export function placeGroup(boxes: readonly PersonBox[], pairs: Pairs, maxWidth: number): Placement {
  const attempts = Array.from({ length: starts }, (_, start) =>
    attempt(boxes, pairs, maxWidth, start),
  );
  const flaws = attempts.map((bodies) => flawsOf(bodies, pairs));
  const best = attempts[flaws.indexOf(Math.min(...flaws))] ?? [];
  const left = Math.min(...best.map(({ x, box }) => x - box.halfWidth));
  const top = Math.min(...best.map(({ y, box }) => y - box.above));
  return {
    positions: new Map(best.map(({ box, x, y }) => [box.id, { x: x - left, y: y - top }] as const)),
    width: Math.max(...best.map(({ x, box }) => x - left + box.halfWidth)),
    height: Math.max(...best.map(({ y, box }) => y - top + box.below)),
  };
}

function attempt(boxes: readonly PersonBox[], pairs: Pairs, width: number, start: number): Body[] {
  const bodies = boxes.map((box, index): Body => {
    // A ring on which each start deals the people in another order.
    const angle = (2 * Math.PI * ((index * (2 * start + 1)) % boxes.length)) / boxes.length;
    const radius = 60 + 14 * boxes.length + index;
    return { box, x: radius * Math.cos(angle + start), y: radius * Math.sin(angle + start) };
  });
  simulate(bodies, pairs);
  layFlat(bodies);
  fitWidth(bodies, width);
  for (let round = 0; round < separationRounds; round++) {
    // At the edges there may be no room sideways: downwards there always is.
    if (!separate(bodies, width, round > separationRounds / 2)) break;
  }
  return bodies;
}

function simulate(bodies: Body[], pairs: Pairs): void {
  const distance = bodies.length <= 6 ? 230 : 165;
  const links = pairs.map(([source, target]) => ({ source, target }));
  forceSimulation(bodies)
    .alphaDecay(1 - 0.001 ** (1 / ticks))
    .force(
      "link",
      forceLink<Body, { source: string; target: string }>(links)
        .id(({ box }) => box.id)
        .distance(distance),
    )
    .force("charge", forceManyBody().strength(-1100).distanceMax(520))
    .force(
      "collide",
      forceCollide<Body>(({ box }) => Math.max(box.halfWidth, box.below) + gap / 2),
    )
    .force("x", forceX(0).strength(0.06))
    .force("y", forceY(0).strength(0.11))
    .stop()
    .tick(ticks);
}

/** Turns the whole so that its longest extent lies sideways, where the picture has most room. */
function layFlat(bodies: readonly Body[]): void {
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const [cx, cy] = [mean(bodies.map(({ x }) => x)), mean(bodies.map(({ y }) => y))];
  const xx = mean(bodies.map(({ x }) => (x - cx) ** 2));
  const yy = mean(bodies.map(({ y }) => (y - cy) ** 2));
  const xy = mean(bodies.map(({ x, y }) => (x - cx) * (y - cy)));
  const angle = -Math.atan2(2 * xy, xx - yy) / 2;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  for (const body of bodies) {
    const [x, y] = [body.x - cx, body.y - cy];
    body.x = x * cos - y * sin;
    body.y = x * sin + y * cos;
  }
}

function fitWidth(bodies: readonly Body[], width: number): void {
  const left = Math.min(...bodies.map(({ x, box }) => x - box.halfWidth));
  const right = Math.max(...bodies.map(({ x, box }) => x + box.halfWidth));
  const scale = Math.min(1, width / (right - left));
  for (const body of bodies) {
    body.x = width / 2 + (body.x - (left + right) / 2) * scale;
    // What is squeezed sideways may stay high: there is room below.
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

function flawsOf(bodies: readonly Body[], pairs: Pairs): number {
  const byId = new Map(bodies.map((body) => [body.box.id, body]));
  const segments = pairs.flatMap(([a, b]): Segment[] => {
    const [from, to] = [byId.get(a), byId.get(b)];
    return from === undefined || to === undefined ? [] : [{ a, b, from, to }];
  });
  const boxes = bodies.map(({ x, y, box }) => ({
    id: box.id,
    left: x - box.halfWidth,
    right: x + box.halfWidth,
    top: y - box.above,
    bottom: y + box.below,
  }));
  const height =
    Math.max(...boxes.map(({ bottom }) => bottom)) - Math.min(...boxes.map(({ top }) => top));
  return countFlaws(boxes, segments) + height / heightPerCrossing;
}
