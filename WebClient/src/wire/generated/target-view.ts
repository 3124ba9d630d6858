// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/** A server as a balancer sees it. State: while it is attached, its health. */
export interface TargetView {
  readonly server: string;
  readonly state: 'initial' | 'healthy' | 'unhealthy' | 'draining' | 'detached';
  readonly outstanding: number;
  readonly requestsPerSecond: number;
  readonly lastProbe: 'none' | 'ok' | 'failed' | 'timeout';
  /** How long it took. */
  readonly lastProbeMs: number;
  /** Simulated time; 0: it does not drain. */
  readonly drainEndsMs: number;
  readonly weight: number;
  /** False: as far as the balancer has heard, it says itself that it is not ready, and gets nothing. */
  readonly ready: boolean;
}

export const TargetView: Shape<TargetView> = {
  server: 'text',
  state: { oneOf: ['initial', 'healthy', 'unhealthy', 'draining', 'detached'] },
  outstanding: 'number',
  requestsPerSecond: 'number',
  lastProbe: { oneOf: ['none', 'ok', 'failed', 'timeout'] },
  lastProbeMs: 'number',
  drainEndsMs: 'number',
  weight: 'number',
  ready: 'flag',
};
