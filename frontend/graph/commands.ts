import type { Point } from './geometry';

/** What a person asks for; the server decides and answers with a new model. */
export type Command =
  | { type: 'select'; ids: string[] }
  | { type: 'selectEdge'; from: string; to: string }
  | { type: 'edit'; id: string }
  | { type: 'palette'; after: string | null; before: string | null; parallelTo: string | null; branch: boolean; at: Point | null }
  | { type: 'connect'; from: string; to: string }
  | { type: 'disconnect'; from: string; to: string }
  | { type: 'remove'; ids: string[] }
  | { type: 'duplicate'; ids: string[] }
  | { type: 'insert'; id: string; from: string | null; to: string }
  | { type: 'beside'; id: string; other: string }
  | { type: 'copy'; ids: string[]; cut: boolean }
  | { type: 'paste'; text: string; after: string | null }
  | { type: 'undo' }
  | { type: 'redo' }
  | { type: 'save' }
  | { type: 'problem'; back: boolean }
  | { type: 'leave' }
  | { type: 'act'; id: string; action: string };

export type Send = (command: Command) => void;
