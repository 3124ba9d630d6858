// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/** A server as a balancer sees it. State: while it is attached, its health, or ejected for its failures. */
export interface TargetView {
  readonly server: string;
  readonly state: 'initial' | 'healthy' | 'unhealthy' | 'draining' | 'detached' | 'ejected';
  readonly outstanding: number;
  readonly requestsPerSecond: number;
  readonly lastProbe: 'none' | 'ok' | 'failed' | 'timeout';
  /** How long it took. */
  readonly lastProbeMs: number;
  /** Simulated time of the next one; 0: there is none. */
  readonly nextProbeMs: number;
  /** Simulated time; 0: it does not drain. */
  readonly drainEndsMs: number;
  readonly weight: number;
  /** Of the requests sent to it, those that failed there. */
  readonly failuresPerSecond: number;
  /** Simulated time at which it gets requests again; 0: it is not ejected. */
  readonly ejectedUntilMs: number;
  /** False: as far as the balancer has heard, it says itself that it is not ready, and gets nothing. */
  readonly ready: boolean;
  /** Browsers whose cookie names it. */
  readonly sessions: number;
  /** Long-lived ones that lead to it. */
  readonly connections: number;
}

export const TargetView: Shape<TargetView> = {
  server: 'text',
  state: { oneOf: ['initial', 'healthy', 'unhealthy', 'draining', 'detached', 'ejected'] },
  outstanding: 'number',
  requestsPerSecond: { parts: 10 },
  lastProbe: { oneOf: ['none', 'ok', 'failed', 'timeout'] },
  lastProbeMs: { parts: 10 },
  nextProbeMs: { parts: 10 },
  drainEndsMs: { parts: 10 },
  weight: 'number',
  failuresPerSecond: { parts: 10 },
  ejectedUntilMs: { parts: 10 },
  ready: 'flag',
  sessions: 'number',
  connections: 'number',
};
