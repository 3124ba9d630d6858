import { expect, test } from 'vitest';
import type { AlertView, ScoreView } from '../wire';
import type { Lost } from './losses';
import { flightMs, Points, shared } from './points';

const line = (part: ScoreView['lines'][number]['part'], points: number) =>
  ({ part, points, why: { code: 'score-error', args: [] } });
const sheet = (service: number, response: number): ScoreView => ({
  total: service + response, lines: [line('service', 500), line('service', service - 500), line('response', response)],
});
const lost = new Map<string, Lost>([['web-1', { share: 0.2, cause: 'error' }], ['db-1', { share: 0.8, cause: 'lock-timeout' }]]);
const alert = (component: string, severity: AlertView['severity']): AlertView => ({
  id: component, severity, nearness: 'broken', component, text: { code: 'alert-disk', args: [] }, sinceMs: 0, by: null,
});
const flying = (points: Points, nowMs: number) => points.at(nowMs).map((one) => [one.at, one.points]);

test('all that was lost is shared out, to the point', () => {
  for (let points = 0; points < 50; points++) {
    expect(shared(points, lost).reduce((sum, [, part]) => sum + part, 0)).toBe(points);
  }
  expect(shared(5, new Map())).toEqual([]);
});

test('points fly from where requests were lost and from the alert that nobody ended', () => {
  const points = new Points();
  points.take(sheet(500, 100), lost, []);
  expect(flying(points, 0)).toEqual([]);
  points.take(sheet(490, 96), lost, [alert('db-9', 'warning'), alert('web-1', 'critical')]);
  expect(flying(points, 0)).toEqual([['db-1', 8], ['web-1', 6]]);
  expect(flying(points, flightMs)).toEqual([]);
});

test('a score that rises sends nothing, and what falls quickly flies together', () => {
  const points = new Points();
  points.take(sheet(400, 100), lost, []);
  points.take(sheet(450, 100), lost, []);
  expect(flying(points, 0)).toEqual([]);
  points.take(sheet(440, 100), lost, []);
  expect(flying(points, 0)).toEqual([['db-1', 8], ['web-1', 2]]);
  points.take(sheet(430, 100), lost, []);
  points.take(sheet(420, 100), lost, []);
  expect(flying(points, 100)).toHaveLength(2);
  expect(flying(points, 1000)).toEqual([['db-1', 8], ['web-1', 2], ['db-1', 16], ['web-1', 4]]);
});
