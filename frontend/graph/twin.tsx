import { useMemo } from 'react';
import type { Control } from './control';
import { useGraph, useNow, usePainted, useView } from './hooks';
import { Icon, Shape } from './icons';
import { intentOf } from './keys';
import type { Stage } from './model';
import { describe, elapsedOf, look } from './status';
import { outline, Topology } from './topology';

type Branch = { stage: Stage; inner: Branch[] };

/**
 * The same graph as a nested list: for screen readers beside the canvas, seen while the focus is in it, and in place of
 * the canvas where that has no room.
 */
export function Twin({ control }: { control: Control }) {
  const { store } = useGraph();
  const model = useView((view) => view.model);
  const painted = usePainted();
  const branches = useMemo(() => (painted ? nested(model.stages, Topology.of(model)) : []), [model, painted]);
  const known = useMemo(() => new Map(model.stages.map((stage) => [stage.id, stage.name])), [model]);
  const names = (id: string) => known.get(id) ?? id;
  const onKeyDown = (event: React.KeyboardEvent<HTMLElement>) => {
    const focused = (event.target as HTMLElement).closest<HTMLElement>('[data-twin]');
    const intent = intentOf(event);
    if (!focused || !intent || (intent === 'edit' && event.target !== focused)) {
      return;
    }
    const id = focused.dataset.twin!;
    if (store.get().active !== id || !store.get().selected.has(id)) {
      store.select([id]);
    }
    if (intent === 'up' || intent === 'down') {
      const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-twin]')];
      all[all.indexOf(focused) + (intent === 'up' ? -1 : 1)]?.focus();
      event.preventDefault();
    } else if (control.perform(intent)) {
      event.preventDefault();
      const next = store.get().active;
      if (next !== id) {
        event.currentTarget.querySelector<HTMLElement>(`[data-twin="${CSS.escape(next ?? '')}"]`)?.focus();
      }
    }
  };
  return (
    <nav className="pg-twin" aria-label={model.mode === 'PLAN' ? 'Planned stages as a list' : 'Stages as a list'} onKeyDown={onKeyDown}>
      {model.mode === 'EDIT' && <p className="pg-twin-say xs ink2">Drawing a pipeline needs a larger screen. Here you can read it and change settings.</p>}
      {model.stages.length === 0 ? <p className="ink2">No stages yet.</p> : <List branches={branches} names={names} control={control} />}
    </nav>
  );
}

function List({ branches, names, control }: { branches: Branch[]; names: (id: string) => string; control: Control }) {
  return (
    <ol>
      {branches.map(({ stage, inner }) => (
        <li key={stage.id}>
          <Item stage={stage} names={names} control={control} />
          {inner.length > 0 && <List branches={inner} names={names} control={control} />}
        </li>
      ))}
    </ol>
  );
}

function Item({ stage, names, control }: { stage: Stage; names: (id: string) => string; control: Control }) {
  const { send } = useGraph();
  const selected = useView((view) => view.selected.has(stage.id));
  const run = stage.run;
  const now = useNow(run?.startedAt != null && run.endedAt == null);
  const problems = (stage.edit?.errors ?? 0) + (stage.edit?.warnings ?? 0);
  return (
    <>
      <button
        type="button"
        data-twin={stage.id}
        aria-current={selected ? 'true' : undefined}
        aria-label={describe(stage, names)}
        onClick={() => {
          control.choose([stage.id]);
          send({ type: 'edit', id: stage.id });
        }}
      >
        {run ? <Shape name={look(run.status).shape} className={look(run.status).tone} /> : <Icon name={stage.icon} className="i14" />}
        <span className="trunc">{stage.name}</span>
        <span className="ink3 xs trunc">{run ? run.word || look(run.status).word : stage.headline}</span>
        {problems > 0 && <span className={`xs ${stage.edit!.errors > 0 ? 'fail' : 'wait'}`}>{problems}</span>}
        {run && <span className="tn xs ink3">{elapsedOf(stage, now)}</span>}
      </button>
      {run && run.actions.length > 0 && (
        <span className="pg-twin-acts">
          {run.actions.map((action) => (
            <button
              key={action.name}
              type="button"
              className={action.wanted ? 'wanted' : ''}
              aria-label={`${action.label} ${stage.name}`}
              onClick={() => send({ type: 'act', id: stage.id, action: action.name })}
            >
              {action.label}
            </button>
          ))}
        </span>
      )}
    </>
  );
}

function nested(stages: Stage[], topology: Topology): Branch[] {
  const byId = new Map(stages.map((stage) => [stage.id, stage]));
  const roots: Branch[] = [];
  const open: Branch[][] = [roots];
  for (const { id, depth } of outline(topology)) {
    const stage = byId.get(id);
    if (stage) {
      const level = Math.min(depth, open.length - 1);
      open.length = level + 1;
      const branch: Branch = { stage, inner: [] };
      open[level].push(branch);
      open.push(branch.inner);
    }
  }
  return roots;
}
