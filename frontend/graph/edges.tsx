import { EdgeLabelRenderer, type Edge as FlowEdge, type EdgeProps } from '@xyflow/react';
import { memo } from 'react';
import type { Point } from './geometry';
import { useGraph, useView } from './hooks';
import { Icon } from './icons';
import type { Edge } from './model';
import { plusPoint, roundedPath } from './route';
import { START } from './model';

export type EdgeTone = 'plain' | 'done' | 'live' | 'ghost' | 'added' | 'removed';

export type StageFlowEdge = FlowEdge<
  { edge: Edge; line: Point[]; tone: EdgeTone; sharedSource: boolean; sharedTarget: boolean },
  'stage'
>;

/** Arrow heads by tone; the canvas defines them once. */
export function Arrows() {
  const tones: (EdgeTone | 'hot')[] = ['plain', 'done', 'live', 'ghost', 'added', 'removed', 'hot'];
  return (
    <svg className="pg-defs" aria-hidden="true">
      <defs>
        {tones.map((tone) => (
          <marker
            key={tone}
            id={`pg-arrow-${tone}`}
            className={`pg-arrow e-${tone}`}
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            markerUnits="userSpaceOnUse"
            orient="auto"
          >
            <path d="M1.5 1 7 4 1.5 7Z" />
          </marker>
        ))}
      </defs>
    </svg>
  );
}

export const StageEdge = memo(function StageEdge({ data, selected }: EdgeProps<StageFlowEdge>) {
  const { edge, line, tone } = data!;
  const hot = useView((view) => {
    const drop = view.drop;
    return (drop?.kind === 'insert' && drop.edge.id === edge.id) || (view.hoveredEdge === edge.id && view.model.mode === 'EDIT');
  });
  const path = roundedPath(line);
  const shade = hot || selected ? 'hot' : tone;
  return (
    <>
      <path className={`pg-edge e-${shade}`} d={path} markerEnd={`url(#pg-arrow-${shade})`} />
      <path className="react-flow__edge-interaction" d={path} fill="none" strokeOpacity={0} strokeWidth={18} />
    </>
  );
});

/** The `+` on the edge under the pointer, and what one can do with the selected one. */
export function EdgeTools({ edges }: { edges: StageFlowEdge[] }) {
  const { send, hover } = useGraph();
  const hovered = useView((view) => view.hoveredEdge);
  const selected = useView((view) => view.selectedEdge);
  const dragging = useView((view) => view.dragging);
  const edge = edges.find((e) => e.id === (hovered ?? selected));
  if (!edge?.data || dragging !== undefined || edge.data.tone === 'removed') {
    return null;
  }
  const { edge: ends, line, sharedSource, sharedTarget } = edge.data;
  const at = plusPoint(line, sharedSource, sharedTarget);
  return (
    <EdgeLabelRenderer>
      <div
        className="pg-edge-tools nopan"
        style={{ transform: `translate(-50%, -50%) translate(${at.x}px, ${at.y}px)` }}
        onMouseEnter={() => hover.edge(edge.id)}
        onMouseLeave={() => hover.edge(undefined)}
      >
        <button
          type="button"
          className="pg-plus"
          tabIndex={-1}
          title="Insert a stage here"
          onClick={(event) =>
            send({
              type: 'palette',
              after: ends.from === START ? null : ends.from,
              before: ends.to,
              parallelTo: null,
              branch: false,
              at: { x: event.clientX, y: event.clientY },
            })
          }
        >
          <Icon name="plus" className="i14" />
        </button>
        {selected === edge.id && ends.from !== START && (
          <button
            type="button"
            className="pg-plus pg-cut"
            tabIndex={-1}
            title="Disconnect (Del)"
            onClick={() => send({ type: 'disconnect', from: ends.from, to: ends.to })}
          >
            <Icon name="x" className="i14" />
          </button>
        )}
      </div>
    </EdgeLabelRenderer>
  );
}
