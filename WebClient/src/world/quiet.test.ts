import { expect, test } from 'vitest';
import { role, server } from './frames.fixture';
import { Quiet } from './quiet';

const latency = { p50: 0, p95: 0, p99: 0 };
const answers = { p50: 20, p95: 40, p99: 60 };
const web = (busy: number[], of = latency) => ({
  ...server('web-1', 'rack-1', 0),
  roles: [{ ...role('app'), busy, latency: of }],
});

test('a role is quiet from the moment it holds requests and answers none', () => {
  const quiet = new Quiet();
  quiet.take([web([1, 0], answers)], 1000);
  expect(quiet.since('web-1', 'app')).toBeNull();
  quiet.take([web([2, 2])], 2000);
  quiet.take([web([8, 8])], 42_000);
  expect(quiet.since('web-1', 'app')).toBe(2000);
  quiet.take([web([8, 7], answers)], 43_000);
  expect(quiet.since('web-1', 'app')).toBeNull();
});

test('a role with nothing to do is not quiet', () => {
  const quiet = new Quiet();
  quiet.take([web([0, 0])], 1000);
  quiet.take([web([0, 0])], 9000);
  expect(quiet.since('web-1', 'app')).toBeNull();
});
