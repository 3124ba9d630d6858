import { expect, test } from 'vitest';
import type { ActionSpec } from '../wire';
import labels from '../../messages/en.json';
import { groups, groupsOf } from './groups';

const action = (id: string) => ({ id }) as ActionSpec;

test('what helps at once comes first, and nothing is left out', () => {
  const ids = ['set-weight', 'something-new', 'restart-server', 'stop-server', 'change-size'];
  expect(groupsOf(ids.map(action)).map(({ name, actions }) => [name, actions.map(({ id }) => id)])).toEqual([
    ['run', ['restart-server', 'stop-server']],
    ['traffic', ['set-weight']],
    ['capacity', ['change-size']],
    ['other', ['something-new']],
  ]);
});

test('every action that is grouped exists', () => {
  const known = new Set(Object.keys(labels));
  const ids = Object.values(groups).flat();
  expect(ids.filter((id) => !known.has(`action_${id.replaceAll('-', '_')}`))).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
});
