import {
  Background,
  BackgroundVariant,
  ConnectionLineType,
  ReactFlow,
  useReactFlow,
  useStore,
  type Connection,
  type FinalConnectionState,
  type NodeChange,
} from '@xyflow/react';
import { useMemo, useRef, useState, type MouseEvent as ReactMouseEvent } from 'react';
import type { Control } from './control';
import { Arrows, EdgeTools, StageEdge, type StageFlowEdge } from './edges';
import { FlowBuilder, type Drag } from './flow';
import { fold, type Shown } from './fold';
import { dropAt } from './hit';
import { useGraph, useView } from './hooks';
import { START } from './model';
import { FoldedNode, LaneNode, StageNode, StartNode, type GraphFlowNode } from './nodes';
import { count } from './status';
import { NodeTools } from './tools';
import { Topology } from './topology';
import { useLayout } from './use-layout';
import { detail, MAX_ZOOM, MIN_ZOOM } from './viewport';

const NODE_TYPES = { stage: StageNode, start: StartNode, lane: LaneNode, folded: FoldedNode };
const EDGE_TYPES = { stage: StageEdge };
const HIDE = { hideAttribution: true };

/** What is drawn of the model: collapsed groups folded. */
export function useShown(): Shown {
  const model = useView((view) => view.model);
  const collapsed = useView((view) => view.collapsed);
  return useMemo(() => fold(model, collapsed), [model, collapsed]);
}

/** The picture itself; hidden from screen readers, who have the list. */
export function Canvas({ control }: { control: Control }) {
  const { store, send, hover } = useGraph();
  const flow = useReactFlow();
  const model = useView((view) => view.model);
  const layout = useView((view) => view.layout);
  const selected = useView((view) => view.selected);
  const selectedEdge = useView((view) => view.selectedEdge);
  const active = useView((view) => view.active);
  const shown = useShown();
  useLayout(shown);
  const builder = useRef(new FlowBuilder());
  const [drag, setDrag] = useState<Drag>();
  const zoomed = useStore((state) => detail(state.transform[2]));
  const editing = model.mode === 'EDIT';
  const nodes = useMemo(
    () => builder.current.buildNodes(model, shown, layout, selected, active, drag),
    [model, shown, layout, selected, active, drag],
  );
  const edges = useMemo(() => builder.current.buildEdges(model, shown, layout, selectedEdge), [model, shown, layout, selectedEdge]);

  const onNodesChange = (changes: NodeChange<GraphFlowNode>[]) => {
    const chosen = new Set(store.get().selected);
    let selects = false;
    for (const change of changes) {
      if (change.type === 'position' && change.dragging && change.position && change.id === store.get().dragging) {
        setDrag({ id: change.id, position: change.position });
      } else if (change.type === 'select') {
        selects = true;
        if (change.selected) chosen.add(change.id);
        else chosen.delete(change.id);
      }
    }
    if (selects) {
      const stages = new Set(model.stages.map((stage) => stage.id));
      control.choose([...chosen].filter((id) => stages.has(id)));
    }
  };

  const onNodeClick = (event: ReactMouseEvent, node: GraphFlowNode) => {
    if (node.type === 'folded') {
      store.set({ active: node.id });
    } else if (node.type === 'stage' && !(event.ctrlKey || event.metaKey || event.shiftKey)) {
      if (store.get().active !== node.id || store.get().selected.size !== 1) {
        control.choose([node.id]);
      }
    }
  };

  const dropPoint = (event: MouseEvent | TouchEvent | ReactMouseEvent) => {
    const at = 'clientX' in event ? event : event.changedTouches[0];
    return flow.screenToFlowPosition({ x: at.clientX, y: at.clientY });
  };

  const onDrop = (id: string) => {
    const drop = store.get().drop;
    setDrag(undefined);
    store.set({ dragging: undefined, drop: undefined });
    if (drop?.kind === 'parallel') {
      send({ type: 'beside', id, other: drop.stage });
    } else if (drop) {
      send({ type: 'insert', id, from: drop.edge.from === START ? null : drop.edge.from, to: drop.edge.to });
    }
  };

  const refusal = (from: string, to: string): string | undefined => {
    const circle = Topology.of(model).circle(from, to);
    const name = (id: string) => model.stages.find((stage) => stage.id === id)?.name ?? id;
    return circle === undefined
      ? undefined
      : from === to
        ? `${name(to)} cannot wait for itself.`
        : `${name(to)} cannot wait for ${name(from)}: that would close a circle, ${[...circle, to].map(name).join(' → ')}.`;
  };

  const onConnect = ({ source, target }: Connection) => {
    const why = refusal(source, target);
    if (why) {
      store.set({ notice: why, announcement: why });
    } else {
      send({ type: 'connect', from: source, to: target });
    }
  };

  const onConnectEnd = (event: MouseEvent | TouchEvent, state: FinalConnectionState) => {
    if (!state.toNode && state.fromNode && state.fromHandle?.type === 'source') {
      const at = 'clientX' in event ? event : event.changedTouches[0];
      send({ type: 'palette', after: state.fromNode.id, before: null, parallelTo: null, branch: true, at: { x: at.clientX, y: at.clientY } });
    }
  };

  const onPaneClick = (event: ReactMouseEvent) => {
    if (editing && (event.ctrlKey || event.metaKey)) {
      send({ type: 'palette', after: null, before: null, parallelTo: null, branch: true, at: { x: event.clientX, y: event.clientY } });
    } else {
      control.choose([]);
    }
  };

  return (
    <div className={`pg-canvas z-${zoomed} ${drag ? 'is-dragging' : ''} ${editing ? 'is-edit' : 'is-look'}`} aria-hidden="true">
      <ReactFlow<GraphFlowNode, StageFlowEdge>
        nodes={nodes}
        edges={edges}
        nodeTypes={NODE_TYPES}
        edgeTypes={EDGE_TYPES}
        onNodesChange={onNodesChange}
        onNodeClick={onNodeClick}
        onNodeDoubleClick={(_, node) => node.type === 'stage' && send({ type: 'edit', id: node.id })}
        onNodeMouseEnter={(_, node) => hover.node(node.id)}
        onNodeMouseLeave={() => hover.node(undefined)}
        onNodeDragStart={(_, node) => store.set({ dragging: node.id, hovered: undefined, hoveredEdge: undefined })}
        onNodeDrag={(event, node) => {
          const drop = dropAt(dropPoint(event), node.id, layout, shown.edges);
          store.set({ drop });
        }}
        onNodeDragStop={(_, node) => onDrop(node.id)}
        onConnect={onConnect}
        onConnectEnd={onConnectEnd}
        isValidConnection={(edge) => edge.source !== edge.target}
        onEdgeMouseEnter={(_, edge) => hover.edge(edge.id)}
        onEdgeMouseLeave={() => hover.edge(undefined)}
        onEdgeClick={(_, edge) => {
          if (editing && edge.source !== START) {
            store.set({ selectedEdge: edge.id, selected: new Set(), active: undefined });
            send({ type: 'selectEdge', from: edge.source, to: edge.target });
          }
        }}
        onPaneClick={onPaneClick}
        nodesDraggable={editing}
        nodesConnectable={editing}
        nodesFocusable={false}
        edgesFocusable={false}
        disableKeyboardA11y
        deleteKeyCode={null}
        selectionKeyCode="Shift"
        multiSelectionKeyCode={['Control', 'Meta']}
        nodeDragThreshold={6}
        connectOnClick={false}
        connectionRadius={28}
        connectionLineType={ConnectionLineType.SmoothStep}
        panOnScroll
        zoomOnDoubleClick={false}
        minZoom={MIN_ZOOM}
        maxZoom={MAX_ZOOM}
        onlyRenderVisibleElements={shown.stages.length > 120}
        proOptions={HIDE}
        aria-label={`${count(model.stages.length, 'stage')} drawn`}
      >
        <Background variant={BackgroundVariant.Dots} gap={20} size={1.8} />
        <Arrows />
        {editing && <EdgeTools edges={edges} />}
        {zoomed === 'full' && <NodeTools />}
      </ReactFlow>
    </div>
  );
}
