import { expect, test } from 'vitest';
import type { HopView } from '../../wire';
import { partsOf } from './stay';

const hop = (at: string, inMs: number, workMs: number, outMs: number, pausedMs = 0): HopView => ({
  at, role: 'app', inMs, workMs, outMs, pausedMs, note: null,
});

const told = (parts: ReturnType<typeof partsOf>): string[] =>
  parts.map((part) => `${part.doing} ${part.fromMs}-${part.toMs}`);

test('a stay that calls another station works before and after, and waits for it in between', () => {
  const app = hop('app-1', 0, 5, 40);
  const db = hop('db-1', 10, 12, 30);
  expect(told(partsOf(app, [app, db], 40))).toEqual(['wait 0-5', 'work 5-10', 'called 10-30', 'work 30-40']);
  expect(told(partsOf(db, [app, db], 40))).toEqual(['wait 10-12', 'work 12-30']);
});

test('a wait after work began stands before the work it held up, and is no work', () => {
  const app = hop('app-1', 0, 0, 40, 8);
  const db = hop('db-1', 10, 10, 30);
  expect(told(partsOf(app, [app, db], 40))).toEqual(['wait 0-8', 'work 8-10', 'called 10-30', 'work 30-40']);
});

test('a stay that has not ended lasts as long as the trace', () => {
  const app = hop('app-1', 0, 5, -1);
  expect(told(partsOf(app, [app], 20))).toEqual(['wait 0-5', 'work 5-20']);
  const queued = hop('app-1', 3, -1, -1);
  expect(told(partsOf(queued, [queued], 20))).toEqual(['wait 3-20']);
});

test('calls within a call are not told twice', () => {
  const web = hop('web-1', 0, 0, 50);
  const app = hop('app-1', 10, 10, 40);
  const db = hop('db-1', 20, 20, 30);
  expect(told(partsOf(web, [web, app, db], 50))).toEqual(['work 0-10', 'called 10-40', 'work 40-50']);
});
