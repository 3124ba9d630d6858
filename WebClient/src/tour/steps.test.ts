import { expect, test } from 'vitest';
import type { HopView, TraceView } from '../wire';
import { better, stepsOf } from './steps';

const hop = (at: string, role: HopView['role'], inMs: number, note: HopView['note'] = null): HopView =>
  ({ at, role, inMs, workMs: inMs, outMs: inMs + 5, pausedMs: 0, note });
const trace = (hops: readonly HopView[], outcome: TraceView['outcome'] = 'ok'): TraceView =>
  ({ class: 'browse', number: 1, attempt: 1, startMs: 0, totalMs: 40, outcome, hops, count: 1 } as TraceView);
const known = { dns: [], balancers: ['balancer'], databases: ['database'] };

test('the tour follows the stations that the request met, each once', () => {
  const way = trace([
    hop('web-1', 'app', 4), hop('tls', null, 0), hop('balancer', null, 2), hop('web-1', 'web', 3), hop('db-1', 'db', 6),
    hop('db-1', 'db', 9),
  ]);
  expect(stepsOf(way, { ...known, dns: ['dns'] }).map(({ id, target }) => [id, target])).toEqual([
    ['users', 'users'], ['dns', 'dns'], ['tls', null], ['balancer', 'balancer'], ['web', 'web-1'], ['app', 'web-1'],
    ['db', 'database'], ['answer', 'users'], ['end', null],
  ]);
});

test('a request that the cache answered goes no further', () => {
  const steps = stepsOf(trace([hop('web-1', 'app', 1), hop('cache', null, 2, 'hit')]), known);
  expect(steps.map(({ id }) => id)).toEqual(['users', 'app', 'cache', 'answer', 'end']);
});

test('an answered request shows more than a failed one, and a longer way more than a short one', () => {
  const [short, failed] = [trace([hop('a', 'web', 1)]), trace([], 'timeout')];
  const long = trace([hop('a', 'web', 1), hop('a', 'app', 2)]);
  expect(better(better(null, failed), short)).toBe(short);
  expect(better(better(long, short), failed)).toBe(long);
});

test('a request walks from station to station and back through those it passed', () => {
  const way = trace([hop('balancer', null, 2), hop('web-1', 'web', 3), hop('db-1', 'db', 6), hop('web-1', 'web', 9)]);
  expect(stepsOf(way, { ...known, dns: ['dns'] }).map(({ id, way }) => [id, ...way])).toEqual([
    ['users', 'users/browse'], ['dns', 'users/browse', 'dns'], ['balancer', 'users/browse', 'balancer'],
    ['web', 'balancer', 'web-1/web'], ['db', 'web-1/web', 'db-1/db'],
    ['answer', 'db-1/db', 'web-1/web', 'balancer', 'users/browse'], ['end', 'users/browse'],
  ]);
});
