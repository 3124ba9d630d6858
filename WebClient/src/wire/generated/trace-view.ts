// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { HopView } from './hop-view';

/** A request's way as it really went, sampled evenly by request number. Outcome open: still under way. */
export interface TraceView {
  readonly class: string;
  /** Of the request among its class's; Attempt: from 1. */
  readonly number: number;
  readonly attempt: number;
  /** Simulated time of sending. */
  readonly startMs: number;
  readonly totalMs: number;
  readonly outcome: 'ok' | 'late' | 'open' | 'timeout' | 'refused' | 'unreachable' | 'queue-full' | 'no-target' | 'error' |
      'cut' | 'db-connections' | 'pool-timeout' | 'lock-timeout' | 'deadlock' | 'statement-timeout' | 'session-killed' | 'stale' |
      'corrupt' | 'disk-full' | 'rate-limited' | 'queue-timeout' | 'load-shed' | 'circuit-open' | 'certificate' | 'blocked' |
      'shed' | 'backlog-full' | 'dead-letter' | 'purged' | 'done-twice' | 'response-timeout' | 'connection-closed' |
      'bulkhead-full' | 'pooler-timeout' | 'connections-full';
  readonly hops: readonly HopView[];
  /** How many sampled requests it stands for. */
  readonly count: number;
}

export const TraceView: Shape<TraceView> = {
  class: 'text',
  number: 'number',
  attempt: 'number',
  startMs: { parts: 10 },
  totalMs: { parts: 10 },
  outcome: { oneOf: ['ok', 'late', 'open', 'timeout', 'refused', 'unreachable', 'queue-full', 'no-target', 'error', 'cut',
      'db-connections', 'pool-timeout', 'lock-timeout', 'deadlock', 'statement-timeout', 'session-killed', 'stale', 'corrupt',
      'disk-full', 'rate-limited', 'queue-timeout', 'load-shed', 'circuit-open', 'certificate', 'blocked', 'shed', 'backlog-full',
      'dead-letter', 'purged', 'done-twice', 'response-timeout', 'connection-closed', 'bulkhead-full', 'pooler-timeout',
      'connections-full'] },
  hops: [HopView],
  count: 'number',
};
