/** Sizes of the drawing in graph units; the same numbers as in theme/tokens.css. */
export const NODE_W = 200;
export const NODE_H = 56;
export const START_SIZE = 36;
export const CORNER = 8;
export const PLUS = 22;

export const LANE = { top: 48, right: 12, bottom: 14, left: 12 };

/** A collapsed group lists its stages as shapes. */
export const FOLDED = { width: 168, head: 34, row: 22, foot: 8, rows: 6 };

export const GAP = { layers: 48, nodes: 24, edgeLayers: 12, edgeNode: 16 };

export type Point = { x: number; y: number };
export type Box = { x: number; y: number; width: number; height: number };

export const centre = (box: Box): Point => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });

export const contains = (box: Box, point: Point, margin = 0): boolean =>
  point.x >= box.x - margin &&
  point.x <= box.x + box.width + margin &&
  point.y >= box.y - margin &&
  point.y <= box.y + box.height + margin;

/** Height of a collapsed group with that many stages. */
export function foldedHeight(members: number): number {
  const rows = members > FOLDED.rows ? FOLDED.rows : members;
  return FOLDED.head + rows * FOLDED.row + FOLDED.foot;
}
