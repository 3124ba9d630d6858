import { expect, test } from 'vitest';
import { nextInDirection, nextInOrder } from './walk';

const at = (id: string, x: number, y: number) => ({ id, x, y, w: 10, h: 10 });
const nodes = [at('lb', 0, 50), at('top', 100, 0), at('middle', 100, 50), at('bottom', 100, 100)];

test('arrows go to the nearest component that way', () => {
  expect(nextInDirection(nodes, 'lb', 'ArrowRight')).toBe('middle');
  expect(nextInDirection(nodes, 'middle', 'ArrowUp')).toBe('top');
  expect(nextInDirection(nodes, 'bottom', 'ArrowLeft')).toBe('lb');
  expect(nextInDirection(nodes, 'lb', 'ArrowLeft')).toBeNull();
  expect(nextInDirection(nodes, null, 'ArrowLeft')).toBe('lb');
});

test('tab walks in order and leaves at the ends', () => {
  expect(nextInOrder(nodes, null, 1)).toBe('lb');
  expect(nextInOrder(nodes, 'lb', 1)).toBe('top');
  expect(nextInOrder(nodes, 'bottom', 1)).toBeNull();
  expect(nextInOrder(nodes, null, -1)).toBe('bottom');
});

test('tab passes a component that is drawn twice once', () => {
  const twice = [{ id: 'users' }, { id: 'users' }, { id: 'web-1' }];
  expect(nextInOrder(twice, 'users', 1)).toBe('web-1');
  expect(nextInOrder(twice, 'web-1', -1)).toBe('users');
  expect(nextInOrder(twice, 'users', -1)).toBeNull();
});
