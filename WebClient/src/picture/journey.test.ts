import { expect, test } from 'vitest';
import type { HopView, TraceView } from '../wire';
import { journeyOf, type Leg } from './journey';

const hop = (
  at: string, role: HopView['role'], inMs: number, workMs: number, outMs: number, note: HopView['note'] = null,
  pausedMs = 0,
): HopView => ({
  at,
  role,
  inMs,
  workMs,
  outMs,
  pausedMs,
  note,
});

const trace = (hops: HopView[], outcome: TraceView['outcome'] = 'ok'): TraceView => ({
  count: 1,
  class: 'browse',
  number: 1,
  attempt: 1,
  startMs: 0,
  totalMs: 50,
  outcome,
  hops,
});

const told = (legs: readonly Leg[]): string[] =>
  legs.map((leg) => (leg.kind === 'travel' ? `${leg.back ? '<' : '>'}${leg.to}` : `${leg.kind} ${leg.realMs}`));

test('nested stays go forward one by one and come back the same way', () => {
  const hops = [hop('lb', null, 0, 0, 50), hop('w', 'web', 1, 4, 49), hop('w', 'app', 6, 6, 40), hop('d', 'db', 10, 15, 30)];
  const legs = journeyOf(trace(hops));
  expect(told(legs)).toEqual([
    '>lb', 'work 1', '>w/web', 'wait 3', 'work 2', '>w/app', 'work 4', '>d/db', 'wait 5', 'work 15',
    '<w/app', 'work 10', '<w/web', 'work 9', '<lb', 'work 1', '<users/browse',
  ]);
});

test('a cache hit turns back early', () => {
  const legs = journeyOf(trace([hop('w', 'app', 0, 0, 20), hop('c', null, 5, 5, 6, 'hit')]));
  expect(told(legs)).toEqual(['>w/app', 'work 5', '>c', 'work 1', '<w/app', 'work 14', '<users/browse']);
});

test('a miss goes through the cache to the database', () => {
  const legs = journeyOf(trace([hop('w', 'app', 0, 0, 40), hop('c', null, 5, 5, 6, 'miss'), hop('d', 'db', 7, 7, 30)]));
  expect(told(legs).slice(2)).toEqual(['>c', 'work 1', '>d/db', 'work 23', '<w/app', 'work 10', '<users/browse']);
});

test('a wait for a lock or a connection is shown as a wait, before the work it held up', () => {
  const legs = journeyOf(trace([hop('w', 'app', 0, 0, 40, null, 8), hop('d', 'db', 10, 10, 30)]));
  expect(told(legs)).toEqual(['>w/app', 'wait 8', 'work 2', '>d/db', 'work 20', '<w/app', 'work 10', '<users/browse']);
});

test('a failed request is marked from where it failed, a late one on its way back', () => {
  const failed = journeyOf(trace([hop('lb', null, 0, 0, 5), hop('w', 'web', 1, 1, 4, 'queue-full')], 'queue-full'));
  expect(failed.filter((leg) => leg.mark === 'failed').every((leg) => leg.back || leg.kind === 'work')).toBe(true);
  expect(failed.find((leg) => leg.to === 'w/web' && leg.kind === 'travel')?.mark).toBe('none');
  const late = journeyOf(trace([hop('lb', null, 0, 0, 5)], 'late'));
  expect(late.at(-1)?.mark).toBe('late');
});

test('a request that reached nothing knocks at the entrance and comes back', () => {
  expect(told(journeyOf(trace([], 'unreachable')))).toEqual(['>entrance', '<users/browse']);
});

test('a new connection asks the name server and shakes hands before the request goes out', () => {
  const hops = [
    hop('dns', null, 0, 0, 20), hop('connect', null, 20, 20, 40), hop('tls', null, 40, 40, 65),
    hop('lb/tls', null, 50, 53, 55), hop('lb', null, 75, 75, 90),
  ];
  const legs = journeyOf(trace(hops));
  expect(told(legs)).toEqual([
    '>dns', 'work 20', '<users/browse', '>lb', '<users/browse',
    '>lb', 'wait 3', 'work 2', '<users/browse', '>lb', 'work 15', '<users/browse',
  ]);
  const hellos = legs.filter((leg) => leg.mark === 'hello').map((leg) => leg.kind);
  expect(hellos).toEqual(['travel', 'travel', 'travel', 'wait', 'work', 'travel']);
});

test('a refused certificate sends its user back, marked', () => {
  const legs = journeyOf(trace([hop('tls', null, 0, 0, 20, 'certificate')], 'certificate'));
  expect(told(legs)).toEqual(['>entrance', '<users/browse']);
  expect(legs.at(-1)?.mark).toBe('failed');
});

test('a handshake at a server is a part of the stay there', () => {
  const legs = journeyOf(trace([hop('w', 'web', 0, 9, 20), hop('tls', null, 1, 1, 8)]));
  expect(told(legs)).toEqual(['>w/web', 'wait 9', 'work 11', '<users/browse']);
});
