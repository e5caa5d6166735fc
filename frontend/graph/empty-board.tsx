import { useStore } from '@xyflow/react';
import type { Control } from './control';
import { useView } from './hooks';
import { Icon } from './icons';
import { START } from './model';

/** What to do first; stands below the start, wherever that was moved. */
export function EmptyBoard({ control }: { control: Control }) {
  const start = useView((view) => view.layout.boxes.get(START));
  const [x, y, zoom] = useStore((state) => state.transform);
  const place = start
    ? { left: x + (start.x + start.width / 2) * zoom, top: y + (start.y + start.height) * zoom }
    : { left: '50%', top: '50%' };
  return (
    <div className="pg-empty" style={place}>
      <p>No stages yet</p>
      <button type="button" onClick={() => control.perform('palette')}>
        <Icon name="plus" className="i14" /> Add the first stage <kbd>/</kbd>
      </button>
    </div>
  );
}
