import { expect, test } from 'vitest';
import { extremesOf, few, indexAt } from './extremes';

test('a line says where it is now and between what it was', () => {
  expect(extremesOf([3, null, 9, 4])).toEqual({ now: 4, least: 3, most: 9 });
  expect(extremesOf([3, null])).toEqual({ now: null, least: 3, most: 3 });
  expect(extremesOf([null])).toBeNull();
});

test('a moment between two points belongs to the one before it', () => {
  expect([indexAt([1, 2, 3], 2.2), indexAt([1, 2, 3], 9), indexAt([1, 2, 3], 0)]).toEqual([1, 2, -1]);
});

test('a table takes a few points evenly, the last one among them', () => {
  expect(few(4, 10)).toEqual([0, 1, 2, 3]);
  expect(few(100, 4)).toEqual([24, 49, 74, 99]);
});
