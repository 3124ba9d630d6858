import { expect, test } from 'vitest';
import { stationAt } from '../kinds/station';
import { leave, pointOf, Seating } from './seating';

const station = stationAt('db', { x: 0, y: 0, w: 100, h: 60 });
const points = [{ x: 1, y: 1 }, { x: 2, y: 1 }];

function seated(held?: typeof points): Seating {
  const seating = new Seating();
  seating.arrange(new Map([['db', station]]), 1);
  seating.set('db', { work: points, wait: [], ...(held ? { held } : {}) });
  return seating;
}

test('everybody takes the first free seat, and whoever leaves makes room for the next', () => {
  const seating = seated();
  const [first, second] = [seating.take('db', 'work'), seating.take('db', 'work')];
  expect([first, second].map((seat) => seat && pointOf(seat))).toEqual(points);
  if (first) leave(first);
  expect(seating.take('db', 'work')).toMatchObject({ at: 0 });
});

test('whoever finds no seat has no place in the picture', () => {
  const seat = seated().take('db', 'wait');
  expect(seat && pointOf(seat)).toBeNull();
});

test('who waits after the work began stays where it works, unless there is a line for that', () => {
  const plain = seated().take('db', 'held');
  expect(plain && pointOf(plain)).toEqual(points[0]);
  const lock = [{ x: 9, y: 9 }];
  const waiting = seated(lock).take('db', 'held');
  expect(waiting && pointOf(waiting)).toEqual(lock[0]);
});

test('seats move with the drawing under those who sit', () => {
  const seating = seated();
  const seat = seating.take('db', 'work');
  seating.set('db', { work: [{ x: 5, y: 5 }], wait: [] });
  expect(seat && pointOf(seat)).toEqual({ x: 5, y: 5 });
});
