import assert from 'node:assert/strict';
import test from 'node:test';
import { changesInWords } from '../graph/announce';
import { intentOf } from '../graph/keys';
import { describe, elapsed, elapsedOf, look, worst } from '../graph/status';
import { Store } from '../graph/store';
import { diamond, mark, model, stage } from './graphs';

const press = (key: string, more = {}) => ({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...more });

test('reads times as people write them', () => {
  assert.deepEqual([0, 14_400, 566_000, 3_725_000, 183_600_000].map(elapsed), ['0:00', '0:14', '9:26', '1:02:05', '2 d 3 h']);
});

test('counts from the start until the end, and nothing before', () => {
  const running = { ...stage('a'), run: mark('RUNNING', { startedAt: '2026-01-01T00:00:00Z' }) };
  assert.equal(elapsedOf(running, Date.parse('2026-01-01T00:01:05Z')), '1:05');
  const ended = { ...running, run: { ...running.run, endedAt: '2026-01-01T00:00:30Z' } };
  assert.equal(elapsedOf(ended, Date.parse('2026-01-02T00:00:00Z')), '0:30');
  assert.equal(elapsedOf({ ...stage('b'), run: mark('TODO') }, 5), '');
});

test('shows the worst of a group', () => {
  assert.equal(worst(['SUCCEEDED', 'RUNNING', 'FAILED']), 'FAILED');
  assert.equal(worst(['SUCCEEDED', 'NEEDS_YOU', 'RUNNING']), 'NEEDS_YOU');
  assert.equal(worst(['SUCCEEDED', 'SKIPPED']), 'SKIPPED');
});

test('every status has a shape of its own', () => {
  const statuses = ['TODO', 'RUNNING', 'SUCCEEDED', 'NEEDS_YOU', 'HELD', 'FAILED', 'STOPPED', 'SKIPPED', 'NOT_REACHED'] as const;
  assert.equal(new Set(statuses.map((status) => look(status).shape)).size, statuses.length);
});

test('describes a stage in one sentence', () => {
  const described = { ...stage('d', 'b', 'c'), edit: { errors: 1, warnings: 2, edited: true, change: 'NONE' as const, changeText: '' } };
  assert.equal(describe(described, (id) => id.toUpperCase()), 'Stage d, Wait, after B and C, 1 error, 2 warnings, edited');
});

test('says what changed in a run and nothing else', () => {
  const before = [{ ...stage('a'), run: mark('RUNNING') }, { ...stage('b', 'a'), run: mark('TODO') }];
  const after = [{ ...stage('a'), run: mark('SUCCEEDED') }, { ...stage('b', 'a'), run: mark('NEEDS_YOU') }];
  assert.equal(changesInWords(before, after), 'Stage a succeeded. Stage b waiting for you.');
  assert.equal(changesInWords(before, before), '');
});

test('knows what keys mean and leaves the others alone', () => {
  assert.equal(intentOf(press('a')), 'addAfter');
  assert.equal(intentOf(press('Delete')), 'remove');
  assert.equal(intentOf(press('z', { ctrlKey: true })), 'undo');
  assert.equal(intentOf(press('Z', { ctrlKey: true, shiftKey: true })), 'redo');
  assert.equal(intentOf(press('y', { metaKey: true })), 'redo');
  assert.equal(intentOf(press('F8', { shiftKey: true })), 'previousProblem');
  assert.equal(intentOf(press('?', { shiftKey: true })), 'help');
  assert.equal(intentOf(press('r', { ctrlKey: true })), undefined);
  assert.equal(intentOf(press('ArrowLeft', { altKey: true })), undefined);
});

test('keeps selection and unchanged stages over a new model, and forgets what is gone', () => {
  const store = new Store();
  store.show(diamond(), 0);
  store.select(['b', 'd']);
  const [, b] = store.get().model.stages;
  const next = model(stage('a'), stage('b', 'a'), { ...stage('c', 'a'), name: 'renamed' });
  store.show(next, 0);
  assert.deepEqual([...store.get().selected], ['b']);
  assert.ok(store.get().model.stages[1] === b, 'an unchanged stage keeps its identity');
  assert.equal(store.get().active, undefined);
});

test('remembers what people folded and takes the first wish of the server', () => {
  const store = new Store();
  const grouped = (collapsed: boolean) => ({
    ...diamond(),
    groups: [{ id: 'east', name: 'east', hint: '', icon: 'server', collapsed }],
  });
  store.show(grouped(true), 0);
  assert.deepEqual([...store.get().collapsed], ['east']);
  store.toggleCollapsed('east');
  store.show(grouped(true), 0);
  assert.deepEqual([...store.get().collapsed], []);
});
