import type { ELK } from 'elkjs/lib/elk-api';
import { columns, MANY } from './columns';
import type { Shown } from './fold';
import { fallback, fromElk, toElk, type Layout } from './layout';

let engine: Promise<ELK> | undefined;

/** ELK is large, so it comes after the first paint and once. */
export function loadEngine(): Promise<ELK> {
  engine ??= import('elkjs/lib/elk.bundled.js').then((module) => new module.default());
  return engine;
}

/** Lays out what is shown; never fails: a graph ELK refuses is drawn as a row. */
export async function layOut(shown: Shown, start: boolean): Promise<Layout> {
  if (shown.stages.length > MANY && shown.lanes.length === 0) {
    return columns(shown, start);
  }
  try {
    const elk = await loadEngine();
    return fromElk(await elk.layout(toElk(shown, start)), shown);
  } catch (error) {
    console.warn('Laying out the pipeline failed; it is drawn as a row.', error);
    return fallback(shown, start);
  }
}
