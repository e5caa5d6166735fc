import { createContext, startTransition, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { MANY } from './columns';
import { NOWHERE } from './layout';
import type { Store, View } from './store';
import type { Send } from './commands';
import type { Hover } from './hover';

export type Graph = { store: Store; send: Send; hover: Hover };

export const GraphContext = createContext<Graph | undefined>(undefined);

export function useGraph(): Graph {
  const graph = useContext(GraphContext);
  if (!graph) {
    throw new Error('outside of a pipeline graph');
  }
  return graph;
}

/** A part of the view; draws again only when that part changes. */
export function useView<T>(select: (view: View) => T): T {
  const { store } = useGraph();
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}

/** The server's now, ticking every second while somebody counts. */
export function useNow(counting: boolean): number {
  const skew = useView((view) => view.skew);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!counting) {
      return undefined;
    }
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [counting]);
  return now + skew;
}

/** True once a large graph has been painted: what nobody sees at first waits for that; a small one waits for nothing. */
export function usePainted(): boolean {
  const large = useView((view) => view.model.stages.length > MANY);
  const placed = useView((view) => view.layout !== NOWHERE);
  const [painted, setPainted] = useState(false);
  useEffect(() => {
    if (!placed) {
      return undefined;
    }
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(() => startTransition(() => setPainted(true)));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
    };
  }, [placed]);
  return painted || !large;
}
