import { expect, test } from 'vitest';
import texts from '../../messages/en.json';
import { kinds } from '../kinds';
import type { ActionSpec } from '../wire';
import { groupsOf, sorted } from './groups';

test('actions stand under their topics, both in the order the server lists them', () => {
  const action = (id: string, topic: ActionSpec['topic']) => ({ id, topic }) as ActionSpec;
  const listed = [action('restart', 'run'), action('stop', 'run'), action('weigh', 'traffic'), action('look', 'other')];
  expect(groupsOf(listed).map(({ topic, actions }) => [topic, actions.map(({ id }) => id)])).toEqual([
    ['run', ['restart', 'stop']], ['traffic', ['weigh']], ['other', ['look']],
  ]);
});

test('of many actions the common ones come first, in their own order, and all others are told once', () => {
  const action = (id: string, topic: ActionSpec['topic']) => ({ id, topic }) as ActionSpec;
  const listed = ['stop', 'restart', 'reload', 'kill', 'drain', 'size', 'firewall', 'checks'].map((id) => action(id, 'run'));
  const { common, more } = sorted(listed, ['restart', 'gone', 'drain']);
  expect(common.map(({ id }) => id)).toEqual(['restart', 'drain']);
  const others = more.flatMap(({ actions }) => actions.map(({ id }) => id));
  expect(others).toEqual(['stop', 'reload', 'kill', 'size', 'firewall', 'checks']);
});

test('a few actions are all at hand', () => {
  const listed = ['a', 'b', 'c'].map((id) => ({ id, topic: 'run' }) as ActionSpec);
  expect(sorted(listed, ['c'])).toEqual({ common: listed, more: [] });
});

test('what is called common is an action, with a text', () => {
  for (const { common } of kinds)
    for (const id of common ?? []) expect(Object.keys(texts)).toContain(`action_${id.replaceAll('-', '_')}`);
});
