import { EMPTY, type GraphModel, type Stage } from './model';
import { NOWHERE, type Layout } from './layout';
import { changesInWords } from './announce';
import type { Drop } from './hit';

/** What the canvas, its list twin and its tools share. */
export type View = {
  model: GraphModel;
  /** Server clock minus ours, in milliseconds. */
  skew: number;
  layout: Layout;
  selected: ReadonlySet<string>;
  selectedEdge: string | undefined;
  /** The one the keyboard stands on. */
  active: string | undefined;
  collapsed: ReadonlySet<string>;
  hovered: string | undefined;
  hoveredEdge: string | undefined;
  drop: Drop | undefined;
  dragging: string | undefined;
  announcement: string;
  notice: string;
  keysOpen: boolean;
  finding: boolean;
  /** Asked for by the server; a new object for every wish. */
  reveal: { id: string } | undefined;
};

const NOTHING: ReadonlySet<string> = new Set();

const START_VIEW: View = {
  model: EMPTY,
  skew: 0,
  layout: NOWHERE,
  selected: NOTHING,
  selectedEdge: undefined,
  active: undefined,
  collapsed: NOTHING,
  hovered: undefined,
  hoveredEdge: undefined,
  drop: undefined,
  dragging: undefined,
  announcement: '',
  notice: '',
  keysOpen: false,
  finding: false,
  reveal: undefined,
};

/** Holds the view outside React, so that the server's pushes and the canvas meet in one place. */
export class Store {
  private view: View = START_VIEW;
  private readonly listeners = new Set<() => void>();

  readonly get = (): View => this.view;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  set(change: Partial<View>): void {
    this.view = { ...this.view, ...change };
    this.listeners.forEach((listener) => listener());
  }

  /** Takes a model; objects that say the same are kept, so that only what changed is drawn again. */
  show(model: GraphModel, clientNow: number): void {
    const old = new Map(this.view.model.stages.map((stage) => [stage.id, stage]));
    const stages = model.stages.map((stage) => keep(old.get(stage.id), stage));
    const ids = new Set(stages.map((stage) => stage.id));
    const groups = new Set(this.view.model.groups.map((group) => group.id));
    const collapsed = new Set(
      model.groups.filter((g) => (groups.has(g.id) ? this.view.collapsed.has(g.id) : g.collapsed)).map((g) => g.id),
    );
    this.set({
      model: { ...model, stages },
      skew: Date.parse(model.now) - clientNow,
      selected: only(this.view.selected, ids),
      active: this.view.active !== undefined && ids.has(this.view.active) ? this.view.active : undefined,
      collapsed: same(collapsed, this.view.collapsed) ? this.view.collapsed : collapsed,
      announcement: changesInWords([...old.values()], stages) || this.view.announcement,
    });
  }

  /** Replaces some stages of the model and leaves the rest. */
  patch(changed: Stage[], now: string, clientNow: number): void {
    const byId = new Map(changed.map((stage) => [stage.id, stage]));
    const stages = this.view.model.stages.map((stage) => byId.get(stage.id) ?? stage);
    const announcement = changesInWords(this.view.model.stages, stages) || this.view.announcement;
    this.set({ model: { ...this.view.model, stages, now }, skew: Date.parse(now) - clientNow, announcement });
  }

  select(ids: string[]): void {
    const selected = new Set(ids);
    this.set({
      selected: same(selected, this.view.selected) ? this.view.selected : selected,
      selectedEdge: undefined,
      active: ids.at(-1) ?? this.view.active,
    });
  }

  toggleCollapsed(group: string): void {
    const collapsed = new Set(this.view.collapsed);
    if (!collapsed.delete(group)) {
      collapsed.add(group);
    }
    this.set({ collapsed });
  }
}

function keep(before: Stage | undefined, now: Stage): Stage {
  return before !== undefined && JSON.stringify(before) === JSON.stringify(now) ? before : now;
}

function only(selected: ReadonlySet<string>, ids: ReadonlySet<string>): ReadonlySet<string> {
  const left = new Set([...selected].filter((id) => ids.has(id)));
  return left.size === selected.size ? selected : left;
}

function same(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((value) => b.has(value));
}
