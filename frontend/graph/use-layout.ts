import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useEffect, useRef } from 'react';
import { layOut, quick } from './elk';
import type { Shown } from './fold';
import type { Box } from './geometry';
import { useGraph, useView } from './hooks';
import { layoutKey, type Layout } from './layout';
import { anchored, bounds, inFlow, opening, revealing, type Size, type Viewport } from './viewport';

/** Lays out anew when the structure changed, and keeps what people look at where it is. */
export function useLayout(shown: Shown): void {
  const { store } = useGraph();
  const flow = useReactFlow();
  const flowStore = useStoreApi();
  const start = useView((view) => view.model.start !== null);
  const key = layoutKey(shown, start);
  const opened = useRef(false);
  useEffect(() => {
    let current = true;
    const take = (layout: Layout) => {
      if (!current) {
        return;
      }
      const before = store.get().layout;
      const { width, height } = flowStore.getState();
      const size = { width, height };
      const view = flow.getViewport();
      store.set({ layout });
      const all = bounds(layout.boxes.values());
      if (!all || width === 0) {
        return;
      }
      const focus = layout.boxes.get(store.get().active ?? '');
      if (!opened.current) {
        opened.current = true;
        void flow.setViewport(opening(all, size, focus));
        return;
      }
      void flow.setViewport(settle(view, size, before, layout, store.get().active));
    };
    const at = quick(shown, start);
    if (at) {
      take(at);
    } else {
      void layOut(shown, start).then(take);
    }
    return () => {
      current = false;
    };
    // the key says everything the layout depends on
  }, [key]);
}

/** Holds on to the active stage, else to the one nearest to the middle; shows an active stage that is new. */
function settle(view: Viewport, size: Size, before: Layout, after: Layout, active: string | undefined): Viewport {
  const anchor = anchorOf(view, size, before, after, active);
  const held = anchor ? anchored(view, before.boxes.get(anchor)!, after.boxes.get(anchor)!) : view;
  const target = active === undefined ? undefined : after.boxes.get(active);
  return (target && revealing(held, size, target)) ?? held;
}

function anchorOf(view: Viewport, size: Size, before: Layout, after: Layout, active: string | undefined): string | undefined {
  if (active !== undefined && before.boxes.has(active) && after.boxes.has(active)) {
    return active;
  }
  const middle = inFlow({ x: size.width / 2, y: size.height / 2 }, view);
  const far = (box: Box) => Math.hypot(box.x + box.width / 2 - middle.x, box.y + box.height / 2 - middle.y);
  return [...before.boxes.keys()]
    .filter((id) => after.boxes.has(id))
    .sort((a, b) => far(before.boxes.get(a)!) - far(before.boxes.get(b)!))[0];
}
