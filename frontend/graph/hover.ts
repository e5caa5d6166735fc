import type { Store } from './store';

/** Long enough to reach the `+` that hovering brought up, in milliseconds. */
const PATIENCE = 160;

/** What the pointer is over, forgotten with a little patience. */
export class Hover {
  private nodeTimer: ReturnType<typeof setTimeout> | undefined;
  private edgeTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly store: Store) {}

  node(id: string | undefined): void {
    clearTimeout(this.nodeTimer);
    if (id === undefined) {
      this.nodeTimer = setTimeout(() => this.store.set({ hovered: undefined }), PATIENCE);
    } else {
      this.store.set({ hovered: id });
    }
  }

  edge(id: string | undefined): void {
    clearTimeout(this.edgeTimer);
    if (id === undefined) {
      this.edgeTimer = setTimeout(() => this.store.set({ hoveredEdge: undefined }), PATIENCE);
    } else {
      this.store.set({ hoveredEdge: id });
    }
  }
}
