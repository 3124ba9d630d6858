import { expect, test } from 'vitest';
import { newWorld } from '../kinds';
import type { ActionSpec } from '../wire';
import { frame } from '../world/frames.fixture';
import { actionsFor, openedAt, targetsOf } from './applies';

const action = (id: string, target: ActionSpec['target']): ActionSpec => ({
  id, target, topic: 'other', parameters: [], seconds: 0,
});

test('a component has the actions the server says apply, in its order', () => {
  const world = newWorld();
  const actions = [
    action('restart-server', 'server'), action('drain-server', 'server'), action('block-source', 'balancer'),
    action('block-source', 'server'),
  ];
  const ids = (): readonly string[] => actionsFor({ id: 'a', kind: 'server' }, actions, world).map((one) => one.id);
  expect(ids()).toEqual([]);
  world.apply(frame({ full: true, applies: [{ id: 'a', actions: ['drain-server', 'restart-server', 'server-crash'] }] }));
  expect(ids()).toEqual(['drain-server', 'restart-server']);
  world.apply(frame({ tick: 1, previous: 0, applies: [{ id: 'a', actions: ['block-source'] }] }));
  expect(actionsFor({ id: 'a', kind: 'server' }, actions, world)).toEqual([action('block-source', 'server')]);
});

test('a form stays open when its action no longer applies', () => {
  const actions = [action('block-source', 'balancer'), action('block-source', 'server')];
  expect(openedAt({ id: 'a', kind: 'server' }, actions, 'block-source')).toBe(actions[1]);
  expect(openedAt({ id: 'a', kind: 'rack' }, actions, 'block-source')).toBeNull();
  expect(openedAt({ id: 'a', kind: 'server' }, actions, null)).toBeNull();
});

test('a fault may befall what the server says it may', () => {
  const world = newWorld();
  world.apply(frame({
    full: true,
    applies: [{ id: 'a', actions: ['server-crash'] }, { id: 'b', actions: [] }, { id: 'feed-a', actions: ['feed-power'] }],
  }));
  expect(targetsOf({ id: 'server-crash' }, world)).toEqual(['a']);
  expect(targetsOf({ id: 'feed-power' }, world)).toEqual(['feed-a']);
  expect(targetsOf({ id: 'replication-lag' }, world)).toEqual([]);
});
