import { expect, test } from 'vitest';
import { Glide } from './glide';

const glide = new Glide();
const places = (x: number): ReadonlyMap<string, { x: number; y: number }> => new Map([['a', { x, y: 10 }]]);

test('what was there begins where it stood and ends where it stands', () => {
  glide.begin(places(100), places(40), 1000);
  expect(glide.offset('a', 1000)).toEqual({ x: 60, y: 0 });
  expect(glide.offset('a', 1200)?.x).toBeGreaterThan(0);
  expect(glide.offset('a', 1200)?.x).toBeLessThan(60);
  expect(glide.offset('a', 9000)).toEqual({ x: 0, y: 0 });
  expect([glide.goes(1200), glide.goes(9000)]).toEqual([true, false]);
});

test('what is new comes from nowhere, and what is gone goes nowhere', () => {
  glide.begin(new Map(), places(40), 0);
  expect(glide.offset('a', 1)).toBeNull();
  expect(glide.offset('gone', 1)).toEqual({ x: 0, y: 0 });
});
