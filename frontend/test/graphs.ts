import type { GraphModel, RunMark, Stage, Status } from '../graph/model';

/** A stage by name that waits for others, e.g. stage('c', 'a', 'b'). */
export function stage(id: string, ...after: string[]): Stage {
  return { id, name: `Stage ${id}`, type: 'wait', typeLabel: 'Wait', icon: 'timer', headline: '', after, group: null, note: '', run: null, edit: null };
}

export function model(...stages: Stage[]): GraphModel {
  const start = { title: 'by hand', icon: 'zap', count: 0 };
  return { mode: 'EDIT', start, stages, groups: [], edgeMarks: [], now: '2026-01-01T00:00:00Z' };
}

export function mark(status: Status, more: Partial<RunMark> = {}): RunMark {
  return { status, word: '', startedAt: null, endedAt: null, progress: null, firstCause: false, actions: [], ...more };
}

/** a, then b and c in parallel, then d. */
export const diamond = (): GraphModel => model(stage('a'), stage('b', 'a'), stage('c', 'a'), stage('d', 'b', 'c'));
