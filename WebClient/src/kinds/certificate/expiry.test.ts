import { expect, test } from 'vitest';
import { newWorld } from '..';
import type { FindingView } from '../../wire';
import { findingOf, lookAt } from '../../world/findings';
import { frame } from '../../world/frames.fixture';
import { expiryText } from './expiry';

const finding: FindingView = {
  id: 'certificate/check-certificate', component: 'certificate', look: 'check-certificate',
  player: 'Kim', timeMs: 0, tookMs: 2000, processes: [], locks: [], statements: [], log: null, traces: [],
  certificate: { fromMs: -7_776_000_000, expiresMs: 300_000, covers: true },
};

test('a finding is there from the frame that brings it until a newer one replaces it', () => {
  const world = newWorld();
  world.apply(frame({ full: true, tick: 1 }));
  expect(expiryText('certificate', world)).toBe('–');
  const look = { component: 'certificate', look: 'check-certificate', player: 'Kim', sinceMs: 0, endsMs: 2000 };
  world.apply(frame({ tick: 2, previous: 1, looks: [look] }));
  expect(lookAt(world, 'certificate', 'check-certificate')?.player).toBe('Kim');
  world.apply(frame({ tick: 3, previous: 2, looks: [], findings: [finding] }));
  world.apply(frame({ tick: 4, previous: 3, findings: [finding] }));
  expect(lookAt(world, 'certificate', 'check-certificate')).toBeNull();
  expect(expiryText('certificate', world)).toBe('05:00');
  world.apply(frame({ tick: 5, previous: 4, findings: [{ ...finding, player: 'Lee' }] }));
  expect(findingOf(world, 'certificate', 'check-certificate')?.player).toBe('Lee');
});

test('another team sees nothing of it', () => {
  const world = newWorld();
  world.apply(frame({ full: true, tick: 1, findings: [finding] }));
  world.apply(frame({ full: true, team: 'other', tick: 1 }));
  expect(findingOf(world, 'certificate', 'check-certificate')).toBeNull();
});
