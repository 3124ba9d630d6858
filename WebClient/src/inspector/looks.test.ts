import { expect, test } from 'vitest';
import type { FindingView } from '../wire';
import { frame } from '../world/frames.fixture';
import { World } from '../world/world';
import { expiryText, findingOf, lookAt, pointInTime } from './looks';

const finding: FindingView = {
  id: 'certificate/check-certificate', component: 'certificate', look: 'check-certificate', player: 'Kim', timeMs: 0, tookMs: 2000,
  processes: [], locks: [], statements: [], log: null, certificate: { fromMs: -7_776_000_000, expiresMs: 300_000, covers: true }, traces: [],
};

test('a finding is there from the frame that brings it until a newer one replaces it', () => {
  const world = new World();
  world.apply(frame({ full: true, tick: 1 }));
  expect(expiryText('certificate', world)).toBe('–');
  world.apply(frame({ tick: 2, previous: 1, looks: [{ component: 'certificate', look: 'check-certificate', player: 'Kim', sinceMs: 0, endsMs: 2000 }] }));
  expect(lookAt(world, 'certificate', 'check-certificate')?.player).toBe('Kim');
  world.apply(frame({ tick: 3, previous: 2, looks: [], findings: [finding] }));
  world.apply(frame({ tick: 4, previous: 3 }));
  expect(lookAt(world, 'certificate', 'check-certificate')).toBeNull();
  expect(expiryText('certificate', world)).toBe('05:00');
  world.apply(frame({ tick: 5, previous: 4, findings: [{ ...finding, player: 'Lee' }] }));
  expect(findingOf(world, 'certificate', 'check-certificate')?.player).toBe('Lee');
});

test('another team sees nothing of it', () => {
  const world = new World();
  world.apply(frame({ full: true, tick: 1, findings: [finding] }));
  world.apply(frame({ full: true, team: 'other', tick: 1 }));
  expect(findingOf(world, 'certificate', 'check-certificate')).toBeNull();
});

test('points in time', () => {
  expect([pointInTime(90_000), pointInTime(90 * 86_400_000), pointInTime(-90 * 86_400_000)]).toEqual(['01:30', '+90 d', '−90 d']);
});
