import { Position } from '@xyflow/react';
import type { EdgeTone, StageFlowEdge } from './edges';
import { foldedId, type Shown } from './fold';
import type { Box, Point } from './geometry';
import type { Layout } from './layout';
import { START, type Edge, type GraphModel, type Status } from './model';
import type { GraphFlowNode } from './nodes';
import { passed, reached } from './status';

export type Drag = { id: string; position: Point } | undefined;

/** Remembers what was built from what, so that nodes that did not change keep their identity. */
export class FlowBuilder {
  private nodes = new Map<string, { key: unknown[]; node: GraphFlowNode }>();
  private edges = new Map<string, { key: unknown[]; edge: StageFlowEdge }>();

  buildNodes(
    model: GraphModel,
    shown: Shown,
    layout: Layout,
    selected: ReadonlySet<string>,
    active: string | undefined,
    drag: Drag,
  ): GraphFlowNode[] {
    const built: GraphFlowNode[] = [];
    const next = new Map<string, { key: unknown[]; node: GraphFlowNode }>();
    const add = (id: string, box: Box | undefined, chosen: boolean, what: unknown[], rest: () => Partial<GraphFlowNode>) => {
      if (!box) {
        return;
      }
      const at = drag?.id === id ? drag.position : box;
      const key = [at.x, at.y, box.width, box.height, chosen, drag?.id === id, ...what];
      const before = this.nodes.get(id);
      const node = before && equal(before.key, key) ? before.node : ({ ...place(id, box, at, chosen), ...rest() } as GraphFlowNode);
      next.set(id, { key, node });
      built.push(node);
    };
    for (const { group, members } of shown.lanes) {
      add(`\uE000lane:${group.id}`, layout.lanes.get(group.id), false, [group.name, group.hint, members.length], () => ({
        type: 'lane',
        data: { group, size: members.length },
        selectable: false,
        draggable: false,
        zIndex: -1,
        handles: [],
      }));
    }
    const start = model.start;
    if (start) {
      add(START, layout.boxes.get(START), false, [start.title, start.icon, start.count], () => ({
        type: 'start',
        data: { start },
        selectable: false,
        draggable: false,
      }));
    }
    const editable = model.mode === 'EDIT';
    const hasNext = new Set(shown.edges.filter((edge) => edge.change !== 'REMOVED').map((edge) => edge.from));
    for (const stage of shown.stages) {
      const leaf = !hasNext.has(stage.id);
      const movable = editable && stage.edit?.change !== 'REMOVED';
      add(stage.id, layout.boxes.get(stage.id), selected.has(stage.id), [stage, movable, leaf], () => ({
        type: 'stage',
        data: { stage, editable: movable, leaf },
        draggable: movable,
        className: drag?.id === stage.id ? 'is-dragged' : '',
      }));
    }
    for (const folded of shown.folded) {
      const id = foldedId(folded.group.id);
      add(id, layout.boxes.get(id), active === id, folded.members, () => ({ type: 'folded', data: { folded }, draggable: false }));
    }
    this.nodes = next;
    return built;
  }

  buildEdges(model: GraphModel, shown: Shown, layout: Layout, selected: string | undefined): StageFlowEdge[] {
    const statuses = statusById(shown);
    const [outs, ins] = [tally(shown.edges, 'from'), tally(shown.edges, 'to')];
    const next = new Map<string, { key: unknown[]; edge: StageFlowEdge }>();
    const built: StageFlowEdge[] = [];
    for (const edge of shown.edges) {
      const line = layout.lines.get(edge.id);
      if (!line || !layout.boxes.has(edge.from) || !layout.boxes.has(edge.to)) {
        continue;
      }
      const tone = toneOf(edge, model, statuses);
      const [sharedSource, sharedTarget] = [outs.get(edge.from)! > 1, ins.get(edge.to)! > 1];
      const key = [line, tone, selected === edge.id, sharedSource, sharedTarget, model.mode];
      const before = this.edges.get(edge.id);
      const flow: StageFlowEdge =
        before && equal(before.key, key)
          ? before.edge
          : {
              id: edge.id,
              type: 'stage',
              source: edge.from,
              target: edge.to,
              selected: selected === edge.id,
              selectable: model.mode === 'EDIT' && edge.change !== 'REMOVED',
              data: { edge, line, tone, sharedSource, sharedTarget },
            };
      next.set(edge.id, { key, edge: flow });
      built.push(flow);
    }
    this.edges = next;
    return built;
  }
}

function place(id: string, box: Box, at: Point, selected: boolean): Partial<GraphFlowNode> {
  const { width, height } = box;
  return {
    id,
    position: { x: at.x, y: at.y },
    width,
    height,
    measured: { width, height },
    selected,
    handles: [
      { type: 'target', position: Position.Left, x: 0, y: height / 2, width: 1, height: 1 },
      { type: 'source', position: Position.Right, x: width, y: height / 2, width: 1, height: 1 },
    ],
  };
}

function statusById(shown: Shown): Map<string, Status> {
  const statuses = new Map<string, Status>();
  shown.stages.forEach((stage) => stage.run && statuses.set(stage.id, stage.run.status));
  shown.folded.forEach((folded) => folded.status && statuses.set(foldedId(folded.group.id), folded.status));
  return statuses;
}

function toneOf(edge: Edge, model: GraphModel, statuses: Map<string, Status>): EdgeTone {
  if (edge.change === 'ADDED') return 'added';
  if (edge.change === 'REMOVED') return 'removed';
  const to = statuses.get(edge.to);
  if (to === undefined || model.mode === 'EDIT') return 'plain';
  if (!reached(to)) return 'ghost';
  const from = statuses.get(edge.from);
  return edge.from === START || (from !== undefined && passed(from)) ? 'done' : 'plain';
}

function tally(edges: Edge[], end: 'from' | 'to'): Map<string, number> {
  const counts = new Map<string, number>();
  edges.forEach((edge) => counts.set(edge[end], (counts.get(edge[end]) ?? 0) + 1));
  return counts;
}

function equal(a: unknown[], b: unknown[]): boolean {
  return a.length === b.length && a.every((value, i) => value === b[i]);
}
