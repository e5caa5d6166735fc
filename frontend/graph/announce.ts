import type { Stage } from './model';
import { look } from './status';

/** What changed in a run, in words: "Deploy to east succeeded. Judgment waiting for you." */
export function changesInWords(before: Stage[], after: Stage[], most = 4): string {
  const old = new Map(before.map((stage) => [stage.id, stage.run?.status]));
  const changed = after.filter((stage) => stage.run && old.has(stage.id) && old.get(stage.id) !== stage.run.status);
  const said = changed.slice(0, most).map((stage) => `${stage.name} ${spoken(stage)}.`);
  if (changed.length > most) {
    said.push(`${changed.length - most} more stages changed.`);
  }
  return said.join(' ');
}

function spoken(stage: Stage): string {
  const word = look(stage.run!.status).word;
  return word.charAt(0).toLowerCase() + word.slice(1);
}
