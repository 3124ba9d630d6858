import { expect, test } from 'vitest';
import { streamOf } from './flow';

test('few requests are no stream, ten times as many are a wider one, and it does not grow without end', () => {
  const widths = [5, 30, 300, 3000, 300_000].map((perSecond) => streamOf({ perSecond, failing: 0 }).width);
  expect(widths[0]).toBe(0);
  expect(widths).toEqual([...widths].sort((a, b) => a - b));
  expect(widths[4]).toBe(widths[3]);
});

test('what fails shows as its share, and however little it is it shows', () => {
  expect([0, 2, 100, 200].map((failing) => streamOf({ perSecond: 200, failing }).bad)).toEqual([0, 1, 4, 8]);
});
