import { centre, type Box, type Point } from './geometry';

export type Viewport = { x: number; y: number; zoom: number };
export type Size = { width: number; height: number };

export const MIN_ZOOM = 0.05;
export const MAX_ZOOM = 1.6;

const MARGIN = 32;
/** Below this the words of a node cannot be read, so a wide graph opens at its start instead. */
const READABLE = 0.85;

export function bounds(boxes: Iterable<Box>): Box | undefined {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const box of boxes) {
    left = Math.min(left, box.x);
    top = Math.min(top, box.y);
    right = Math.max(right, box.x + box.width);
    bottom = Math.max(bottom, box.y + box.height);
  }
  return left === Infinity ? undefined : { x: left, y: top, width: right - left, height: bottom - top };
}

/** Everything, as large as it fits. */
export function fit(all: Box, size: Size, least = MIN_ZOOM): Viewport {
  const zoom = clamp(Math.min((size.width - 2 * MARGIN) / all.width, (size.height - 2 * MARGIN) / all.height), least, 1);
  const middle = centre(all);
  return { zoom, x: size.width / 2 - middle.x * zoom, y: size.height / 2 - middle.y * zoom };
}

/** The first look: all of it where that is readable, else its start or what the address names. */
export function opening(all: Box, size: Size, focus: Box | undefined): Viewport {
  const whole = fit(all, size);
  if (whole.zoom >= READABLE) {
    return whole;
  }
  const zoom = 1;
  const y = size.height / 2 - centre(focus ?? all).y * zoom;
  return { zoom, x: focus ? size.width / 2 - centre(focus).x * zoom : MARGIN - all.x * zoom, y };
}

/** The same picture after everything moved: what people look at stays where it is. */
export function anchored(now: Viewport, before: Box, after: Box): Viewport {
  return { ...now, x: now.x - (after.x - before.x) * now.zoom, y: now.y - (after.y - before.y) * now.zoom };
}

/** The smallest move that brings a box into sight; undefined when it is in sight. */
export function revealing(now: Viewport, size: Size, box: Box, margin = 48): Viewport | undefined {
  const left = box.x * now.zoom + now.x;
  const top = box.y * now.zoom + now.y;
  const dx = inside(left, box.width * now.zoom, size.width, margin);
  const dy = inside(top, box.height * now.zoom, size.height, margin);
  return dx === 0 && dy === 0 ? undefined : { ...now, x: now.x + dx, y: now.y + dy };
}

export function inFlow(point: Point, now: Viewport): Point {
  return { x: (point.x - now.x) / now.zoom, y: (point.y - now.y) / now.zoom };
}

/** How much of a node can be read: icon only, icon and title, all. */
export function detail(zoom: number): 'icon' | 'title' | 'full' {
  return zoom < 0.34 ? 'icon' : zoom < 0.62 ? 'title' : 'full';
}

function inside(start: number, length: number, whole: number, margin: number): number {
  if (start < margin) {
    return margin - start;
  }
  const over = start + length - (whole - margin);
  return over > 0 ? -Math.min(over, start - margin) : 0;
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value));
}
