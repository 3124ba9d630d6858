import { expect, test } from 'vitest';
import { server } from '../world/frames.fixture';
import { Record } from './record';

const component = { kind: 'server' as const, id: 'web-1', view: { ...server('web-1', 'r', 0), cpu: 0.5 } };

test('history goes on with a point each second', () => {
  const record = new Record({ component: 'web-1', timesMs: [1000, 2000], series: { cpu: [0.1, 0.2] }, log: [] });
  expect([record.add(2900, component), record.add(3100, component), record.add(3900, component)]).toEqual([false, true, false]);
  expect([record.times, record.line('cpu')]).toEqual([[1, 2, 3], [0.1, 0.2, 0.5]]);
});

test('a series the history did not have starts with gaps', () => {
  const record = new Record({ component: 'web-1', timesMs: [1000], series: { cpu: [0.1], odd: [7] }, log: [] });
  record.add(2000, component);
  expect([record.line('queue'), record.line('odd'), record.line('none')]).toEqual([[null, 0], [7, null], []]);
});
