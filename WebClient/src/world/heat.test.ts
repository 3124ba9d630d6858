import { expect, test } from 'vitest';
import type { TraceView } from '../wire';
import { Heat, rowEndsMs } from './heat';

const trace = (startMs: number, totalMs: number, outcome: TraceView['outcome'], count: number): TraceView =>
  ({ startMs, totalMs, outcome, count }) as TraceView;

test('requests are counted where they ended, by how long they took', () => {
  const heat = new Heat();
  heat.take([trace(4990, 15, 'ok', 3), trace(1000, 5, 'late', 1), trace(1000, 9000, 'ok', 2), trace(0, 40, 'timeout', 4)]);
  expect(heat.columns.map(({ fromMs }) => fromMs)).toEqual([0, 5000, 10_000]);
  const [first, second, third] = heat.columns;
  expect([first?.answered[0], first?.failed]).toEqual([1, 4]);
  expect(second?.answered[1]).toBe(3);
  expect(third?.answered[rowEndsMs.length - 1]).toBe(2);
});

test('only the latest ten minutes are kept', () => {
  const heat = new Heat();
  for (let at = 0; at < 200; at++) heat.take([trace(at * 5000, 1, 'ok', 1)]);
  expect([heat.columns.length, heat.columns[0]?.fromMs]).toEqual([120, 400_000]);
});
