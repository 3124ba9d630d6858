import { expect, test } from 'vitest';
import type { EventView, RunView } from '../wire';
import { lowest, marksOf, pathOf } from './curve';

const frame = { left: 0, right: 100, top: 0, bottom: 50, untilMs: 10_000 };
const run: RunView = { total: 0, stepMs: 5000, levels: [1, 0.5], lost: [0, 3], moves: [] };
const move = (timeMs: number): EventView => ({
  timeMs, kind: 'command', code: 'x', component: null, player: 'Ada', command: 'c', text: { code: 'x', args: [] },
  undo: null, undoes: null, beside: null,
});

test('the curve goes through every point at its time', () => {
  expect(pathOf(run, frame)).toBe('M50.0 0.0L100.0 25.0');
  expect(pathOf({ ...run, levels: [] }, frame)).toBe('');
});

test('marks that are close together stand in rows of their own', () => {
  const marks = marksOf([move(1000), move(1200), move(5000)], frame, 10, 3);
  expect(marks.map(({ number, row }) => [number, row])).toEqual([[1, 0], [2, 1], [3, 0]]);
});

test('the worst moment is found', () => {
  expect(lowest(run)).toEqual({ level: 0.5, timeMs: 10_000 });
});
