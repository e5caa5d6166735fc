import { ReactFlowProvider, useReactFlow, useStoreApi } from '@xyflow/react';
import { useEffect, useMemo, useRef } from 'react';
import { Canvas, useShown } from './canvas';
import type { Send } from './commands';
import { Control } from './control';
import { GraphContext, useGraph, useView, type Graph } from './hooks';
import { EmptyBoard } from './empty-board';
import { Hover } from './hover';
import { Icon } from './icons';
import { KeysDialog } from './keys-dialog';
import { ANYWHERE, intentOf } from './keys';
import type { Store } from './store';
import { Navigator } from './tools';
import { Twin } from './twin';
import { bounds, fit, revealing } from './viewport';

/** The graph with everything around it. */
export function PipelineGraph({ store, send }: { store: Store; send: Send }) {
  const graph = useMemo<Graph>(() => ({ store, send, hover: new Hover(store) }), [store, send]);
  return (
    <GraphContext.Provider value={graph}>
      <ReactFlowProvider>
        <Stage />
      </ReactFlowProvider>
    </GraphContext.Provider>
  );
}

function Stage() {
  const { store, send } = useGraph();
  const flow = useReactFlow();
  const flowStore = useStoreApi();
  const mode = useView((view) => view.model.mode);
  const empty = useView((view) => view.model.stages.length === 0);
  const announcement = useView((view) => view.announcement);
  const notice = useView((view) => view.notice);
  const reveal = useView((view) => view.reveal);
  const shown = useShown();
  const now = useRef(shown);
  now.current = shown;
  const root = useRef<HTMLDivElement>(null);
  const control = useMemo(() => {
    const duration = () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 240);
    const size = () => ({ width: flowStore.getState().width, height: flowStore.getState().height });
    return new Control(store, send, () => now.current, {
      reveal(id) {
        const box = store.get().layout.boxes.get(id);
        const move = box && revealing(flow.getViewport(), size(), box);
        if (move) void flow.setViewport(move, { duration: duration() });
      },
      fit() {
        const all = bounds(store.get().layout.boxes.values());
        if (all) void flow.setViewport(fit(all, size()), { duration: duration() });
      },
      zoom(step) {
        void (step > 0 ? flow.zoomIn({ duration: duration() }) : flow.zoomOut({ duration: duration() }));
      },
    });
  }, [store, send, flow, flowStore]);

  useEffect(() => {
    if (reveal) {
      control.show(reveal.id);
    }
  }, [reveal, control]);
  useEffect(() => {
    const timer = notice ? setTimeout(() => store.set({ notice: '' }), 6000) : undefined;
    return () => clearTimeout(timer);
  }, [notice, store]);

  useEffect(() => {
    const onPageKey = (event: KeyboardEvent) => {
      const intent = intentOf(event);
      if (intent && ANYWHERE.has(intent) && nothingHasTheKeyboard() && control.perform(intent)) {
        event.preventDefault();
      }
    };
    document.addEventListener('keydown', onPageKey);
    return () => document.removeEventListener('keydown', onPageKey);
  }, [control]);

  const onKeyDown = (event: React.KeyboardEvent) => {
    const { model, active } = store.get();
    const action = model.stages
      .find((stage) => stage.id === active)
      ?.run?.actions.find((a) => a.key !== '' && a.key === event.key && !event.ctrlKey && !event.metaKey);
    if (model.mode !== 'EDIT' && action && active !== undefined) {
      send({ type: 'act', id: active, action: action.name });
      event.preventDefault();
      return;
    }
    const intent = intentOf(event);
    if (intent && control.perform(intent)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  const onPaste = (event: React.ClipboardEvent) => {
    const text = event.clipboardData.getData('text/plain');
    if (mode === 'EDIT' && text) {
      const active = store.get().active ?? null;
      send({ type: 'paste', text, after: active });
      event.preventDefault();
    }
  };
  return (
    <div className="pg" ref={root} onPaste={onPaste}>
      <div
        className="pg-board"
        role="application"
        tabIndex={0}
        aria-label="Pipeline graph"
        aria-describedby="pg-how"
        data-focus="board"
        onKeyDown={onKeyDown}
        onPointerDown={(event) => event.currentTarget.focus({ preventScroll: true })}
      >
        <span id="pg-how" className="vh">Arrows walk the stages, Enter opens one, question mark lists all keys. The same stages follow as a list.</span>
        <Canvas control={control} />
      </div>
      <Navigator control={control} />
      <Twin control={control} />
      <KeysDialog />
      {empty && mode === 'EDIT' && <EmptyBoard control={control} />}
      {notice && (
        <p className="pg-notice">
          <Icon name="circle-alert" className="i14" /> {notice}
        </p>
      )}
      <p className="vh" role="status" aria-live="polite">{announcement}</p>
    </div>
  );
}

/** Nobody types anywhere, and no dialog wants an answer first. */
function nothingHasTheKeyboard(): boolean {
  const focused = document.activeElement;
  return (!focused || focused === document.body) && !document.querySelector('vaadin-dialog[opened], dialog[open]');
}
