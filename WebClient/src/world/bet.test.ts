import { expect, test } from 'vitest';
import type { BetView } from '../wire';
import { betCard, isRight } from './bet';

const text = { en: 'a', ko: 'a' };
const open: BetView = {
  question: text, answers: [text, text, text], stage: 'open', untilMs: 80_000, outcome: null, idea: null,
  placed: [{ by: 'Ada', answer: 2 }, { by: 'Kim', answer: 1 }],
};
const closed: BetView = { ...open, stage: 'closed' };
const decided: BetView = { ...open, stage: 'decided', outcome: { answer: 2, told: null, atMs: 94_000 } };

test('while bets are taken one sees one’s own and the time left, and nobody else’s', () => {
  expect(betCard(open, 'Ada', 20_000)).toEqual({ stage: 'open', own: 2, right: null, others: [], leftMs: 60_000 });
  expect(betCard(open, 'Grace', 20_000)?.own).toBeNull();
});

test('once they are closed one sees what the others bet', () => {
  expect(betCard(closed, 'Ada', 81_000)).toEqual(
    { stage: 'closed', own: 2, right: null, others: [{ by: 'Kim', answer: 1 }], leftMs: 0 },
  );
});

test('what happened says who was right, and who had no bet is told neither', () => {
  expect(['Ada', 'Kim', 'Grace'].map((name) => betCard(decided, name, 95_000)?.right)).toEqual([true, false, null]);
  expect(isRight(closed, 'Ada')).toBeNull();
});

test('who only watches has no bet of their own', () => {
  expect(betCard(closed, null, 81_000)).toMatchObject({ own: null, others: closed.placed });
});

test('the card is there from the question to a minute after the answer', () => {
  expect(betCard(null, 'Ada', 0)).toBeNull();
  expect(betCard(decided, 'Ada', 154_000)).not.toBeNull();
  expect(betCard(decided, 'Ada', 154_250)).toBeNull();
});
