import { expect, test } from 'vitest';
import type { FindingView, LockView } from '../wire';
import { frame } from '../world/frames.fixture';
import { World } from '../world/world';
import { heldAt, lockNotes } from './held';

const lock: LockView = {
  key: 'stock#7', holder: 'checkout', write: true, state: 'waiting', from: 'web-2', heldMs: 900, waiters: 5, longestMs: 800,
  queue: [],
};

function after(timeMs: number, locks: readonly LockView[]): World {
  const world = new World([]);
  const of = { id: 'database/show-locks', component: 'database', look: 'show-locks' };
  const finding = { ...of, timeMs: 10_000, locks } as unknown as FindingView;
  world.apply(frame({ full: true, timeMs, findings: [finding] }));
  return world;
}

test('who holds a lock is told only after somebody has looked, and for half a minute', () => {
  expect(heldAt(new World([]), 'database')).toBeNull();
  expect(heldAt(after(12_000, [lock]), 'database')).toEqual({ lock, agoMs: 2000 });
  expect(heldAt(after(40_000, [lock]), 'database')?.agoMs).toBe(30_000);
  expect(heldAt(after(41_000, [lock]), 'database')).toBeNull();
  expect(heldAt(after(12_000, []), 'database')).toBeNull();
  expect(heldAt(after(12_000, [lock]), 'other')).toBeNull();
});

test('that a lock is held, and how many wait for it, costs no look', () => {
  expect(lockNotes(0, { lock, agoMs: 0 })).toEqual([]);
  expect(lockNotes(5, null)).toHaveLength(1);
  expect(lockNotes(5, { lock, agoMs: 2000 }).map(({ text }) => text).join(' ')).toContain('checkout · web-2');
});
