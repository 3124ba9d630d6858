// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/**
 * One stay: entered, work began, left; milliseconds since the trace's start. Role is null at a balancer or cache. A stay covers
 * the calls it makes further down, so hops nest by time. PausedMs: what it waited after its work began, for a lock, a connection,
 * its process. Note: hit or miss (cache), else null or a failure cause.
 */
export interface HopView {
  readonly at: string;
  readonly role: 'web' | 'app' | 'db' | 'worker' | null;
  readonly inMs: number;
  readonly workMs: number;
  readonly outMs: number;
  readonly pausedMs: number;
  readonly note: 'hit' | 'miss' | 'timeout' | 'refused' | 'unreachable' | 'queue-full' | 'no-target' | 'error' | 'cut' |
      'db-connections' | 'pool-timeout' | 'lock-timeout' | 'deadlock' | 'statement-timeout' | 'session-killed' | 'stale' |
      'corrupt' | 'disk-full' | 'rate-limited' | 'queue-timeout' | 'load-shed' | 'circuit-open' | 'certificate' | 'blocked' |
      'shed' | 'backlog-full' | 'dead-letter' | 'purged' | 'done-twice' | 'response-timeout' | 'connection-closed' |
      'bulkhead-full' | 'pooler-timeout' | 'connections-full' | null;
}

export const HopView: Shape<HopView> = {
  at: 'text',
  role: { orNull: { oneOf: ['web', 'app', 'db', 'worker'] } },
  inMs: { parts: 5 },
  workMs: { parts: 5 },
  outMs: { parts: 5 },
  pausedMs: { parts: 5 },
  note: { orNull: { oneOf: ['hit', 'miss', 'timeout', 'refused', 'unreachable', 'queue-full', 'no-target', 'error', 'cut',
      'db-connections', 'pool-timeout', 'lock-timeout', 'deadlock', 'statement-timeout', 'session-killed', 'stale', 'corrupt',
      'disk-full', 'rate-limited', 'queue-timeout', 'load-shed', 'circuit-open', 'certificate', 'blocked', 'shed', 'backlog-full',
      'dead-letter', 'purged', 'done-twice', 'response-timeout', 'connection-closed', 'bulkhead-full', 'pooler-timeout',
      'connections-full'] } },
};
