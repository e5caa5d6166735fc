/** What the keyboard says on the canvas and in its list twin. */
export type Intent =
  | 'left' | 'right' | 'up' | 'down' | 'first' | 'last'
  | 'edit' | 'leave' | 'addAfter' | 'addParallel' | 'remove' | 'clone' | 'copy' | 'cut' | 'paste'
  | 'palette' | 'help' | 'nextProblem' | 'previousProblem' | 'undo' | 'redo' | 'save' | 'all'
  | 'find' | 'fit' | 'zoomIn' | 'zoomOut' | 'fold';

export type Press = { key: string; ctrlKey: boolean; metaKey: boolean; shiftKey: boolean; altKey: boolean };

const PLAIN: Record<string, Intent> = {
  ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down', Home: 'first', End: 'last',
  Enter: 'edit', Escape: 'leave', a: 'addAfter', p: 'addParallel', Delete: 'remove', Backspace: 'remove',
  '/': 'palette', '?': 'help', F8: 'nextProblem', f: 'fit', '0': 'fit', '+': 'zoomIn', '=': 'zoomIn', '-': 'zoomOut', z: 'fold',
};

const WITH_CTRL: Record<string, Intent> = {
  d: 'clone', c: 'copy', x: 'cut', v: 'paste', z: 'undo', y: 'redo', s: 'save', a: 'all', f: 'find',
};

/** Changing the definition: refused where it is only looked at. */
export const EDITS: ReadonlySet<Intent> = new Set<Intent>([
  'addAfter', 'addParallel', 'remove', 'clone', 'cut', 'paste', 'palette', 'undo', 'redo', 'save',
]);

/** What a key also means while nothing on the page has the keyboard. */
export const ANYWHERE: ReadonlySet<Intent> = new Set<Intent>(['palette', 'help', 'find', 'undo', 'redo']);

/** What a key press means; undefined where it is not ours. */
export function intentOf(press: Press): Intent | undefined {
  if (press.altKey) {
    return undefined;
  }
  const key = press.key.length === 1 ? press.key.toLowerCase() : press.key;
  if (press.ctrlKey || press.metaKey) {
    if (press.shiftKey) {
      return key === 'z' ? 'redo' : undefined;
    }
    return WITH_CTRL[key];
  }
  if (press.shiftKey) {
    return key === '?' ? 'help' : key === 'F8' ? 'previousProblem' : key === '+' ? 'zoomIn' : undefined;
  }
  return PLAIN[key];
}

export type KeyHelp = { keys: string[]; does: string; edits: boolean };

/** The list `?` shows. */
export const HELP: KeyHelp[] = [
  { keys: ['←', '→', '↑', '↓'], does: 'Walk the graph', edits: false },
  { keys: ['Enter'], does: 'Open the stage', edits: false },
  { keys: ['a'], does: 'Add a stage after', edits: true },
  { keys: ['p'], does: 'Add a stage in parallel', edits: true },
  { keys: ['/'], does: 'Open the palette', edits: true },
  { keys: ['Del'], does: 'Remove and close the gap; on a line, disconnect', edits: true },
  { keys: ['Ctrl D'], does: 'Duplicate', edits: true },
  { keys: ['Ctrl C', 'Ctrl X', 'Ctrl V'], does: 'Copy, cut, paste, also across pipelines', edits: true },
  { keys: ['Ctrl Z', 'Ctrl Y'], does: 'Undo, redo', edits: true },
  { keys: ['Ctrl S'], does: 'Save', edits: true },
  { keys: ['F8', 'Shift F8'], does: 'Next, previous problem', edits: true },
  { keys: ['Ctrl F'], does: 'Find a stage', edits: false },
  { keys: ['z'], does: 'Collapse or expand the group', edits: false },
  { keys: ['f', '+', '−'], does: 'Fit, zoom in, zoom out', edits: false },
  { keys: ['Shift drag', 'Ctrl click'], does: 'Select several', edits: false },
  { keys: ['Drag a stage'], does: 'Onto a line inserts it there, onto a stage puts it beside', edits: true },
  { keys: ['?'], does: 'This list', edits: false },
];
