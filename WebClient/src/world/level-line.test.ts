import { expect, test } from 'vitest';
import { LevelLine } from './level-line';

test('a point is taken once a second', () => {
  const line = new LevelLine();
  for (const time of [0, 250, 1000, 1750, 2000]) line.add(time, 1);
  expect(line.times).toEqual([0, 1000, 2000]);
});

test('a past told by the server comes before what was seen since', () => {
  const line = new LevelLine();
  line.add(60_000, 0.5);
  line.add(61_000, 0.6);
  line.fill([58_000, 59_000, 60_000], [1, 0.9, 0.4]);
  expect(line.times).toEqual([58_000, 59_000, 60_000, 61_000]);
  expect(line.values).toEqual([1, 0.9, 0.4, 0.6]);
});

test('an empty past changes nothing', () => {
  const line = new LevelLine();
  line.add(5000, 0.5);
  line.fill([], []);
  expect(line.times).toEqual([5000]);
});

test('a long drill is thinned, not forgotten', () => {
  const line = new LevelLine();
  for (let second = 0; second < 3600; second++) line.add(second * 1000, 1);
  expect(line.times.length).toBeLessThanOrEqual(601);
  expect(line.times[0]).toBe(0);
  expect(line.times.at(-1)).toBeGreaterThan(3_590_000);
});
