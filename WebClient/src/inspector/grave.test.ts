import { expect, test } from 'vitest';
import type { PreviewView } from '../wire';
import { isGrave } from './grave';

const harmless: PreviewView = {
  refusal: null,
  seconds: 0,
  bound: 'exactly',
  perHour: 0,
  whileItLasts: false,
  inFlight: 'drained',
  requests: 3,
  undo: { action: 'undrain-server', target: 'web-1', args: {} },
  present: {},
  fields: [],
  beside: null,
  alone: false,
};

test('what can be taken back, costs nothing and lets requests finish is done at one click', () => {
  expect(isGrave(harmless)).toBe(false);
});

test('what cuts, costs, saves, is for good, would be refused or is not known is looked at first', () => {
  const refusal = { code: 'server-changing', text: { en: 'It changes.', ko: '바뀌는 중입니다.' } };
  const grave: readonly (PreviewView | null)[] = [
    { ...harmless, inFlight: 'cut' },
    { ...harmless, perHour: 0.6 },
    { ...harmless, perHour: -0.6 },
    { ...harmless, undo: null },
    { ...harmless, refusal },
    null,
  ];
  expect(grave.map(isGrave)).toEqual(grave.map(() => true));
});
