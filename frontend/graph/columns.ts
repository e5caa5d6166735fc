import { foldedId, type Shown } from './fold';
import { FOLDED, foldedHeight, GAP, NODE_H, NODE_W, START_SIZE, type Box, type Point } from './geometry';
import type { Layout } from './layout';
import { START } from './model';

/** Beyond this many stages a good layout takes seconds, in which nothing could be seen or clicked. */
export const MANY = 150;

const SWEEPS = 6;
const THREAD = 6;

/** What stands in a column: a stage, or a place where a line passes by. */
type Slot = { id: string; width: number; height: number; y: number; before: Slot[]; after: Slot[]; layer: number };

/** Whether nothing is left to be decided: all in one line, no lanes. */
export function isRow(shown: Shown, start: boolean): boolean {
  const once = (ends: string[]) => new Set(ends).size === ends.length;
  const joined = shown.edges.length === shown.order.length - (start ? 0 : 1);
  return shown.lanes.length === 0 && joined && once(shown.edges.map((edge) => edge.from)) && once(shown.edges.map((edge) => edge.to));
}

/** A quick layout: columns as early as each can start, in an order with few crossings, lines around everything. */
export function columns(shown: Shown, start: boolean): Layout {
  const slots = new Map<string, Slot>();
  const put = (id: string, width: number, height: number) =>
    slots.set(id, { id, width, height, y: 0, before: [], after: [], layer: 0 });
  if (start) {
    put(START, START_SIZE, START_SIZE);
  }
  const folded = new Map(shown.folded.map((group) => [foldedId(group.group.id), foldedHeight(group.members.length)]));
  for (const id of shown.order) {
    const height = folded.get(id);
    put(id, height === undefined ? NODE_W : FOLDED.width, height ?? NODE_H);
  }
  const edges = shown.edges.filter((edge) => slots.has(edge.from) && slots.has(edge.to));
  layers([...slots.values()], edges);
  const chains = edges.map((edge) => chain(slots.get(edge.from)!, slots.get(edge.to)!));
  const table = tabled([...slots.values()], chains);
  arrange(table);
  const lefts = place(table);
  const boxes = new Map<string, Box>();
  for (const slot of slots.values()) {
    boxes.set(slot.id, { x: lefts[slot.layer], y: slot.y, width: slot.width, height: slot.height });
  }
  const lines = new Map(edges.map((edge, i) => [edge.id, line(chains[i], lefts)]));
  return { boxes, lanes: new Map(), lines };
}

/** The longest way from a beginning; what lies on a circle stays where it was met first. */
function layers(slots: Slot[], edges: { from: string; to: string }[]): void {
  const byId = new Map(slots.map((slot) => [slot.id, slot]));
  const waiting = new Map(slots.map((slot) => [slot.id, 0]));
  const after = new Map<string, Slot[]>(slots.map((slot) => [slot.id, []]));
  for (const edge of edges) {
    waiting.set(edge.to, waiting.get(edge.to)! + 1);
    after.get(edge.from)!.push(byId.get(edge.to)!);
  }
  const ready = slots.filter((slot) => waiting.get(slot.id) === 0);
  // grows while it is walked
  for (const slot of ready) {
    for (const next of after.get(slot.id)!) {
      next.layer = Math.max(next.layer, slot.layer + 1);
      const left = waiting.get(next.id)! - 1;
      waiting.set(next.id, left);
      if (left === 0) {
        ready.push(next);
      }
    }
  }
}

/** From one end of an edge to the other, with a thread through each column between them. */
function chain(from: Slot, to: Slot): Slot[] {
  const through: Slot[] = [from];
  for (let layer = from.layer + 1; layer < to.layer; layer++) {
    through.push({ id: '', width: 0, height: THREAD, y: 0, before: [], after: [], layer });
  }
  through.push(to);
  for (let i = 1; i < through.length; i++) {
    through[i - 1].after.push(through[i]);
    through[i].before.push(through[i - 1]);
  }
  return through;
}

function tabled(slots: Slot[], chains: Slot[][]): Slot[][] {
  const table: Slot[][] = [];
  const add = (slot: Slot) => (table[slot.layer] ??= []).push(slot);
  slots.forEach(add);
  chains.forEach((through) => through.slice(1, -1).forEach(add));
  return Array.from(table, (column) => column ?? []);
}

/** Sorts each column by the middle of what it is joined to, forth and back. */
function arrange(table: Slot[][]): void {
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const forth = sweep % 2 === 0;
    const order = forth ? table : [...table].reverse();
    const rank = new Map<Slot, number>();
    for (const column of order) {
      const middle = new Map(
        column.map((slot, i) => {
          const joined = (forth ? slot.before : slot.after).filter((other) => rank.has(other));
          const sum = joined.reduce((total, other) => total + rank.get(other)!, 0);
          return [slot, joined.length === 0 ? i / Math.max(1, column.length) : sum / joined.length] as const;
        }),
      );
      column.sort((a, b) => middle.get(a)! - middle.get(b)!);
      column.forEach((slot, i) => rank.set(slot, i / column.length));
    }
  }
}

/** Gives every slot its height near what it comes from; answers where each column begins. */
function place(table: Slot[][]): number[] {
  const lefts: number[] = [];
  let x = 0;
  for (const column of table) {
    lefts.push(x);
    x += Math.max(...column.map((slot) => slot.width), 0) + GAP.layers;
    const wanted = column.map((slot) =>
      slot.before.length === 0 ? 0 : slot.before.reduce((sum, other) => sum + other.y + other.height / 2, 0) / slot.before.length,
    );
    let bottom = -Infinity;
    column.forEach((slot, i) => {
      slot.y = Math.max(wanted[i] - slot.height / 2, bottom);
      bottom = slot.y + slot.height + GAP.nodes;
    });
    const off = column.reduce((sum, slot, i) => sum + slot.y + slot.height / 2 - wanted[i], 0) / Math.max(1, column.length);
    column.forEach((slot) => (slot.y -= off));
  }
  return lefts;
}

/** Across within a column, up and down only between columns. */
function line(through: Slot[], lefts: number[]): Point[] {
  const points: Point[] = [];
  for (let i = 1; i < through.length; i++) {
    const [from, to] = [through[i - 1], through[i]];
    const [fromY, toY] = [from.y + from.height / 2, to.y + to.height / 2];
    const bend = lefts[to.layer] - GAP.layers / 2;
    if (i === 1) {
      points.push({ x: lefts[from.layer] + from.width, y: fromY });
    }
    if (fromY !== toY) {
      points.push({ x: bend, y: fromY }, { x: bend, y: toY });
    }
  }
  const end = through[through.length - 1];
  points.push({ x: lefts[end.layer], y: end.y + end.height / 2 });
  return points;
}
