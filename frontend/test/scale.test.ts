import assert from 'node:assert/strict';
import test from 'node:test';
import { clock, place, span, ticks, took, worked, type Row, type Timeline } from '../run/scale';

const row = (...bars: Row['bars']): Row => ({ id: 'a', name: 'A', depth: 0, shape: 'ok', tone: 'ok', word: '', bars });
const timeline = (rows: Row[], endedAt: number | null = null): Timeline => ({ startedAt: 1000, endedAt, now: 0, endWord: '', rows });

test('a time reads as people say it', () => {
  assert.equal(clock(0), '0:00');
  assert.equal(clock(-5), '0:00');
  assert.equal(clock(65_000), '1:05');
  assert.equal(clock(3_725_000), '1:02:05');
  assert.equal(clock(90_000_000), '1 d 1 h');
});

test('a running timeline leaves room ahead of now', () => {
  assert.equal(span(timeline([]), 101_000), 125_000);
  assert.equal(span(timeline([], 101_000), 999_999), 104_000);
});

test('there are never more than seven ticks, at round distances from the start', () => {
  for (const length of [900, 8000, 61_000, 400_000, 7_300_000, 400_000_000, 9_000_000_000]) {
    const found = ticks(length);
    assert.ok(found.length >= 1 && found.length <= 7, `${length}: ${found.length}`);
    assert.equal(found[0], 0);
  }
});

test('a bar that goes on reaches now and a short one can be seen', () => {
  assert.deepEqual(place({ from: 1000, to: null, kind: 'work' }, 1000, 100, 1050), { left: 0, width: 50 });
  assert.equal(place({ from: 1000, to: 1000, kind: 'work' }, 1000, 1_000_000, 0).width, 0.3);
});

test('a row took from its first to its last moment', () => {
  assert.equal(took(row(), 5), null);
  assert.equal(took(row({ from: 10, to: 20, kind: 'work' }, { from: 20, to: null, kind: 'wait' }), 50), 40);
});

test('waiting counts only where nobody works', () => {
  const t = timeline([row({ from: 0, to: 100, kind: 'work' }), row({ from: 50, to: 150, kind: 'wait' })]);
  assert.deepEqual(worked(t, 0), { work: 100, wait: 50 });
});
