import { edgesOf, START, type Edge, type GraphModel } from './model';
import { centre, type Box } from './geometry';

export type Direction = 'left' | 'right' | 'up' | 'down';

/** Who comes before and after whom; survives cycles and names that lead nowhere. */
export class Topology {
  readonly edges: Edge[];
  readonly ids: string[];
  private readonly before = new Map<string, string[]>();
  private readonly after = new Map<string, string[]>();

  constructor(ids: string[], edges: Edge[]) {
    this.ids = ids;
    this.edges = edges;
    for (const id of ids) {
      this.before.set(id, []);
      this.after.set(id, []);
    }
    for (const edge of edges) {
      this.after.get(edge.from)?.push(edge.to);
      this.before.get(edge.to)?.push(edge.from);
    }
  }

  static of(model: GraphModel): Topology {
    const ids = model.stages.map((stage) => stage.id);
    return new Topology(model.start ? [START, ...ids] : ids, edgesOf(model).filter((edge) => edge.change !== 'REMOVED'));
  }

  has(id: string): boolean {
    return this.before.has(id);
  }

  predecessors(id: string): string[] {
    return this.before.get(id) ?? [];
  }

  successors(id: string): string[] {
    return this.after.get(id) ?? [];
  }

  /** A way along the edges from one to the other, both included; undefined where there is none. */
  path(from: string, to: string): string[] | undefined {
    const cameFrom = new Map<string, string>();
    const queue = [from];
    const seen = new Set(queue);
    while (queue.length > 0) {
      const id = queue.shift()!;
      if (id === to) {
        const path = [to];
        for (let at = to; at !== from; ) {
          at = cameFrom.get(at)!;
          path.unshift(at);
        }
        return path;
      }
      for (const next of this.successors(id)) {
        if (!seen.has(next)) {
          seen.add(next);
          cameFrom.set(next, id);
          queue.push(next);
        }
      }
    }
    return undefined;
  }

  /** Everything that depends on it, itself left out. */
  downstream(id: string): Set<string> {
    const found = new Set<string>();
    const queue = [...this.successors(id)];
    while (queue.length > 0) {
      const next = queue.pop()!;
      if (!found.has(next)) {
        found.add(next);
        queue.push(...this.successors(next));
      }
    }
    found.delete(id);
    return found;
  }

  /** Why `to` cannot wait for `from`: the way that would close a circle; undefined when it can. */
  circle(from: string, to: string): string[] | undefined {
    return from === to ? [from] : this.path(to, from);
  }
}

/** Where an arrow key leads: along the edges left and right, to the neighbour above or below up and down. */
export function walk(topology: Topology, boxes: Map<string, Box>, from: string, direction: Direction): string | undefined {
  const box = boxes.get(from);
  if (direction === 'left' || direction === 'right') {
    const next = direction === 'left' ? topology.predecessors(from) : topology.successors(from);
    return box ? nearest(next, boxes, box) : next[0];
  }
  if (!box) {
    return undefined;
  }
  const y = centre(box).y;
  const beyond = (id: string) => {
    const other = boxes.get(id);
    return id !== from && other !== undefined && (direction === 'up' ? centre(other).y < y - 1 : centre(other).y > y + 1);
  };
  const siblings = new Set([
    ...topology.predecessors(from).flatMap((id) => topology.successors(id)),
    ...topology.successors(from).flatMap((id) => topology.predecessors(id)),
  ]);
  return nearest([...siblings].filter(beyond), boxes, box) ?? nearest(topology.ids.filter(beyond), boxes, box);
}

function nearest(ids: string[], boxes: Map<string, Box>, to: Box): string | undefined {
  const target = centre(to);
  let best: string | undefined;
  let least = Infinity;
  for (const id of ids) {
    const box = boxes.get(id);
    if (box) {
      const at = centre(box);
      const far = Math.abs(at.x - target.x) * 1.5 + Math.abs(at.y - target.y);
      if (far < least) {
        least = far;
        best = id;
      }
    }
  }
  return best ?? (boxes.size === 0 ? ids[0] : undefined);
}

export type Line = { id: string; depth: number };

/**
 * The stages as a nested list: an order in which everybody comes after what they wait for, branches kept together and
 * one deeper than the stage they branch from, a join back at the depth of the fork. Stages on a circle come last.
 */
export function outline(topology: Topology): Line[] {
  const open = new Map<string, number>();
  const depth = new Map<string, number>();
  const ids = topology.ids.filter((id) => id !== START);
  const before = (id: string) => topology.predecessors(id).filter((p) => p !== START);
  for (const id of ids) {
    open.set(id, before(id).length);
  }
  const lines: Line[] = [];
  const ready = ids.filter((id) => open.get(id) === 0).reverse();
  const done = new Set<string>();
  while (ready.length > 0) {
    const id = ready.pop()!;
    done.add(id);
    const from = before(id);
    const above = from.map((p) => depth.get(p) ?? 0);
    const branches = from.length === 1 && topology.successors(from[0]).length > 1;
    const at = from.length === 0 ? 0 : from.length === 1 ? above[0] + (branches ? 1 : 0) : Math.max(0, Math.min(...above) - 1);
    depth.set(id, at);
    lines.push({ id, depth: at });
    for (const next of [...topology.successors(id)].reverse()) {
      const left = (open.get(next) ?? 0) - 1;
      open.set(next, left);
      if (left === 0) {
        ready.push(next);
      }
    }
  }
  for (const id of ids) {
    if (!done.has(id)) {
      lines.push({ id, depth: 0 });
    }
  }
  return lines;
}
