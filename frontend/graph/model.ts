/** What the server says about a pipeline; the records of dev.gennaker.ui.graph as they arrive. */

export type Mode = 'EDIT' | 'RUN' | 'PLAN' | 'VIEW';

export type Status =
  | 'TODO'
  | 'RUNNING'
  | 'SUCCEEDED'
  | 'NEEDS_YOU'
  | 'HELD'
  | 'FAILED'
  | 'STOPPED'
  | 'SKIPPED'
  | 'NOT_REACHED';

export type Change = 'NONE' | 'ADDED' | 'REMOVED' | 'CHANGED';

/** Something a person may do with a stage where it stands, e.g. approve. */
export type Action = { name: string; label: string; icon: string; key: string; wanted: boolean };

/** Where a stage stands in a run; times are ISO 8601 by the server's clock. */
export type RunMark = {
  status: Status;
  word: string;
  startedAt: string | null;
  endedAt: string | null;
  progress: number | null;
  firstCause: boolean;
  actions: Action[];
};

/** What the editor knows about a stage. */
export type EditMark = { errors: number; warnings: number; edited: boolean; change: Change; changeText: string };

export type Stage = {
  id: string;
  name: string;
  type: string;
  typeLabel: string;
  icon: string;
  headline: string;
  after: string[];
  group: string | null;
  note: string;
  run: RunMark | null;
  edit: EditMark | null;
};

export type Group = { id: string; name: string; hint: string; icon: string; collapsed: boolean };

export type Start = { title: string; icon: string; count: number };

export type EdgeMark = { from: string; to: string; change: Change };

export type GraphModel = {
  mode: Mode;
  start: Start | null;
  stages: Stage[];
  groups: Group[];
  edgeMarks: EdgeMark[];
  now: string;
};

export const EMPTY: GraphModel = { mode: 'VIEW', start: null, stages: [], groups: [], edgeMarks: [], now: '1970-01-01T00:00:00Z' };

/** Id of the start circle among node ids; no refId may look like it. */
export const START = '\uE000start';

export type Edge = { id: string; from: string; to: string; change: Change };

export const edgeId = (from: string, to: string): string => JSON.stringify([from, to]);

/** The edges of a model: every `after` that names a stage, removed ones of a comparison, and start to each root. */
export function edgesOf(model: GraphModel): Edge[] {
  const known = new Set(model.stages.map((stage) => stage.id));
  const marks = new Map(model.edgeMarks.map((mark) => [edgeId(mark.from, mark.to), mark.change]));
  const edges: Edge[] = [];
  const seen = new Set<string>();
  const add = (from: string, to: string, change: Change) => {
    const id = edgeId(from, to);
    if (!seen.has(id)) {
      seen.add(id);
      edges.push({ id, from, to, change });
    }
  };
  for (const stage of model.stages) {
    const sources = stage.after.filter((from) => known.has(from) && from !== stage.id);
    if (sources.length === 0 && model.start) {
      add(START, stage.id, stage.edit?.change === 'ADDED' ? 'ADDED' : 'NONE');
    }
    for (const from of sources) {
      add(from, stage.id, marks.get(edgeId(from, stage.id)) ?? 'NONE');
    }
  }
  for (const mark of model.edgeMarks) {
    if (mark.change === 'REMOVED' && known.has(mark.from) && known.has(mark.to)) {
      add(mark.from, mark.to, 'REMOVED');
    }
  }
  return edges;
}
