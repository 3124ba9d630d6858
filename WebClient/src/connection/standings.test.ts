import { expect, test } from 'vitest';
import type { Room } from '../wire';
import { withStandings } from './standings';

const room = {
  drill: 'd1',
  teams: [
    { id: 't1', name: 'Red', score: 1, service: 1, spent: 0 },
    { id: 't2', name: 'Blue', score: 2, service: 1, spent: 0 },
  ],
} as unknown as Room;

test('standings change what teams have, in the order of the room', () => {
  const now = withStandings(room, { drill: 'd1', scores: [7, 9], services: [0.5, 0.25], spent: [1, 2] });
  expect(now.teams).toEqual([
    { id: 't1', name: 'Red', score: 7, service: 0.5, spent: 1 },
    { id: 't2', name: 'Blue', score: 9, service: 0.25, spent: 2 },
  ]);
});

test('standings of another drill, or of other teams, change nothing', () => {
  expect(withStandings(room, { drill: 'd2', scores: [7, 9], services: [1, 1], spent: [0, 0] })).toBe(room);
  expect(withStandings(room, { drill: 'd1', scores: [7], services: [1], spent: [0] })).toBe(room);
});
