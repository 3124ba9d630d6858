// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { HealthCheckView } from './health-check-view';
import { LatencyView } from './latency-view';
import { TargetView } from './target-view';
import { TlsView } from './tls-view';

/** A load balancer. */
export interface BalancerView {
  readonly id: string;
  readonly algorithm: 'round-robin' | 'least-outstanding' | 'random' | 'two-choices';
  readonly failOpen: boolean;
  readonly check: HealthCheckView;
  readonly drainSeconds: number;
  readonly requestsPerSecond: number;
  readonly errorsPerSecond: number;
  readonly latency: LatencyView;
  readonly targets: readonly TargetView[];
  /** Requests a second it lets through; 0: all. */
  readonly rateLimit: number;
  /** Simulated time at which its process is back; 0: it runs. */
  readonly downUntilMs: number;
  /** Null where users' TLS does not end at it. */
  readonly tls: TlsView | null;
  /** outer: before whole servers; inner: between web and application servers. */
  readonly tier: 'outer' | 'inner';
  /** Requests that wait for a target with room. */
  readonly queue: number;
  readonly slowStartSeconds: number;
  /** Requests a target may have; 0: any number. */
  readonly connectionLimit: number;
  /** Requests inside from which on the least important classes are shed; 0: never. */
  readonly shed: number;
  /** Sources whose requests it turns away at once. */
  readonly blocked: readonly string[];
  /** Id of the one it serves; empty: none. */
  readonly certificate: string;
  /** Until it hears that a server is not ready, or stops; −1: it never does. */
  readonly endpointLagMs: number;
}

export const BalancerView: Shape<BalancerView> = {
  id: 'text',
  algorithm: { oneOf: ['round-robin', 'least-outstanding', 'random', 'two-choices'] },
  failOpen: 'flag',
  check: HealthCheckView,
  drainSeconds: 'number',
  requestsPerSecond: 'number',
  errorsPerSecond: 'number',
  latency: LatencyView,
  targets: [TargetView],
  rateLimit: 'number',
  downUntilMs: 'number',
  tls: { orNull: TlsView },
  tier: { oneOf: ['outer', 'inner'] },
  queue: 'number',
  slowStartSeconds: 'number',
  connectionLimit: 'number',
  shed: 'number',
  blocked: ['text'],
  certificate: 'text',
  endpointLagMs: 'number',
};
