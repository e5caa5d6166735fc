import { edgeId, edgesOf, START, type Edge, type GraphModel, type Group, type Stage } from './model';
import { worst } from './status';
import type { Status } from './model';

/** A group drawn as one box. */
export type Folded = { group: Group; members: Stage[]; status: Status | null; errors: number; warnings: number };

/** What is drawn: stages on their own, collapsed groups, and the edges between them. */
export type Shown = {
  stages: Stage[];
  folded: Folded[];
  lanes: { group: Group; members: string[] }[];
  edges: Edge[];
  /** Everything drawn but the start, in document order. */
  order: string[];
  /** From a stage to what stands for it on the canvas. */
  standIn: Map<string, string>;
};

export const foldedId = (group: string): string => `\uE000group:${group}`;

export function groupOfFolded(id: string): string | undefined {
  return id.startsWith('\uE000group:') ? id.slice('\uE000group:'.length) : undefined;
}

/** Folds the collapsed groups of a model; edges inside one vanish, edges across are drawn once. */
export function fold(model: GraphModel, collapsed: ReadonlySet<string>): Shown {
  const members = new Map<string, Stage[]>();
  const known = new Map(model.groups.map((group) => [group.id, group]));
  for (const stage of model.stages) {
    if (stage.group !== null && known.has(stage.group)) {
      members.set(stage.group, [...(members.get(stage.group) ?? []), stage]);
    }
  }
  const standIn = new Map<string, string>([[START, START]]);
  const stages: Stage[] = [];
  for (const stage of model.stages) {
    const hidden = stage.group !== null && known.has(stage.group) && collapsed.has(stage.group);
    standIn.set(stage.id, hidden ? foldedId(stage.group!) : stage.id);
    if (!hidden) {
      stages.push(stage);
    }
  }
  const edges = new Map<string, Edge>();
  for (const edge of edgesOf(model)) {
    const from = standIn.get(edge.from)!;
    const to = standIn.get(edge.to)!;
    const id = edgeId(from, to);
    if (from !== to && !edges.has(id) && !startsInside(edge, model, collapsed, standIn)) {
      edges.set(id, { id, from, to, change: edge.change });
    }
  }
  const groups = model.groups.filter((group) => members.has(group.id));
  return {
    stages,
    folded: groups.filter((g) => collapsed.has(g.id)).map((g) => summary(g, members.get(g.id)!)),
    lanes: groups.filter((g) => !collapsed.has(g.id)).map((g) => ({ group: g, members: members.get(g.id)!.map((s) => s.id) })),
    edges: [...edges.values()],
    order: [...new Set(model.stages.map((stage) => standIn.get(stage.id)!))],
    standIn,
  };
}

/** A root inside a collapsed group that also waits for others outside needs no second line from the start. */
function startsInside(edge: Edge, model: GraphModel, collapsed: ReadonlySet<string>, standIn: Map<string, string>): boolean {
  if (edge.from !== START) {
    return false;
  }
  const box = standIn.get(edge.to)!;
  return (
    groupOfFolded(box) !== undefined &&
    collapsed.size > 0 &&
    model.stages.some((s) => standIn.get(s.id) === box && s.after.some((from) => (standIn.get(from) ?? box) !== box))
  );
}

function summary(group: Group, members: Stage[]): Folded {
  const statuses = members.flatMap((stage) => (stage.run ? [stage.run.status] : []));
  return {
    group,
    members,
    status: statuses.length === 0 ? null : worst(statuses),
    errors: members.reduce((sum, stage) => sum + (stage.edit?.errors ?? 0), 0),
    warnings: members.reduce((sum, stage) => sum + (stage.edit?.warnings ?? 0), 0),
  };
}
