import { expect, test } from 'vitest';
import type { AlertView, EventView } from '../wire';
import { changesAbout, sinceOf } from './situation';

const alert = (sinceMs: number): AlertView => ({ sinceMs }) as AlertView;
const event = (kind: EventView['kind'], timeMs: number): EventView => ({ kind, timeMs }) as EventView;

test('it began with the first open alert or with the service below what is well, whichever was first', () => {
  const line = { times: [0, 1000, 2000, 3000], values: [1, 1, 0.8, 0.7] };
  expect(sinceOf([], line)).toBe(2000);
  expect(sinceOf([alert(2500), alert(1500)], line)).toBe(1500);
  expect(sinceOf([], { times: [0, 1000], values: [0.5, 1] })).toBeNull();
});

test('what changed then is what was done and what happened about then, without the alerts', () => {
  const events = [event('system', 0), event('command', 60_000), event('alert', 99_000), event('system', 103_000),
    event('command', 120_000)];
  expect(changesAbout(events, 100_000).map(({ timeMs }) => timeMs)).toEqual([60_000, 103_000]);
});
