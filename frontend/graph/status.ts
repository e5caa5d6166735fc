import type { Stage, Status } from './model';

/** Status is a shape first, then a word, then a colour. */
export type Look = { shape: string; tone: string; word: string };

const LOOKS: Record<Status, Look> = {
  TODO: { shape: 'sh-todo', tone: 'off', word: 'Not started' },
  RUNNING: { shape: 'sh-run', tone: 'run', word: 'Running' },
  SUCCEEDED: { shape: 'sh-ok', tone: 'ok', word: 'Succeeded' },
  NEEDS_YOU: { shape: 'sh-wait', tone: 'sail', word: 'Waiting for you' },
  HELD: { shape: 'sh-hold', tone: 'wait', word: 'Held' },
  FAILED: { shape: 'sh-fail', tone: 'fail', word: 'Failed' },
  STOPPED: { shape: 'sh-stop', tone: 'off', word: 'Stopped' },
  SKIPPED: { shape: 'sh-skip', tone: 'off', word: 'Skipped' },
  NOT_REACHED: { shape: 'sh-dash', tone: 'off', word: 'Not reached' },
};

/** Worst first: what a collapsed group shows for all its stages. */
const WORST: Status[] = [
  'FAILED',
  'NEEDS_YOU',
  'STOPPED',
  'HELD',
  'RUNNING',
  'NOT_REACHED',
  'TODO',
  'SKIPPED',
  'SUCCEEDED',
];

export function look(status: Status): Look {
  return LOOKS[status] ?? LOOKS.TODO;
}

export function worst(statuses: Status[]): Status {
  return WORST.find((status) => statuses.includes(status)) ?? 'TODO';
}

/** Whether it has begun: edges into what has not are dashed. */
export function reached(status: Status): boolean {
  return status !== 'TODO' && status !== 'NOT_REACHED';
}

/** Whether it is over well, so that the edge out of it counts as walked. */
export function passed(status: Status): boolean {
  return status === 'SUCCEEDED' || status === 'SKIPPED';
}

/** Seconds as 0:14, 9:26 or 1:02:05; days and hours beyond a day. */
export function elapsed(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const hours = Math.floor(seconds / 3600);
  if (hours >= 24) {
    return `${Math.floor(hours / 24)} d ${hours % 24} h`;
  }
  const two = (n: number) => String(n).padStart(2, '0');
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** How long a stage took so far; empty before it starts. `now` is the server's. */
export function elapsedOf(stage: Stage, now: number): string {
  const run = stage.run;
  if (run?.startedAt == null) {
    return '';
  }
  return elapsed((run.endedAt === null ? now : Date.parse(run.endedAt)) - Date.parse(run.startedAt));
}

/** One sentence about a stage, for screen readers. */
export function describe(stage: Stage, names: (id: string) => string): string {
  const parts = [stage.name || stage.id];
  if (stage.typeLabel && stage.typeLabel !== stage.name) {
    parts.push(stage.typeLabel);
  }
  if (stage.run) {
    parts.push(stage.run.word || look(stage.run.status).word);
    if (stage.run.firstCause) {
      parts.push('first cause');
    }
  } else if (stage.headline) {
    parts.push(stage.headline);
  }
  parts.push(stage.after.length === 0 ? 'at the start' : `after ${stage.after.map(names).join(' and ')}`);
  const edit = stage.edit;
  if (edit) {
    if (edit.errors > 0) parts.push(count(edit.errors, 'error'));
    if (edit.warnings > 0) parts.push(count(edit.warnings, 'warning'));
    if (edit.change !== 'NONE') parts.push(edit.changeText || edit.change.toLowerCase());
    else if (edit.edited) parts.push('edited');
  }
  return parts.join(', ');
}

export function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
