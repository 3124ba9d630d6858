import { expect, test } from 'vitest';
import { fillOf } from './fill';

test('ten messages show and ten thousand leave room for more', () => {
  const fills = [0, 10, 100, 10_000, 100_000].map((waiting) => fillOf(waiting, 100_000));
  expect(fills.map((fill) => fill.toFixed(1))).toEqual(['0.0', '0.2', '0.4', '0.8', '1.0']);
});

test('more than the limit is full, and without a limit there is nothing to fill', () => {
  expect([fillOf(20, 10), fillOf(20, 0)]).toEqual([1, 0]);
});
