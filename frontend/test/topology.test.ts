import assert from 'node:assert/strict';
import test from 'node:test';
import type { Box } from '../graph/geometry';
import { START } from '../graph/model';
import { outline, Topology, walk } from '../graph/topology';
import { diamond, model, stage } from './graphs';

const at = (x: number, y: number): Box => ({ x, y, width: 200, height: 56 });
const places = new Map([
  ['a', at(0, 100)],
  ['b', at(300, 50)],
  ['c', at(300, 150)],
  ['d', at(600, 100)],
]);

test('joins the start to every root and ignores names that lead nowhere', () => {
  const topology = Topology.of(model(stage('a', 'ghost'), stage('b'), stage('c', 'a', 'c')));
  assert.deepEqual(topology.successors(START), ['a', 'b']);
  assert.deepEqual(topology.predecessors('c'), ['a']);
});

test('walks along the edges to the left and right', () => {
  const topology = Topology.of(diamond());
  assert.equal(walk(topology, places, 'a', 'right'), 'b');
  assert.equal(walk(topology, places, 'c', 'right'), 'd');
  assert.equal(walk(topology, places, 'd', 'left'), 'b');
  assert.equal(walk(topology, places, 'd', 'right'), undefined);
});

test('walks between branches up and down and stops at the rim', () => {
  const topology = Topology.of(diamond());
  assert.equal(walk(topology, places, 'b', 'down'), 'c');
  assert.equal(walk(topology, places, 'c', 'up'), 'b');
  assert.equal(walk(topology, places, 'b', 'up'), undefined);
});

test('goes to whatever is below where no branch is', () => {
  const topology = Topology.of(model(stage('a'), stage('b'), stage('c', 'a')));
  const boxes = new Map([['a', at(0, 0)], ['b', at(0, 300)], ['c', at(300, 0)]]);
  assert.equal(walk(topology, boxes, 'c', 'down'), 'b');
});

test('names the way that would close a circle', () => {
  const topology = Topology.of(diamond());
  assert.deepEqual(topology.circle('d', 'a'), ['a', 'b', 'd']);
  assert.deepEqual(topology.circle('a', 'a'), ['a']);
  assert.equal(topology.circle('a', 'd'), undefined);
});

test('knows everything downstream, also on a circle', () => {
  assert.deepEqual([...Topology.of(diamond()).downstream('a')].sort(), ['b', 'c', 'd']);
  const circle = Topology.of(model(stage('a', 'b'), stage('b', 'a')));
  assert.deepEqual([...circle.downstream('a')], ['b']);
});

test('outlines a fork one deeper and its join back again', () => {
  assert.deepEqual(
    outline(Topology.of(diamond())).map((line) => `${line.id}${line.depth}`),
    ['a0', 'b1', 'c1', 'd0'],
  );
});

test('keeps the stages of a branch together', () => {
  const topology = Topology.of(model(stage('a'), stage('b', 'a'), stage('c', 'a'), stage('b2', 'b'), stage('c2', 'c')));
  assert.deepEqual(outline(topology).map((line) => line.id), ['a', 'b', 'b2', 'c', 'c2']);
});

test('outlines every stage once even on circles', () => {
  const topology = Topology.of(model(stage('x'), stage('a', 'b'), stage('b', 'a'), stage('c', 'b')));
  assert.deepEqual(outline(topology).map((line) => line.id).sort(), ['a', 'b', 'c', 'x']);
});
