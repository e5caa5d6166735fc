import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api';
import { foldedId, type Shown } from './fold';
import { FOLDED, foldedHeight, GAP, LANE, NODE_H, NODE_W, START_SIZE, type Box, type Point } from './geometry';
import { START } from './model';

/** Where everything stands. */
export type Layout = {
  boxes: Map<string, Box>;
  lanes: Map<string, Box>;
  lines: Map<string, Point[]>;
};

export const NOWHERE: Layout = { boxes: new Map(), lanes: new Map(), lines: new Map() };

/** Holds for the whole and inside each lane; ELK hands nothing down. */
const COMMON: Record<string, string> = {
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.edgeRouting': 'ORTHOGONAL',
  // as early as it can start: what stands in one column may run at the same time
  'elk.layered.layering.strategy': 'LONGEST_PATH_SOURCE',
  'elk.layered.nodePlacement.bk.fixedAlignment': 'BALANCED',
  'elk.layered.thoroughness': '4',
  'elk.spacing.nodeNode': String(GAP.nodes),
  'elk.spacing.edgeNode': String(GAP.edgeNode),
  'elk.spacing.edgeEdge': String(GAP.edgeLayers),
  'elk.layered.spacing.nodeNodeBetweenLayers': String(GAP.layers),
  'elk.layered.spacing.edgeNodeBetweenLayers': '16',
  'elk.layered.spacing.edgeEdgeBetweenLayers': String(GAP.edgeLayers),
};

const ROOT_OPTIONS: Record<string, string> = {
  ...COMMON,
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  // the document's order settles ties; only the root may say so
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.json.edgeCoords': 'ROOT',
  'elk.json.shapeCoords': 'ROOT',
  'elk.padding': '[top=0,left=0,bottom=0,right=0]',
};

const LANE_OPTIONS: Record<string, string> = {
  ...COMMON,
  'elk.padding': `[top=${LANE.top},left=${LANE.left},bottom=${LANE.bottom},right=${LANE.right}]`,
};

const CENTRED = 120;

const inPort = (id: string) => `${id}\uE002in`;
const outPort = (id: string) => `${id}\uE002out`;

function box(id: string, width: number, height: number): ElkNode {
  return {
    id,
    width,
    height,
    layoutOptions: { 'elk.portConstraints': 'FIXED_POS' },
    ports: [
      { id: inPort(id), x: 0, y: height / 2, width: 0, height: 0, layoutOptions: { 'elk.port.side': 'WEST' } },
      { id: outPort(id), x: width, y: height / 2, width: 0, height: 0, layoutOptions: { 'elk.port.side': 'EAST' } },
    ],
  };
}

/** The question to ELK: all edges of a node leave and enter at one port, so that they share trunks. */
export function toElk(shown: Shown, start: boolean): ElkNode {
  // forks in the middle of their branches; beyond this many stages that takes too long and too much room
  const placement = {
    'elk.layered.nodePlacement.strategy': shown.stages.length <= CENTRED ? 'BRANDES_KOEPF' : 'LINEAR_SEGMENTS',
  };
  const laneOf = new Map(shown.lanes.flatMap((lane) => lane.members.map((id) => [id, lane.group.id] as const)));
  const lanes = new Map<string, ElkNode>(
    shown.lanes.map((lane) => [lane.group.id, { id: laneId(lane.group.id), layoutOptions: { ...LANE_OPTIONS, ...placement }, children: [] }]),
  );
  const children: ElkNode[] = start ? [box(START, START_SIZE, START_SIZE)] : [];
  const placed = new Set<string>();
  const once = (node: ElkNode) => {
    if (!placed.has(node.id)) {
      placed.add(node.id);
      children.push(node);
    }
  };
  for (const id of shown.order) {
    const lane = lanes.get(laneOf.get(id) ?? '');
    const folded = shown.folded.find((f) => foldedId(f.group.id) === id);
    if (lane) {
      lane.children!.push(box(id, NODE_W, NODE_H));
      once(lane);
    } else {
      once(folded ? box(id, FOLDED.width, foldedHeight(folded.members.length)) : box(id, NODE_W, NODE_H));
    }
  }
  const edges: ElkExtendedEdge[] = shown.edges.map((edge) => ({
    id: edge.id,
    sources: [outPort(edge.from)],
    targets: [inPort(edge.to)],
  }));
  return { id: '\uE000root', layoutOptions: { ...ROOT_OPTIONS, ...placement }, children, edges };
}

const laneId = (group: string) => `\uE000lane:${group}`;

/** ELK's answer in our words. */
export function fromElk(answer: ElkNode, shown: Shown): Layout {
  const boxes = new Map<string, Box>();
  const lanes = new Map<string, Box>();
  const groups = new Map(shown.lanes.map((lane) => [laneId(lane.group.id), lane.group.id]));
  const visit = (node: ElkNode) => {
    const at = { x: node.x ?? 0, y: node.y ?? 0, width: node.width ?? 0, height: node.height ?? 0 };
    const group = groups.get(node.id);
    if (group !== undefined) {
      lanes.set(group, at);
    } else {
      boxes.set(node.id, at);
    }
    node.children?.forEach(visit);
  };
  answer.children?.forEach(visit);
  const lines = new Map<string, Point[]>();
  for (const edge of answer.edges ?? []) {
    const section = edge.sections?.[0];
    if (section) {
      lines.set(edge.id, [section.startPoint, ...(section.bendPoints ?? []), section.endPoint]);
    }
  }
  return { boxes, lanes, lines };
}

/** Same text, same layout: what has to change before anything is laid out anew. */
export function layoutKey(shown: Shown, start: boolean): string {
  return JSON.stringify([
    start,
    shown.stages.map((stage) => stage.id),
    shown.edges.map((edge) => edge.id),
    shown.lanes.map((lane) => [lane.group.id, lane.members]),
    shown.folded.map((folded) => [folded.group.id, folded.members.length]),
  ]);
}

/** A straight row, shown when ELK cannot: nothing is ever missing. */
export function fallback(shown: Shown, start: boolean): Layout {
  const boxes = new Map<string, Box>();
  let x = 0;
  const put = (id: string, width: number, height: number) => {
    boxes.set(id, { x, y: -height / 2, width, height });
    x += width + GAP.layers;
  };
  if (start) put(START, START_SIZE, START_SIZE);
  shown.stages.forEach((stage) => put(stage.id, NODE_W, NODE_H));
  shown.folded.forEach((folded) => put(foldedId(folded.group.id), FOLDED.width, foldedHeight(folded.members.length)));
  const lines = new Map<string, Point[]>();
  for (const edge of shown.edges) {
    const from = boxes.get(edge.from);
    const to = boxes.get(edge.to);
    if (from && to) {
      lines.set(edge.id, [{ x: from.x + from.width, y: 0 }, { x: to.x, y: 0 }]);
    }
  }
  return { boxes, lanes: new Map(), lines };
}
