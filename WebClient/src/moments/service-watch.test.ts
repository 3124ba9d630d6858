import { expect, test } from 'vitest';
import { ServiceWatch } from './service-watch';

test('the service breaks once, and is back once', () => {
  const watch = new ServiceWatch();
  const levels = [1, 0.9, 0.7, 0.5, 0.4, 0.3, 0.3, 0.85, 0.9, 0.96, 1, 1, 1, 1];
  const told = levels.map((level, second) => watch.take(level, second * 1000)).filter((moment) => moment !== null);
  expect(told).toEqual([
    { kind: 'broke', timeMs: 2000, level: 0.3 },
    { kind: 'back', timeMs: 9000, afterMs: 7000 },
  ]);
});

test('what passes at once is no moment', () => {
  const watch = new ServiceWatch();
  expect([0.7, 0.7, 0.9, 0.7, 0.7, 0.9].map((level, second) => watch.take(level, second * 1000))).toEqual(Array(6).fill(null));
});
