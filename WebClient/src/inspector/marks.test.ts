import { expect, test } from 'vitest';
import type { EventView } from '../wire';
import { marksOf } from './marks';

const event = (kind: EventView['kind'], code: string, timeMs: number): EventView => ({ kind, code, timeMs }) as EventView;

test('actions, rollouts, faults and alerts are marked, and nothing else', () => {
  const events = [
    event('command', 'restarted', 1000), event('refused', 'no-room', 2000), event('system', 'rollout-batch', 3500),
    event('system', 'server-up', 4000), event('alert', 'alert-errors', 5000), event('system', 'rack-power-lost', 6000),
    event('refused', 'rollout-running', 7000),
  ];
  expect(marksOf(events).map(({ at, kind }) => ({ at, kind }))).toEqual([
    { at: 1, kind: 'action' }, { at: 3.5, kind: 'deploy' }, { at: 5, kind: 'alert' }, { at: 6, kind: 'fault' },
  ]);
});

test('what a firewall action closes is an action, what closes by itself broke', () => {
  expect(marksOf([event('command', 'firewall-closed', 1000), event('system', 'firewall-closed', 2000)]).map(({ kind }) => kind))
    .toEqual(['action', 'fault']);
});
