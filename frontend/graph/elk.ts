import type { ELK } from 'elkjs/lib/elk-api';
import { columns, isRow, MANY } from './columns';
import type { Shown } from './fold';
import { fallback, fromElk, toElk, type Layout } from './layout';

let engine: Promise<ELK> | undefined;

/** ELK is large, so it comes when it is first needed and once. */
function loadEngine(): Promise<ELK> {
  engine ??= import('elkjs/lib/elk.bundled.js').then((module) => new module.default());
  return engine;
}

/** The layout of what needs no ELK, at once: a row, and what is so large that ELK would take seconds. */
export function quick(shown: Shown, start: boolean): Layout | undefined {
  const large = shown.stages.length > MANY && shown.lanes.length === 0;
  return large || isRow(shown, start) ? columns(shown, start) : undefined;
}

/** Lays out what is shown; never fails: a graph ELK refuses is drawn as a row. */
export async function layOut(shown: Shown, start: boolean): Promise<Layout> {
  try {
    const elk = await loadEngine();
    return fromElk(await elk.layout(toElk(shown, start)), shown);
  } catch (error) {
    console.warn('Laying out the pipeline failed; it is drawn as a row.', error);
    return fallback(shown, start);
  }
}
