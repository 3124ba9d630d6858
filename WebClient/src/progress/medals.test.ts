import { expect, test } from 'vitest';
import { medalOf, nextMedal } from './medals';

const from = { gold: 900, silver: 780, bronze: 660, nothing: 540 };

test.each([[950, 'gold'], [900, 'gold'], [899, 'silver'], [660, 'bronze'], [659, null]])('%i points earn %s', (total, medal) => {
  expect(medalOf(total, from)).toBe(medal);
});

test('the next medal is the nearest better one', () => {
  expect(nextMedal(500, from)).toEqual({ medal: 'bronze', points: 660 });
  expect(nextMedal(700, from)).toEqual({ medal: 'silver', points: 780 });
  expect(nextMedal(900, from)).toBeNull();
});
