import { expect, test } from 'vitest';
import type { HopView, TargetView, TraceView } from '../wire';
import { Losses, type Estate } from './losses';

const hop = (at: string, inMs: number, outMs: number, note: HopView['note'] = null): HopView =>
  ({ at, role: null, inMs, workMs: inMs, outMs, pausedMs: 0, note });

const trace = (outcome: TraceView['outcome'], hops: readonly HopView[], startMs = 0, count = 1): TraceView =>
  ({ class: 'buy', number: 1, attempt: 1, startMs, totalMs: 50, outcome, hops: [...hops], count });

const bare: Estate = { balancers: [], databases: [] };

test('a lost request is lost where its innermost stay failed', () => {
  const losses = new Losses();
  losses.add(trace('lock-timeout', [hop('web', 0, 50, 'error'), hop('db', 10, 40, 'lock-timeout')], 0, 3), bare);
  losses.add(trace('queue-full', [hop('web', 0, 1, 'queue-full')]), bare);
  expect([...losses.lately(1000)]).toEqual([
    ['db', { share: 0.75, cause: 'lock-timeout' }], ['web', { share: 0.25, cause: 'queue-full' }],
  ]);
});

test('what was answered is not lost, and what was lost long ago is forgotten', () => {
  const losses = new Losses();
  losses.add(trace('ok', [hop('web', 0, 50)]), bare);
  losses.add(trace('late', [hop('web', 0, 50)]), bare);
  losses.add(trace('timeout', [hop('web', 0, 50)], 0), bare);
  expect(losses.lately(1000).size).toBe(1);
  expect(losses.lately(120_000).size).toBe(0);
});

test('what never got through is lost where the balancer sent it, by how much failed there', () => {
  const losses = new Losses();
  const target = (server: string, failuresPerSecond: number): TargetView => ({ server, failuresPerSecond }) as TargetView;
  const balancers = [{ id: 'lb', targets: [target('web-1', 9), target('web-2', 0), target('web-3', 3)] }];
  losses.add(trace('unreachable', [hop('lb', 0, 50, 'unreachable')]), { balancers, databases: [] });
  expect([...losses.lately(1000)]).toEqual([
    ['web-1', { share: 0.75, cause: 'unreachable' }], ['web-3', { share: 0.25, cause: 'unreachable' }],
  ]);
  losses.clear();
  losses.add(trace('rate-limited', [hop('lb', 0, 1, 'rate-limited')]), { balancers, databases: [] });
  expect([...losses.lately(1000).keys()]).toEqual(['lb']);
});

test('what a database lost is its own, whichever server it runs on', () => {
  const losses = new Losses();
  const databases = [{ id: 'database', nodes: [{ server: 'db-1' }] }] as unknown as Estate['databases'];
  losses.add(trace('timeout', [hop('web', 0, 50), { ...hop('db-1', 5, 45), role: 'db' }]), { balancers: [], databases });
  expect([...losses.lately(1000).keys()]).toEqual(['database']);
});

test('what is lost now is not where it was lost a minute ago', () => {
  const losses = new Losses();
  losses.add(trace('timeout', [hop('web-1', 0, 50)], 0), bare);
  losses.add(trace('timeout', [hop('web-2', 0, 50)], 30_000), bare);
  expect([...losses.lately(31_000, 5000).keys()]).toEqual(['web-2']);
  expect(losses.lately(31_000).size).toBe(2);
});
