import { CORNER, type Point } from './geometry';

/** An orthogonal line through the points with rounded corners, as an SVG path. */
export function roundedPath(points: Point[], radius: number = CORNER): string {
  const line = withoutDoubles(points);
  if (line.length < 2) {
    return '';
  }
  let path = `M${at(line[0])}`;
  for (let i = 1; i < line.length - 1; i++) {
    const [before, corner, after] = [line[i - 1], line[i], line[i + 1]];
    if (straight(before, corner, after)) {
      continue;
    }
    const r = Math.min(radius, distance(before, corner) / 2, distance(corner, after) / 2);
    path += `L${at(towards(corner, before, r))}Q${at(corner)} ${at(towards(corner, after, r))}`;
  }
  return `${path}L${at(line[line.length - 1])}`;
}

/**
 * Where the `+` of an edge sits: on a stretch that belongs to this edge alone. The last stretch does when the target has
 * one edge, the first when the source has one; between shared ends it is the longest stretch in the middle.
 */
export function plusPoint(points: Point[], sharedSource: boolean, sharedTarget: boolean): Point {
  const line = withoutDoubles(points);
  if (line.length < 2) {
    return line[0] ?? { x: 0, y: 0 };
  }
  if (line.length === 2 || !sharedTarget) {
    return middle(line[line.length - 2], line[line.length - 1]);
  }
  if (!sharedSource) {
    return middle(line[0], line[1]);
  }
  let best = 1;
  for (let i = 1; i < line.length - 1; i++) {
    if (distance(line[i - 1], line[i]) > distance(line[best - 1], line[best]) && i > 1) {
      best = i;
    }
  }
  return middle(line[best - 1], line[best]);
}

/** How far a point is from a line of straight stretches. */
export function distanceToLine(point: Point, line: Point[]): number {
  let best = Infinity;
  for (let i = 1; i < line.length; i++) {
    best = Math.min(best, distanceToStretch(point, line[i - 1], line[i]));
  }
  return best;
}

function distanceToStretch(point: Point, a: Point, b: Point): number {
  const length = (b.x - a.x) ** 2 + (b.y - a.y) ** 2;
  const along = length === 0 ? 0 : ((point.x - a.x) * (b.x - a.x) + (point.y - a.y) * (b.y - a.y)) / length;
  const t = Math.max(0, Math.min(1, along));
  return distance(point, { x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y) });
}

function withoutDoubles(points: Point[]): Point[] {
  return points.filter((point, i) => i === 0 || distance(point, points[i - 1]) > 0.01);
}

function straight(a: Point, b: Point, c: Point): boolean {
  return Math.abs((b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x)) < 0.01;
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function towards(from: Point, to: Point, by: number): Point {
  const whole = distance(from, to);
  return { x: from.x + ((to.x - from.x) * by) / whole, y: from.y + ((to.y - from.y) * by) / whole };
}

function middle(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

function at(point: Point): string {
  return `${round(point.x)} ${round(point.y)}`;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
