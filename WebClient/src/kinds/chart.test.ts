import { expect, test } from 'vitest';
import { latencyOf, mostOf, targetsOf } from './chart';

const browse = { id: 'browse', title: 'Browse', targetMs: 250 };
const search = { id: 'search', title: 'Search', targetMs: 500 };
const buy = { id: 'buy', title: 'Buy', targetMs: 500 };

test('a latency chart says what was promised, one line for classes of the same target, the strictest first', () => {
  const targets = targetsOf([search, browse, buy]);
  expect(targets.map(({ value, promised }) => [value, promised])).toEqual([[250, true], [500, true]]);
  expect(targets[1]?.label).toContain('Search, Buy');
  expect(latencyOf([browse]).thresholds).toEqual(targetsOf([browse]));
});

test('what has no limit has no line for it', () => {
  expect(mostOf(0)).toEqual([]);
  expect(mostOf(100).map(({ value }) => value)).toEqual([100]);
});
