import type { Send } from './commands';
import { foldedId, groupOfFolded, type Shown } from './fold';
import { EDITS, type Intent } from './keys';
import { START } from './model';
import { describe } from './status';
import type { Store } from './store';
import { outline, Topology, walk } from './topology';

/** Moves the picture; the canvas lends it. */
export type Camera = { reveal(id: string): void; fit(): void; zoom(step: 1 | -1): void };

/** Turns what a person means into a selection, a movement or a command to the server. */
export class Control {
  constructor(
    private readonly store: Store,
    private readonly send: Send,
    private readonly shown: () => Shown,
    private readonly camera: Camera,
  ) {}

  /** Does it; false when it means nothing here, so that the browser may have the key. */
  perform(intent: Intent): boolean {
    const { model, active, selected, selectedEdge } = this.store.get();
    if (EDITS.has(intent) && model.mode !== 'EDIT') {
      return false;
    }
    const ids = [...selected];
    switch (intent) {
      case 'left':
      case 'right':
      case 'up':
      case 'down':
        return this.walk(intent);
      case 'first':
      case 'last':
        return this.goTo(this.order().at(intent === 'first' ? 0 : -1));
      case 'edit':
        return this.open(active);
      case 'fold':
        return this.fold(active);
      case 'addAfter':
      case 'palette':
        this.send({ type: 'palette', after: this.stage(active), before: null, parallelTo: null, branch: false, at: null });
        return true;
      case 'addParallel':
        this.send({ type: 'palette', after: null, before: null, parallelTo: this.stage(active), branch: false, at: null });
        return true;
      case 'remove':
        return this.remove(ids, selectedEdge);
      case 'clone':
        return this.withSelection(ids, () => this.send({ type: 'duplicate', ids }));
      case 'copy':
      case 'cut':
        return this.withSelection(ids, () => this.send({ type: 'copy', ids, cut: intent === 'cut' }));
      case 'all':
        this.choose(model.stages.map((stage) => stage.id));
        return true;
      case 'leave':
        if (selected.size > 0 || selectedEdge) {
          this.choose([]);
        } else {
          this.send({ type: 'leave' });
        }
        return true;
      case 'undo':
      case 'redo':
      case 'save':
        this.send({ type: intent });
        return true;
      case 'nextProblem':
      case 'previousProblem':
        this.send({ type: 'problem', back: intent === 'previousProblem' });
        return true;
      case 'help':
        this.store.set({ keysOpen: true });
        return true;
      case 'find':
        this.store.set({ finding: true });
        return true;
      case 'fit':
        this.camera.fit();
        return true;
      case 'zoomIn':
      case 'zoomOut':
        this.camera.zoom(intent === 'zoomIn' ? 1 : -1);
        return true;
      case 'paste':
        return false; // the paste event brings the text
    }
  }

  /** Selects and tells the server. */
  choose(ids: string[]): void {
    this.store.select(ids);
    if (ids.length === 0) {
      this.store.set({ active: undefined });
    }
    this.send({ type: 'select', ids });
  }

  /** Selects one, brings it into sight and says it. */
  goTo(id: string | undefined): boolean {
    if (id === undefined || id === START) {
      return id === START;
    }
    if (groupOfFolded(id) !== undefined) {
      this.store.set({ active: id, selected: new Set(), selectedEdge: undefined });
      this.send({ type: 'select', ids: [] });
    } else {
      this.choose([id]);
    }
    this.camera.reveal(id);
    this.store.set({ announcement: this.words(id) });
    return true;
  }

  /** As the server asked: unfolds its group, brings it into sight. */
  show(id: string): void {
    const group = this.store.get().model.stages.find((stage) => stage.id === id)?.group;
    if (group && this.store.get().collapsed.has(group)) {
      this.store.toggleCollapsed(group);
    }
    this.camera.reveal(id);
  }

  private walk(direction: 'left' | 'right' | 'up' | 'down'): boolean {
    const { active, layout } = this.store.get();
    const at = active ?? [...this.store.get().selected][0];
    return this.goTo(at === undefined ? this.order()[0] : walk(this.topology(), layout.boxes, at, direction)) || true;
  }

  private open(id: string | undefined): boolean {
    if (id === undefined) {
      return false;
    }
    if (groupOfFolded(id) !== undefined) {
      return this.fold(id);
    }
    this.send({ type: 'edit', id });
    return true;
  }

  private fold(id: string | undefined): boolean {
    const { model } = this.store.get();
    const group = id === undefined ? undefined : (groupOfFolded(id) ?? model.stages.find((s) => s.id === id)?.group ?? undefined);
    if (group === undefined || !model.groups.some((g) => g.id === group)) {
      return false;
    }
    this.store.toggleCollapsed(group);
    const first = model.stages.find((stage) => stage.group === group)?.id;
    this.store.set({ active: this.store.get().collapsed.has(group) ? foldedId(group) : first });
    return true;
  }

  private remove(ids: string[], edge: string | undefined): boolean {
    const ends = edge === undefined ? undefined : this.shown().edges.find((e) => e.id === edge);
    if (ends && ends.from !== START) {
      this.send({ type: 'disconnect', from: ends.from, to: ends.to });
      return true;
    }
    return this.withSelection(ids, () => this.send({ type: 'remove', ids }));
  }

  private withSelection(ids: string[], then: () => void): boolean {
    if (ids.length === 0) {
      return false;
    }
    then();
    return true;
  }

  private stage(id: string | undefined): string | null {
    return id === undefined || groupOfFolded(id) !== undefined ? null : id;
  }

  private topology(): Topology {
    const shown = this.shown();
    const ids = [...shown.stages.map((s) => s.id), ...shown.folded.map((f) => foldedId(f.group.id))];
    return new Topology(this.store.get().model.start ? [START, ...ids] : ids, shown.edges);
  }

  private order(): string[] {
    return outline(this.topology()).map((line) => line.id);
  }

  private words(id: string): string {
    const { model } = this.store.get();
    const names = (other: string) => model.stages.find((stage) => stage.id === other)?.name ?? other;
    const stage = model.stages.find((s) => s.id === id);
    const folded = this.shown().folded.find((f) => foldedId(f.group.id) === id);
    return stage ? describe(stage, names) : folded ? `${folded.group.name}, collapsed group of ${folded.members.length}` : '';
  }
}
