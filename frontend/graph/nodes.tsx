import { Handle, Position, type Node, type NodeProps } from '@xyflow/react';
import { memo } from 'react';
import type { Folded } from './fold';
import { FOLDED } from './geometry';
import { useGraph, useNow, useView } from './hooks';
import { Icon, Shape } from './icons';
import type { EditMark, Group, Stage, Start } from './model';
import { count, elapsedOf, look } from './status';

export type StageFlowNode = Node<{ stage: Stage; editable: boolean; leaf: boolean }, 'stage'>;
export type StartFlowNode = Node<{ start: Start }, 'start'>;
export type LaneFlowNode = Node<{ group: Group; size: number }, 'lane'>;
export type FoldedFlowNode = Node<{ folded: Folded }, 'folded'>;
export type GraphFlowNode = StageFlowNode | StartFlowNode | LaneFlowNode | FoldedFlowNode;

const Ends = ({ connectable }: { connectable: boolean }) => (
  <>
    <Handle type="target" position={Position.Left} isConnectable={connectable} isConnectableStart={false} tabIndex={-1} />
    <Handle type="source" position={Position.Right} isConnectable={connectable} tabIndex={-1} />
  </>
);

export const StageNode = memo(function StageNode({ data, selected }: NodeProps<StageFlowNode>) {
  const { stage, editable, leaf } = data;
  const hint = useView((view) => (view.drop?.kind === 'parallel' && view.drop.stage === stage.id ? 'beside' : ''));
  const run = stage.run;
  const state = run ? `s-${run.status.toLowerCase().replace('_', '-')}` : '';
  const change = stage.edit?.change ?? 'NONE';
  return (
    <div
      className={`pg-node ${state} ${change === 'NONE' ? '' : `c-${change.toLowerCase()}`} ${selected ? 'sel' : ''} ${hint}`}
      data-stage={stage.id}
    >
      {run ? <RunTile stage={stage} /> : <span className="pg-tile"><Icon name={stage.icon} /></span>}
      <span className="pg-text">
        <span className="pg-name">
          <b title={stage.name}>{stage.name}</b>
          {stage.note && <span className="pg-note" title={stage.note}><Icon name="sticky-note" className="i12" /></span>}
          {stage.edit?.edited && change === 'NONE' && <i className="pg-edited" title="Changed in this draft" />}
        </span>
        {run ? <RunLine stage={stage} /> : <span className="pg-head" title={stage.headline.replaceAll('`', '')}><Coded text={stage.headline} /></span>}
      </span>
      {run?.progress != null && run.status === 'RUNNING' && (
        <span className="pg-bar"><i style={{ width: `${Math.round(run.progress * 100)}%` }} /></span>
      )}
      {run?.firstCause && <span className="pg-above fail">First cause</span>}
      {stage.edit && <Marks edit={stage.edit} />}
      {hint && <span className="pg-below run">Drop to run in parallel</span>}
      <Ends connectable={editable} />
      {editable && leaf && <LeafPlus after={stage.id} />}
    </div>
  );
});

/** Text whose `backticked` parts are code. */
function Coded({ text }: { text: string }) {
  return <>{text.split('`').map((part, i) => (i % 2 === 1 ? <code key={i}>{part}</code> : part))}</>;
}

function RunTile({ stage }: { stage: Stage }) {
  const { shape, tone } = look(stage.run!.status);
  return (
    <span className={`pg-tile t-${tone}`}>
      <Shape name={shape} className={`sh-l ${tone}`} />
    </span>
  );
}

function RunLine({ stage }: { stage: Stage }) {
  const run = stage.run!;
  const now = useNow(run.startedAt != null && run.endedAt == null);
  const took = elapsedOf(stage, now);
  const word = run.word || look(run.status).word;
  return (
    <span className="pg-head">
      <span className="pg-word" title={word}>{word}</span>
      {took && <span className="pg-took">{took}</span>}
    </span>
  );
}

/** Problems by count, worst colour and shape; changes of a comparison in words. */
function Marks({ edit }: { edit: EditMark }) {
  const bad = edit.errors > 0;
  const problems = edit.errors + edit.warnings;
  const tone = edit.change === 'ADDED' ? 'ok' : edit.change === 'REMOVED' ? 'fail' : 'edit';
  return (
    <>
      {problems > 0 && (
        <span className={`pg-mark ${bad ? 'fail' : 'wait'}`} title={count(problems, 'problem')}>
          <Icon name={bad ? 'circle-alert' : 'triangle-alert'} className="i12" />
          {problems}
        </span>
      )}
      {edit.change !== 'NONE' && edit.changeText && (
        <span className={`${edit.change === 'CHANGED' ? 'pg-above' : 'pg-below'} ${tone}`} title={edit.changeText}>
          {edit.changeText}
        </span>
      )}
    </>
  );
}

function LeafPlus({ after }: { after: string }) {
  const { send } = useGraph();
  return (
    <button
      type="button"
      className="pg-plus pg-leaf nodrag"
      tabIndex={-1}
      title="Add a stage after (a)"
      onClick={(event) => {
        event.stopPropagation();
        send({ type: 'palette', after, before: null, parallelTo: null, branch: false, at: { x: event.clientX, y: event.clientY } });
      }}
    >
      <Icon name="plus" className="i12" />
    </button>
  );
}

export const StartNode = memo(function StartNode({ data }: NodeProps<StartFlowNode>) {
  return (
    <div className="pg-start" title={data.start.title}>
      <Icon name={data.start.icon} />
      {data.start.count > 0 && <i>{data.start.count}</i>}
      <Handle type="source" position={Position.Right} isConnectable={false} tabIndex={-1} />
    </div>
  );
});

export const LaneNode = memo(function LaneNode({ data }: NodeProps<LaneFlowNode>) {
  const { store } = useGraph();
  return (
    <div className="pg-lane">
      <div className="pg-lane-head">
        <Icon name={data.group.icon || 'server'} className="i12" />
        <span>{data.group.name}</span>
        <i>{data.group.hint}</i>
        <button
          type="button"
          className="pg-fold nodrag"
          tabIndex={-1}
          title={`Collapse ${data.group.name} (z)`}
          onClick={() => store.toggleCollapsed(data.group.id)}
        >
          <Icon name="chevrons-down-up" className="i12" />
        </button>
      </div>
    </div>
  );
});

export const FoldedNode = memo(function FoldedNode({ data, selected }: NodeProps<FoldedFlowNode>) {
  const { store } = useGraph();
  const { folded } = data;
  const problems = folded.errors + folded.warnings;
  const fits = folded.members.length > FOLDED.rows ? FOLDED.rows - 1 : folded.members.length;
  return (
    <div className={`pg-folded ${selected ? 'sel' : ''} ${folded.status ? `s-${folded.status.toLowerCase()}` : ''}`}>
      <div className="pg-lane-head">
        <Icon name={folded.group.icon || 'server'} className="i12" />
        <span>{folded.group.name}</span>
        <button
          type="button"
          className="pg-fold nodrag"
          tabIndex={-1}
          title={`Expand ${folded.group.name} (z)`}
          onClick={() => store.toggleCollapsed(folded.group.id)}
        >
          <Icon name="chevrons-up-down" className="i12" />
        </button>
      </div>
      {folded.members.slice(0, fits).map((stage) => (
        <div key={stage.id} className="pg-member">
          {stage.run ? <Shape name={look(stage.run.status).shape} className={look(stage.run.status).tone} /> : <Icon name={stage.icon} className="i12" />}
          <span className="trunc">{stage.name}</span>
        </div>
      ))}
      {fits < folded.members.length && <div className="pg-member ink3">and {folded.members.length - fits} more</div>}
      {problems > 0 && (
        <span className={`pg-mark ${folded.errors > 0 ? 'fail' : 'wait'}`}>
          <Icon name={folded.errors > 0 ? 'circle-alert' : 'triangle-alert'} className="i12" />
          {problems}
        </span>
      )}
      <Ends connectable={false} />
    </div>
  );
});
