import { clock, place, span, ticks, took, worked, type Row, type Timeline } from './scale';

const FIRST = 40;
const MORE = 80;

const SHAPE = document.createElement('template');
SHAPE.innerHTML = '<svg aria-hidden="true"><use></use></svg>';

/**
 * The Gantt of a run, in light DOM, styled by theme/run.css. The server sends rows whenever something happened; between
 * that the element only moves the now-line, because time passing is no news. Clicking a row fires `row-select`.
 */
class RunTimeline extends HTMLElement {
  private timeline: Timeline | null = null;
  private selected = '';
  private skew = 0;
  private ticking: ReturnType<typeof setInterval> | undefined;
  private readonly body = el('div', 'tl-rows');
  /** What was drawn of each row, and of what: hundreds that ended long ago are not made anew each second. */
  private drawn = new Map<string, { of: string; line: HTMLElement }>();
  /** So many rows are drawn; hundreds come after the first paint, a few at a time. */
  private limit = FIRST;
  private later: number | undefined;

  connectedCallback() {
    this.setAttribute('role', 'table');
    this.setAttribute('aria-label', 'Timeline');
    this.draw();
  }

  disconnectedCallback() {
    clearInterval(this.ticking);
    cancelIdleCallback(this.later ?? 0);
    this.later = undefined;
  }

  /** Called by the server. */
  show(timeline: Timeline) {
    this.timeline = timeline;
    this.skew = timeline.now - Date.now();
    clearInterval(this.ticking);
    if (timeline.startedAt !== null && timeline.endedAt === null) {
      this.ticking = setInterval(() => document.hidden || this.draw(), 1000);
    }
    this.draw();
  }

  /** Called by the server. */
  mark(id: string) {
    this.selected = id;
    this.draw();
  }

  private draw() {
    const timeline = this.timeline;
    if (!timeline || !this.isConnected) return;
    const now = Date.now() + this.skew;
    const length = span(timeline, now);
    const focused = this.querySelector<HTMLElement>('button:focus')?.dataset.id;
    const before = this.drawn;
    this.drawn = new Map();
    const lines = timeline.rows.slice(0, this.limit).map((row) => {
      const open = row.bars.some((bar) => bar.to === null);
      const of = JSON.stringify([row, length, timeline.startedAt, row.id === this.selected, open ? now : null]);
      const known = before.get(row.id);
      const line = known?.of === of ? known.line : this.row(row, timeline, length, now);
      this.drawn.set(row.id, { of, line });
      return line;
    });
    put(this.body, [this.grid(timeline, length, now), ...lines]);
    put(this, [this.axis(length), this.body, this.foot(timeline, now)]);
    if (this.limit < timeline.rows.length) this.later ??= requestIdleCallback(() => this.more(), { timeout: 500 });
    if (focused) this.querySelector<HTMLElement>(`button[data-id="${CSS.escape(focused)}"]`)?.focus();
  }

  private more() {
    this.later = undefined;
    this.limit += MORE;
    this.draw();
  }

  private axis(length: number) {
    const axis = el('div', 'tl-axis');
    axis.setAttribute('aria-hidden', 'true');
    const scale = el('div', 'tl-scale');
    for (const at of ticks(length)) {
      const label = el('span', 'tn', clock(at));
      label.style.left = `${(at / length) * 100}%`;
      scale.append(label);
    }
    axis.append(el('div', 'tl-name'), scale);
    return axis;
  }

  private grid(timeline: Timeline, length: number, now: number) {
    const grid = el('div', 'tl-grid');
    grid.setAttribute('aria-hidden', 'true');
    const lines = el('div', 'tl-scale');
    for (const at of ticks(length)) {
      const line = el('i', '');
      line.style.left = `${(at / length) * 100}%`;
      lines.append(line);
    }
    if (timeline.startedAt !== null) {
      const passed = (timeline.endedAt ?? now) - timeline.startedAt;
      const line = el('span', passed / length > 0.9 ? 'tl-now late' : 'tl-now');
      line.style.left = `${(passed / length) * 100}%`;
      line.append(el('b', 'tn', `${timeline.endedAt === null ? 'now' : timeline.endWord} ${clock(passed)}`));
      lines.append(line);
    }
    grid.append(el('div', 'tl-name'), lines);
    return grid;
  }

  private row(row: Row, timeline: Timeline, length: number, now: number) {
    const line = el('div', `tl-row${row.depth ? ' sub' : ''}${row.id === this.selected ? ' on' : ''}${row.bars.length ? '' : ' dim'}`);
    line.setAttribute('role', 'row');
    const duration = took(row, now);
    const name = document.createElement('button');
    name.className = 'tl-name';
    name.dataset.id = row.id;
    name.style.setProperty('--depth', String(row.depth));
    name.append(shape(row), el('span', 'trunc', row.name), el('span', 'tl-took tn', row.word || (duration === null ? '' : clock(duration))));
    name.addEventListener('click', () => this.dispatchEvent(new CustomEvent('row-select', { detail: { id: row.id } })));
    const head = el('div', 'tl-head');
    head.setAttribute('role', 'rowheader');
    head.append(name);
    const scale = el('div', 'tl-scale');
    scale.setAttribute('role', 'cell');
    scale.setAttribute('aria-label', row.bars.length ? `${clock((row.bars[0]?.from ?? 0) - (timeline.startedAt ?? 0))} after the start` : 'no time yet');
    for (const bar of row.bars) {
      const at = place(bar, timeline.startedAt ?? bar.from, length, now);
      const mark = el('span', `tl-bar ${bar.kind === 'wait' ? 'waits' : 'works'} ${row.tone}`);
      mark.style.left = `${at.left}%`;
      mark.style.width = `${at.width}%`;
      scale.append(mark);
    }
    line.append(head, scale);
    return line;
  }

  private foot(timeline: Timeline, now: number) {
    const foot = el('div', 'tl-foot');
    const { work, wait } = worked(timeline, now);
    const live = timeline.startedAt !== null && timeline.endedAt === null;
    foot.append(el('span', live ? 'tl-live' : 'tl-over', live ? 'Live' : 'Ended'), el('span', 'grow'), el('span', 'tn', `Working ${clock(work)}, waiting ${clock(wait)}`));
    return foot;
  }
}

/** Replaces only what is different: what stays keeps its place, its focus and its layout. */
function put(parent: HTMLElement, children: HTMLElement[]) {
  if (parent.children.length !== children.length) {
    parent.replaceChildren(...children);
    return;
  }
  children.forEach((child, i) => {
    if (parent.children[i] !== child) parent.children[i].replaceWith(child);
  });
}

/** Parsing markup for each of hundreds of rows would take most of the time. */
function shape(row: Row): Element {
  const svg = (SHAPE.content.cloneNode(true) as DocumentFragment).firstElementChild!;
  svg.setAttribute('class', `sh ${row.tone}`);
  svg.firstElementChild!.setAttribute('href', `assets/theme/icons.svg#${row.shape}`);
  return svg;
}

function el(tag: string, cls: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  if (cls) made.className = cls;
  if (text) made.textContent = text;
  return made;
}

customElements.define('run-timeline', RunTimeline);
