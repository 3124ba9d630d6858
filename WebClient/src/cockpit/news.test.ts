import { expect, test } from 'vitest';
import type { EventView } from '../wire';
import { newsAfter } from './news';

const event = (kind: string, timeMs: number) => ({ kind, timeMs }) as EventView;

test('alerts and outcomes are told once, what the system says of itself is not', () => {
  const [alert, system, done, cleared] = [event('alert', 1), event('system', 2), event('command', 3), event('cleared', 4)];
  expect(newsAfter(undefined, [alert, system])).toEqual([alert]);
  expect(newsAfter(alert, [alert, system, done, cleared])).toEqual([done, cleared]);
  expect(newsAfter(cleared, [alert, system, done, cleared])).toEqual([]);
});

test('after a gap nothing old is told again', () => {
  expect(newsAfter(event('alert', 1), [event('alert', 5), event('command', 6)])).toEqual([]);
});
