/** Pure arithmetic of the timeline: what a moment is in percent, where the ticks stand, how a time reads. */

export interface Bar {
  /** ms since the epoch */
  from: number;
  /** null while it goes on */
  to: number | null;
  kind: 'work' | 'wait';
}

export interface Row {
  id: string;
  name: string;
  depth: number;
  /** one of the sprite's status shapes, such as sh-ok */
  shape: string;
  /** css class of the colour: ok run wait fail off sail */
  tone: string;
  /** what stands at the right of the name instead of a duration; empty shows the duration */
  word: string;
  bars: Bar[];
}

export interface Timeline {
  startedAt: number | null;
  endedAt: number | null;
  /** the server's clock when this was sent */
  now: number;
  /** what the now-line says when it has stopped, e.g. "stopped" */
  endWord: string;
  rows: Row[];
}

const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 43200, 86400].map((s) => s * 1000);

/** `m:ss`, `h:mm:ss`, or days and hours for what takes days. */
export function clock(ms: number): string {
  const s = Math.max(0, Math.floor(ms / 1000));
  const two = (n: number) => String(n).padStart(2, '0');
  if (s >= 86400) return `${Math.floor(s / 86400)} d ${Math.floor((s % 86400) / 3600)} h`;
  if (s >= 3600) return `${Math.floor(s / 3600)}:${two(Math.floor((s % 3600) / 60))}:${two(s % 60)}`;
  return `${Math.floor(s / 60)}:${two(s % 60)}`;
}

/** Length drawn: what has passed and a little room ahead while it runs, so that the now-line is not at the rim. */
export function span(timeline: Timeline, now: number): number {
  if (timeline.startedAt === null) return 10_000;
  const passed = Math.max(1000, (timeline.endedAt ?? now) - timeline.startedAt);
  return timeline.endedAt === null ? passed * 1.25 : passed * 1.04;
}

/** At most six ticks at round distances, in ms from the start. */
export function ticks(length: number): number[] {
  const step = STEPS.find((s) => length / s <= 6) ?? Math.ceil(length / 6 / 86_400_000) * 86_400_000;
  const found = [];
  for (let at = 0; at < length; at += step) found.push(at);
  return found;
}

/** Where a bar begins and how wide it is, in percent; never thinner than can be seen. */
export function place(bar: Bar, startedAt: number, length: number, now: number): { left: number; width: number } {
  const left = ((bar.from - startedAt) / length) * 100;
  const width = (((bar.to ?? now) - bar.from) / length) * 100;
  return { left: Math.max(0, left), width: Math.max(0.3, width) };
}

/** How long a row took, over all its bars. */
export function took(row: Row, now: number): number | null {
  if (row.bars.length === 0) return null;
  const from = Math.min(...row.bars.map((b) => b.from));
  const to = Math.max(...row.bars.map((b) => b.to ?? now));
  return to - from;
}

/** Time with work in it and time only waited, over top-level rows, each moment counted once. */
export function worked(timeline: Timeline, now: number): { work: number; wait: number } {
  const bars = timeline.rows.filter((r) => r.depth === 0).flatMap((r) => r.bars);
  const cover = (kinds: string[]) => {
    const sorted = bars
      .filter((b) => kinds.includes(b.kind))
      .map((b) => [b.from, b.to ?? now] as const)
      .sort((a, b) => a[0] - b[0]);
    let total = 0;
    let end = -Infinity;
    for (const [from, to] of sorted) {
      total += Math.max(0, to - Math.max(from, end));
      end = Math.max(end, to);
    }
    return total;
  };
  const work = cover(['work']);
  return { work, wait: cover(['work', 'wait']) - work };
}
