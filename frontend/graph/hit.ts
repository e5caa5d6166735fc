import { contains, type Box, type Point } from './geometry';
import type { Layout } from './layout';
import { START, type Edge } from './model';
import { groupOfFolded } from './fold';
import { distanceToLine } from './route';

/** Where a dragged stage would land. */
export type Drop = { kind: 'parallel'; stage: string } | { kind: 'insert'; edge: Edge };

const NEAR_LINE = 22;

/** On a node means beside it, on an edge means between its ends; its own place means nothing. */
export function dropAt(point: Point, dragged: string, layout: Layout, edges: Edge[]): Drop | undefined {
  for (const [id, box] of layout.boxes) {
    if (id !== dragged && id !== START && groupOfFolded(id) === undefined && contains(box, point)) {
      return { kind: 'parallel', stage: id };
    }
  }
  if (contains(layout.boxes.get(dragged) ?? NOBODY, point)) {
    return undefined;
  }
  let best: Edge | undefined;
  let least = NEAR_LINE;
  for (const edge of edges) {
    if (edge.from === dragged || edge.to === dragged || edge.change === 'REMOVED' || isFolded(edge)) {
      continue;
    }
    const far = distanceToLine(point, layout.lines.get(edge.id) ?? []);
    if (far < least) {
      least = far;
      best = edge;
    }
  }
  return best ? { kind: 'insert', edge: best } : undefined;
}

const NOBODY: Box = { x: Infinity, y: Infinity, width: 0, height: 0 };

const isFolded = (edge: Edge) => groupOfFolded(edge.from) !== undefined || groupOfFolded(edge.to) !== undefined;
