import { expect, test } from 'vitest';
import type { DrillCard } from '../wire';
import { emptyOf, idsOf, namedOf, openOf, overOf } from './chosen-drills';

const card = (drill: string, status: DrillCard['status'], online: number, named = true): DrillCard => ({
  drill,
  code: drill,
  scenario: 'shop',
  status,
  teams: 1,
  people: 1,
  online,
  startedAt: '',
  named,
});

const list = [card('lobby', 'lobby', 0), card('full', 'running', 2), card('left', 'paused', 0), card('over', 'finished', 0)];

test('only what is not over can be ended, only what is over can be deleted', () => {
  expect(idsOf(openOf(list))).toEqual(['lobby', 'full', 'left']);
  expect(idsOf(overOf(list))).toEqual(['over']);
});

test('of a mixed choice each button takes its part', () => {
  const chosen = ['full', 'over', 'deleted meanwhile'];
  expect(idsOf(openOf(list, chosen))).toEqual(['full']);
  expect(idsOf(overOf(list, chosen))).toEqual(['over']);
});

test('empty are those that nobody is in and that could still be played', () => {
  expect(idsOf(emptyOf(list))).toEqual(['lobby', 'left']);
});

test('names are removed where there still are some', () => {
  const both = [...list, card('nameless', 'finished', 0, false)];
  expect(idsOf(namedOf(both))).toEqual(['over']);
  expect(idsOf(overOf(both))).toEqual(['over', 'nameless']);
});
