import { expect, test } from 'vitest';
import type { ActionSpec } from '../wire';
import { groupsOf } from './groups';

test('actions stand under their topics, both in the order the server lists them', () => {
  const action = (id: string, topic: ActionSpec['topic']) => ({ id, topic }) as ActionSpec;
  const listed = [action('restart', 'run'), action('stop', 'run'), action('weigh', 'traffic'), action('look', 'other')];
  expect(groupsOf(listed).map(({ topic, actions }) => [topic, actions.map(({ id }) => id)])).toEqual([
    ['run', ['restart', 'stop']], ['traffic', ['weigh']], ['other', ['look']],
  ]);
});
