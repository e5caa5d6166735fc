import { MiniMap, useReactFlow, useStore, ViewportPortal } from '@xyflow/react';
import type { Control } from './control';
import { Finder } from './finder';
import { useGraph, usePainted, useView } from './hooks';
import { Icon } from './icons';
import type { GraphFlowNode } from './nodes';
import { look } from './status';

/** Beside the node under the pointer, or the only selected one: `+` after and in parallel, or what a run asks for. */
export function NodeTools() {
  const { send, hover } = useGraph();
  const mode = useView((view) => view.model.mode);
  const dragging = useView((view) => view.dragging !== undefined);
  const id = useView((view) => view.hovered ?? (view.selected.size === 1 ? view.active : undefined));
  const stage = useView((view) => view.model.stages.find((s) => s.id === id));
  const box = useView((view) => (id === undefined ? undefined : view.layout.boxes.get(id)));
  // with one line out the `+` on that line does the same, without any the node has its own
  const forks = useView((view) => view.model.stages.filter((s) => id !== undefined && s.after.includes(id)).length > 1);
  if (!stage || !box || dragging || stage.edit?.change === 'REMOVED') {
    return null;
  }
  const stay = { onMouseEnter: () => hover.node(stage.id), onMouseLeave: () => hover.node(undefined) };
  const add = (parallel: boolean) => (event: React.MouseEvent) =>
    send({
      type: 'palette',
      after: parallel ? null : stage.id,
      before: null,
      branch: false,
      parallelTo: parallel ? stage.id : null,
      at: { x: event.clientX, y: event.clientY },
    });
  if (mode === 'EDIT') {
    // while changes are drawn their words stand where the `+` would
    return stage.edit?.changeText ? null : (
      <ViewportPortal>
        {forks && (
          <div className="pg-tool" style={at(box.x + box.width + 20, box.y + box.height / 2)} {...stay}>
            <button type="button" className="pg-plus" tabIndex={-1} title="Add a stage after (a)" onClick={add(false)}>
              <Icon name="plus" className="i14" />
            </button>
          </div>
        )}
        <div className="pg-tool" style={at(box.x + box.width / 2, box.y + box.height + 14)} {...stay}>
          <button type="button" className="pg-plus" tabIndex={-1} title="Add a stage in parallel (p)" onClick={add(true)}>
            <Icon name="plus" className="i14" />
          </button>
        </div>
      </ViewportPortal>
    );
  }
  const actions = stage.run?.actions ?? [];
  return actions.length === 0 ? null : (
    <ViewportPortal>
      <div className="pg-tool pg-acts" style={at(box.x + box.width / 2, box.y + box.height + 20)} {...stay}>
        {actions.map((action) => (
          <button
            key={action.name}
            type="button"
            className={action.wanted ? 'wanted' : ''}
            tabIndex={-1}
            title={action.key ? `${action.label} (${action.key})` : action.label}
            onClick={() => send({ type: 'act', id: stage.id, action: action.name })}
          >
            <Icon name={action.icon} className="i14" />
            {action.label}
          </button>
        ))}
      </div>
    </ViewportPortal>
  );
}

const at = (x: number, y: number) => ({ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` });

const MAP = { width: 220, height: 64 };

/** Bottom right: where one is, how large, find, fit. */
export function Navigator({ control }: { control: Control }) {
  const { store } = useGraph();
  const flow = useReactFlow();
  const zoom = useStore((state) => Math.round(state.transform[2] * 100));
  const finding = useView((view) => view.finding);
  const painted = usePainted();
  return (
    <div className="pg-nav">
      {painted && (
        <MiniMap
          pannable
          zoomable
          ariaLabel={null}
          nodeColor={(node) => mapColour(node as GraphFlowNode)}
          nodeBorderRadius={4}
          nodeStrokeWidth={0}
          offsetScale={4}
          style={MAP}
          maskStrokeColor="var(--harbor)"
          maskStrokeWidth={1.5}
        />
      )}
      {finding && <Finder control={control} />}
      <div className="pg-nav-bar">
        <button type="button" title="Zoom out (-)" aria-label="Zoom out" onClick={() => flow.zoomOut()}>
          <Icon name="minus" className="i14" />
        </button>
        <button type="button" className="tn" title="Back to 100 %" onClick={() => flow.zoomTo(1)}>
          {zoom} %
        </button>
        <button type="button" title="Zoom in (+)" aria-label="Zoom in" onClick={() => flow.zoomIn()}>
          <Icon name="plus" className="i14" />
        </button>
        <span className="grow" />
        <button type="button" aria-expanded={finding} onClick={() => store.set({ finding: !finding })}>
          Find <kbd>Ctrl F</kbd>
        </button>
        <button type="button" title="Keys (?)" aria-label="Keys" onClick={() => store.set({ keysOpen: true })}>
          <Icon name="keyboard" className="i14" />
        </button>
        <button type="button" title="Fit (f)" aria-label="Fit the graph" onClick={() => control.perform('fit')}>
          <Icon name="maximize" className="i14" />
        </button>
      </div>
    </div>
  );
}

function mapColour(node: GraphFlowNode): string {
  switch (node.type) {
    case 'lane':
      return 'var(--surface-2)';
    case 'folded':
      return node.data.folded.status ? `var(--${look(node.data.folded.status).tone})` : 'var(--line-strong)';
    case 'stage': {
      const { run, edit } = node.data.stage;
      if (node.selected) return 'var(--harbor)';
      if (run) return `var(--${look(run.status).tone})`;
      return edit && edit.errors > 0 ? 'var(--fail)' : edit && edit.warnings > 0 ? 'var(--wait)' : 'var(--line-strong)';
    }
    default:
      return 'var(--line-strong)';
  }
}
