import { useEffect, useRef } from 'react';
import { useGraph, useView } from './hooks';
import { Icon } from './icons';
import { HELP } from './keys';

/** All keys, by `?`. */
export function KeysDialog() {
  const { store } = useGraph();
  const open = useView((view) => view.keysOpen);
  const edits = useView((view) => view.model.mode === 'EDIT');
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) {
      dialog.current?.showModal();
    } else {
      dialog.current?.close();
    }
  }, [open]);
  const close = () => store.set({ keysOpen: false });
  return (
    <dialog ref={dialog} className="pg-keys" aria-label="Keys of the graph" onClose={close} onKeyDown={(e) => e.stopPropagation()}>
      <header>
        <h2>Keys</h2>
        <button type="button" aria-label="Close" onClick={close}>
          <Icon name="x" className="i14" />
        </button>
      </header>
      <dl>
        {HELP.filter((line) => edits || !line.edits).map((line) => (
          <div key={line.does}>
            <dt>{line.keys.map((key) => <kbd key={key}>{key}</kbd>)}</dt>
            <dd>{line.does}</dd>
          </div>
        ))}
      </dl>
      <footer className="xs ink3">Drawn with React Flow, laid out by ELK</footer>
    </dialog>
  );
}
