// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { HopView } from './hop-view';

/** A request's way as it really went, sampled evenly by request number. Outcome open: still under way. */
export interface TraceView {
  /** Class and number, e.g. browse-1204; attempts after the first end in #2, #3. */
  readonly id: string;
  readonly class: string;
  /** Simulated time of sending. */
  readonly startMs: number;
  readonly totalMs: number;
  readonly outcome: 'ok' | 'late' | 'open' | 'timeout' | 'refused' | 'unreachable' | 'queue-full' | 'no-target' | 'error' |
      'cut' | 'db-connections' | 'pool-timeout' | 'lock-timeout' | 'deadlock' | 'statement-timeout' | 'session-killed' | 'stale' |
      'corrupt' | 'disk-full' | 'rate-limited' | 'queue-timeout' | 'load-shed' | 'circuit-open' | 'certificate' | 'blocked' |
      'shed' | 'backlog-full' | 'dead-letter' | 'purged' | 'done-twice' | 'response-timeout' | 'connection-closed' |
      'bulkhead-full' | 'pooler-timeout' | 'connections-full';
  readonly hops: readonly HopView[];
}

export const TraceView: Shape<TraceView> = {
  id: 'text',
  class: 'text',
  startMs: 'number',
  totalMs: 'number',
  outcome: { oneOf: ['ok', 'late', 'open', 'timeout', 'refused', 'unreachable', 'queue-full', 'no-target', 'error', 'cut',
      'db-connections', 'pool-timeout', 'lock-timeout', 'deadlock', 'statement-timeout', 'session-killed', 'stale', 'corrupt',
      'disk-full', 'rate-limited', 'queue-timeout', 'load-shed', 'circuit-open', 'certificate', 'blocked', 'shed', 'backlog-full',
      'dead-letter', 'purged', 'done-twice', 'response-timeout', 'connection-closed', 'bulkhead-full', 'pooler-timeout',
      'connections-full'] },
  hops: [HopView],
};
