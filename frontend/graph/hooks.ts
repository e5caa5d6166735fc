import { createContext, useContext, useEffect, useState, useSyncExternalStore } from 'react';
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
