import assert from 'node:assert/strict';
import test from 'node:test';
import { fold, foldedId } from '../graph/fold';
import { dropAt } from '../graph/hit';
import { fallback, fromElk, layoutKey, toElk } from '../graph/layout';
import { edgeId, edgesOf, START } from '../graph/model';
import { distanceToLine, plusPoint, roundedPath } from '../graph/route';
import { anchored, detail, fit, opening, revealing } from '../graph/viewport';
import { diamond, mark, model, stage } from './graphs';

const grouped = () => {
  const shape = diamond();
  shape.groups = [{ id: 'east', name: 'east', hint: '', icon: 'server', collapsed: false }];
  shape.stages[1].group = 'east';
  shape.stages[2].group = 'east';
  shape.stages[1].run = mark('RUNNING');
  shape.stages[2].run = mark('FAILED');
  return shape;
};

test('rounds corners by eight and by less where there is no room', () => {
  assert.equal(roundedPath([{ x: 0, y: 0 }, { x: 50, y: 0 }, { x: 50, y: 40 }]), 'M0 0L42 0Q50 0 50 8L50 40');
  assert.equal(roundedPath([{ x: 0, y: 0 }, { x: 6, y: 0 }, { x: 6, y: 40 }]), 'M0 0L3 0Q6 0 6 3L6 40');
  assert.equal(roundedPath([{ x: 0, y: 0 }, { x: 5, y: 0 }, { x: 9, y: 0 }]), 'M0 0L9 0');
  assert.equal(roundedPath([{ x: 1, y: 1 }]), '');
});

test('puts the plus on the stretch that is this edge alone', () => {
  const line = [{ x: 0, y: 0 }, { x: 20, y: 0 }, { x: 20, y: 100 }, { x: 60, y: 100 }];
  assert.deepEqual(plusPoint(line, true, false), { x: 40, y: 100 });
  assert.deepEqual(plusPoint(line, false, true), { x: 10, y: 0 });
  assert.deepEqual(plusPoint(line, true, true), { x: 20, y: 50 });
  assert.equal(distanceToLine({ x: 30, y: 50 }, line), 10);
});

test('draws removed edges of a comparison and marks added ones', () => {
  const shape = diamond();
  shape.edgeMarks = [{ from: 'a', to: 'd', change: 'REMOVED' }, { from: 'a', to: 'b', change: 'ADDED' }];
  const edges = new Map(edgesOf(shape).map((edge) => [edge.id, edge.change]));
  assert.equal(edges.get(edgeId('a', 'd')), 'REMOVED');
  assert.equal(edges.get(edgeId('a', 'b')), 'ADDED');
  assert.equal(edges.get(edgeId('a', 'c')), 'NONE');
  assert.equal(edges.size, 6);
});

test('folds a group to one box with its worst status and no inner lines', () => {
  const shown = fold(grouped(), new Set(['east']));
  assert.deepEqual(shown.stages.map((s) => s.id), ['a', 'd']);
  assert.equal(shown.folded[0].status, 'FAILED');
  assert.deepEqual(
    shown.edges.map((edge) => [edge.from, edge.to]),
    [[START, 'a'], ['a', foldedId('east')], [foldedId('east'), 'd']],
  );
  assert.equal(shown.lanes.length, 0);
});

test('asks for a new layout only when the structure changes', () => {
  const before = layoutKey(fold(grouped(), new Set()), true);
  const other = grouped();
  other.stages[0].name = 'renamed';
  other.stages[1].run = mark('SUCCEEDED');
  assert.equal(layoutKey(fold(other, new Set()), true), before);
  other.stages[3].after = ['b'];
  assert.ok(layoutKey(fold(other, new Set()), true) !== before);
});

test('gives ELK lanes as boxes and reads places and lines back', () => {
  const shown = fold(grouped(), new Set());
  const question = toElk(shown, true);
  assert.deepEqual(question.children!.map((child) => child.children?.length ?? 0), [0, 0, 2, 0]);
  const answer = {
    id: 'root',
    children: [{ id: 'a', x: 5, y: 6, width: 200, height: 56 }],
    edges: [{ id: 'e', sources: [], targets: [], sections: [{ id: 's', startPoint: { x: 0, y: 1 }, bendPoints: [{ x: 2, y: 1 }], endPoint: { x: 2, y: 9 } }] }],
  };
  const layout = fromElk(answer, shown);
  assert.deepEqual(layout.boxes.get('a'), { x: 5, y: 6, width: 200, height: 56 });
  assert.deepEqual(layout.lines.get('e'), [{ x: 0, y: 1 }, { x: 2, y: 1 }, { x: 2, y: 9 }]);
});

test('a dropped stage lands beside a stage or inside a line, never on its own', () => {
  const shape = model(stage('a'), stage('b', 'a'), stage('c', 'b'), stage('x'));
  const shown = fold(shape, new Set());
  const layout = fallback(shown, false);
  const b = layout.boxes.get('b')!;
  assert.deepEqual(dropAt({ x: b.x + 10, y: 0 }, 'x', layout, shown.edges), { kind: 'parallel', stage: 'b' });
  const between = dropAt({ x: b.x - 20, y: 5 }, 'x', layout, shown.edges);
  assert.equal(between?.kind === 'insert' && between.edge.id, edgeId('a', 'b'));
  assert.equal(dropAt({ x: b.x - 20, y: 5 }, 'b', layout, shown.edges), undefined);
  assert.equal(dropAt({ x: b.x - 20, y: 200 }, 'x', layout, shown.edges), undefined);
});

test('opens with everything where it can be read, else at the start or at what the address names', () => {
  const size = { width: 1000, height: 600 };
  assert.equal(opening({ x: 0, y: 0, width: 800, height: 100 }, size, undefined).zoom, 1);
  const wide = { x: 0, y: 0, width: 5000, height: 100 };
  assert.deepEqual(opening(wide, size, undefined), { zoom: 1, x: 32, y: 250 });
  assert.equal(opening(wide, size, { x: 4000, y: 0, width: 200, height: 56 }).x, 500 - 4100);
  assert.equal(Math.round(fit(wide, size).zoom * 100), 19);
});

test('keeps what one looks at in place and reveals by the smallest move', () => {
  const view = { x: 10, y: 20, zoom: 0.5 };
  const box = (x: number) => ({ x, y: 0, width: 200, height: 56 });
  assert.deepEqual(anchored(view, box(100), box(300)), { x: -90, y: 20, zoom: 0.5 });
  const size = { width: 400, height: 300 };
  assert.equal(revealing({ x: 0, y: 100, zoom: 1 }, size, box(60)), undefined);
  assert.deepEqual(revealing({ x: 0, y: 100, zoom: 1 }, size, box(500)), { x: -348, y: 100, zoom: 1 });
});

test('shows less as one goes further away', () => {
  assert.deepEqual([0.2, 0.5, 1].map(detail), ['icon', 'title', 'full']);
});
