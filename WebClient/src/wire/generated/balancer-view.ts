// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { ForwardingView } from './forwarding-view';
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
  /** Most requests at one target at a time; 0: no limit. */
  readonly connectionLimit: number;
  /** Outstanding requests at which it begins to shed the least important classes; 0: never. */
  readonly shed: number;
  /** Sources whose requests it turns away at once. */
  readonly blocked: readonly string[];
  /** Id of the one it serves; empty: none. */
  readonly certificate: string;
  readonly forwarding: ForwardingView;
  readonly whenNoneHealthy: 'fail-open' | 'refuse';
  /** It fails open while a smaller share of its targets is healthy, 0–1. */
  readonly panic: number;
  /** Requests it retried. */
  readonly retriesPerSecond: number;
  /** Time until it learns that a server is not ready or is stopping; −1: it never does. */
  readonly endpointLagMs: number;
}

export const BalancerView: Shape<BalancerView> = {
  id: 'text',
  algorithm: { oneOf: ['round-robin', 'least-outstanding', 'random', 'two-choices'] },
  failOpen: 'flag',
  check: HealthCheckView,
  drainSeconds: { parts: 1000 },
  requestsPerSecond: { parts: 10 },
  errorsPerSecond: { parts: 10 },
  latency: LatencyView,
  targets: [TargetView],
  rateLimit: 'number',
  downUntilMs: { parts: 10 },
  tls: { orNull: TlsView },
  tier: { oneOf: ['outer', 'inner'] },
  queue: 'number',
  slowStartSeconds: { parts: 1000 },
  connectionLimit: 'number',
  shed: 'number',
  blocked: ['text'],
  certificate: 'text',
  forwarding: ForwardingView,
  whenNoneHealthy: { oneOf: ['fail-open', 'refuse'] },
  panic: { parts: 1000 },
  retriesPerSecond: { parts: 10 },
  endpointLagMs: { parts: 10 },
};
