import { expect, test } from 'vitest';
import type { HopView, TraceView } from '../wire';
import { Losses } from './losses';

const hop = (at: string, inMs: number, outMs: number, note: HopView['note'] = null): HopView =>
  ({ at, role: null, inMs, workMs: inMs, outMs, pausedMs: 0, note });

const trace = (outcome: TraceView['outcome'], hops: readonly HopView[], startMs = 0, count = 1): TraceView =>
  ({ class: 'buy', number: 1, attempt: 1, startMs, totalMs: 50, outcome, hops: [...hops], count });

test('a lost request is lost where its innermost stay failed', () => {
  const losses = new Losses();
  losses.add(trace('lock-timeout', [hop('web', 0, 50, 'error'), hop('db', 10, 40, 'lock-timeout')], 0, 3));
  losses.add(trace('queue-full', [hop('web', 0, 1, 'queue-full')]));
  expect([...losses.lately(1000)]).toEqual([
    ['db', { share: 0.75, cause: 'lock-timeout' }], ['web', { share: 0.25, cause: 'queue-full' }],
  ]);
});

test('what was answered is not lost, and what was lost long ago is forgotten', () => {
  const losses = new Losses();
  losses.add(trace('ok', [hop('web', 0, 50)]));
  losses.add(trace('late', [hop('web', 0, 50)]));
  losses.add(trace('timeout', [hop('web', 0, 50)], 0));
  expect(losses.lately(1000).size).toBe(1);
  expect(losses.lately(120_000).size).toBe(0);
});
