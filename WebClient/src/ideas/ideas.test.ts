import { expect, test } from 'vitest';
import { winnerOf, type Bet } from './ideas';

const text = { en: 'a', ko: 'a' };
const bet: Bet = {
  question: text, knob: 'rate', turn: 1, figure: 1, because: text,
  answers: [{ text, under: 10 }, { text, under: 20 }, { text, under: null }],
};

test('what happened decides a bet', () => {
  expect([3, 10, 25].map((figure) => winnerOf(bet, [0, figure]))).toEqual([0, 1, 2]);
});

test('without a figure nobody wins', () => {
  expect(winnerOf(bet, [0, null])).toBeNull();
});
