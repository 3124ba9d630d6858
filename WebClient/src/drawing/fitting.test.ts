import { expect, test } from 'vitest';
import { fitting } from './fitting';

test('the first text that fits is taken, and where none does, the last', () => {
  const texts = ['Target tracking 45 % → 60 %', '45 % → 60 %', '45 %'];
  expect([200, 90, 30, 5].map((room) => fitting(texts, room))).toEqual([...texts, '45 %']);
});

test('Korean letters take more room', () => {
  expect(fitting(['부팅 중 12초', '12초'], 60)).toBe('12초');
  expect(fitting(['booting 12', '12'], 60)).toBe('booting 12');
});
