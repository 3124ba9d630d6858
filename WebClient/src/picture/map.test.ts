import { expect, test } from 'vitest';
import { mapOf } from './map';

const whole = { width: 1000, height: 500, nodes: [] };
const screen = { width: 500, height: 250 };

test('a system that fits on the screen needs no map', () => {
  expect(mapOf(whole, { scale: 0.5, x: 0, y: 0 }, screen)).toBeNull();
  expect(mapOf(whole, { scale: 0.4, x: 20, y: 10 }, screen)).toBeNull();
});

test('of a larger one the map says which part is seen', () => {
  expect(mapOf(whole, { scale: 1, x: -300, y: -50 }, screen)?.seen).toEqual({ x: 300, y: 50, w: 500, h: 250 });
});
