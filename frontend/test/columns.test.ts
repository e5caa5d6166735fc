import assert from 'node:assert/strict';
import test from 'node:test';
import { columns, isRow } from '../graph/columns';
import { fold, type Shown } from '../graph/fold';
import type { Box, Point } from '../graph/geometry';
import { diamond, model, stage } from './graphs';

/** A few hundred stages, each after one or two of those before it; always the same. */
function drawn(count: number): Shown {
  let seed = 7;
  const random = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % below;
  };
  const order = Array.from({ length: count }, (_, i) => `s${i}`);
  const edges = order.slice(1).flatMap((to, i) => {
    const near = `s${Math.max(0, i - random(12))}`;
    const far = `s${random(i + 1)}`;
    return [...new Set([near, far])].map((from) => ({ id: `${from}-${to}`, from, to }));
  });
  return {
    stages: order.map((id) => ({ id })),
    folded: [],
    lanes: [],
    edges,
    order,
    standIn: new Map(),
  } as unknown as Shown;
}

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

const crosses = (a: Point, b: Point, box: Box) =>
  Math.min(a.x, b.x) < box.x + box.width &&
  Math.max(a.x, b.x) > box.x &&
  Math.min(a.y, b.y) < box.y + box.height &&
  Math.max(a.y, b.y) > box.y;

test('every stage has a place of its own, to the right of all it waits for', () => {
  const shown = drawn(300);
  const { boxes } = columns(shown, false);
  const all = [...boxes.values()];
  assert.equal(all.length, 300);
  all.forEach((box, i) => all.slice(i + 1).forEach((other) => assert.ok(!overlap(box, other))));
  shown.edges.forEach((edge) => assert.ok(boxes.get(edge.from)!.x < boxes.get(edge.to)!.x));
});

test('lines join their stages and pass around all others', () => {
  const shown = drawn(200);
  const { boxes, lines } = columns(shown, false);
  for (const edge of shown.edges) {
    const line = lines.get(edge.id)!;
    const [from, to] = [boxes.get(edge.from)!, boxes.get(edge.to)!];
    assert.deepEqual(line[0], { x: from.x + from.width, y: from.y + from.height / 2 });
    assert.deepEqual(line[line.length - 1], { x: to.x, y: to.y + to.height / 2 });
    for (let i = 1; i < line.length; i++) {
      assert.ok(line[i - 1].x === line[i].x || line[i - 1].y === line[i].y);
      for (const [id, box] of boxes) {
        assert.ok(!crosses(line[i - 1], line[i], box), `${edge.id} crosses ${id}`);
      }
    }
  }
});

test('a circle is drawn too', () => {
  const shown = drawn(3);
  shown.edges.push({ id: 'back', from: 's2', to: 's0' } as never);
  assert.equal(columns(shown, false).boxes.size, 3);
});

test('one after the other is a straight row, start included', () => {
  const shown = fold(model(stage('a'), stage('b', 'a'), stage('c', 'b')), new Set());
  assert.ok(isRow(shown, true));
  const { boxes, lines } = columns(shown, true);
  const middles = new Set([...boxes.values()].map((box) => box.y + box.height / 2));
  assert.equal(middles.size, 1);
  lines.forEach((line) => assert.equal(line.length, 2));
});

test('forks, joins, lanes and stages apart are no row', () => {
  assert.ok(!isRow(fold(diamond(), new Set()), true));
  assert.ok(!isRow(fold(model(stage('a'), stage('b')), new Set()), true));
  assert.ok(!isRow({ ...drawn(2), edges: [] }, false));
  const laned = model(stage('a'));
  laned.groups = [{ id: 'east', name: 'east', hint: '', icon: 'server', collapsed: false }];
  laned.stages[0].group = 'east';
  assert.ok(!isRow(fold(laned, new Set()), true));
});
