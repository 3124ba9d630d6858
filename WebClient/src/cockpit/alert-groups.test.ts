import { expect, test } from 'vitest';
import type { AlertView } from '../wire';
import { groupsOf, unacknowledged } from './alert-groups';

const nearness: Readonly<Record<string, AlertView['nearness']>> = {
  errors: 'suffering', slow: 'suffering', 'target-unhealthy': 'left-out', 'server-down': 'broken', disk: 'broken',
};
const alert = (code: string, component: string, sinceMs: number, by: string | null = null): AlertView => ({
  id: `${code}/${component}`, severity: 'critical', nearness: nearness[code] ?? 'full', component, sinceMs, by,
  text: { code: `alert-${code}`, args: [component] },
});
const told = (alerts: readonly AlertView[]) =>
  groupsOf(alerts).map(({ cause, symptoms }) => [cause.id, ...symptoms.map((symptom) => symptom.id)]);

test('what suffers stands under what is broken, however late that was noticed', () => {
  const storm = [
    alert('errors', 'buy', 10_000), alert('slow', 'browse', 12_000), alert('threads', 'web-1', 9000),
    alert('target-unhealthy', 'web-2', 20_000), alert('server-down', 'db-1', 25_000),
  ];
  expect(told(storm)).toEqual([['server-down/db-1', 'threads/web-1', 'target-unhealthy/web-2', 'errors/buy', 'slow/browse']]);
});

test('with nothing broken the first that is full is the candidate', () => {
  const storm = [alert('errors', 'buy', 5000), alert('threads', 'web-2', 8000), alert('cpu', 'db-1', 4000)];
  expect(told(storm)).toEqual([['cpu/db-1', 'threads/web-2', 'errors/buy']]);
});

test('two things broken are two causes, each with what came after it', () => {
  const storm = [
    alert('server-down', 'web-1', 10_000), alert('errors', 'buy', 12_000), alert('disk', 'db-1', 300_000),
    alert('slow', 'browse', 310_000),
  ];
  expect(told(storm)).toEqual([['disk/db-1', 'slow/browse'], ['server-down/web-1', 'errors/buy']]);
  expect(groupsOf([])).toEqual([]);
  expect(unacknowledged([alert('cpu', 'a', 1, 'Ada'), alert('cpu', 'b', 1)]).map((one) => one.component)).toEqual(['b']);
});
