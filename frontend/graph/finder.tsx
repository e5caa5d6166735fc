import { useId, useState } from 'react';
import type { Control } from './control';
import { useGraph, useView } from './hooks';
import { Icon, Shape } from './icons';
import type { Stage } from './model';
import { look } from './status';

/** Search that flies to a stage. */
export function Finder({ control }: { control: Control }) {
  const { store } = useGraph();
  const stages = useView((view) => view.model.stages);
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const list = useId();
  const wanted = text.trim().toLowerCase();
  const found = stages
    .map((stage) => ({ stage, rank: rank(stage, wanted) }))
    .filter((hit) => hit.rank < Infinity)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, 8)
    .map((hit) => hit.stage);
  const close = () => store.set({ finding: false });
  const fly = (id: string | undefined) => {
    if (id !== undefined) {
      const group = stages.find((stage) => stage.id === id)?.group;
      if (group && store.get().collapsed.has(group)) {
        store.toggleCollapsed(group);
      }
      control.goTo(id);
      close();
    }
  };
  return (
    <div className="pg-finder">
      <input
        autoFocus
        role="combobox"
        aria-label="Find a stage"
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={found[chosen] ? `${list}-${chosen}` : undefined}
        placeholder="Find a stage"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setChosen(0);
        }}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Escape') close();
          else if (event.key === 'Enter') fly(found[chosen]?.id);
          else if (event.key === 'ArrowDown') setChosen(Math.min(chosen + 1, found.length - 1));
          else if (event.key === 'ArrowUp') setChosen(Math.max(chosen - 1, 0));
          else return;
          event.preventDefault();
        }}
      />
      <ul id={list} role="listbox" aria-label="Stages">
        {found.map((stage, i) => (
          <li key={stage.id} id={`${list}-${i}`} role="option" aria-selected={i === chosen} onMouseDown={() => fly(stage.id)}>
            {stage.run ? (
              <Shape name={look(stage.run.status).shape} className={look(stage.run.status).tone} />
            ) : (
              <Icon name={stage.icon} className="i14" />
            )}
            <span className="trunc">{stage.name}</span>
            <span className="ink3 xs trunc">{stage.typeLabel}</span>
          </li>
        ))}
        {found.length === 0 && <li role="option" aria-selected="false" className="ink3">No stage is called that</li>}
      </ul>
    </div>
  );
}

/** How well a stage fits the words: its name before anything else; infinite when it does not. */
function rank(stage: Stage, wanted: string): number {
  const name = stage.name.toLowerCase();
  if (name.includes(wanted)) {
    return name.startsWith(wanted) ? 0 : 1;
  }
  return [stage.id, stage.typeLabel, stage.headline].some((word) => word.toLowerCase().includes(wanted)) ? 2 : Infinity;
}
