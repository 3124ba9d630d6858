// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/** A line. Status: as HTTP has it (499: the user had left). */
export interface AccessLineView {
  readonly timeMs: number;
  readonly source: string;
  readonly class: string;
  readonly write: boolean;
  readonly status: number;
  readonly outcome: 'ok' | 'timeout' | 'refused' | 'unreachable' | 'queue-full' | 'no-target' | 'error' | 'cut' |
      'db-connections' | 'pool-timeout' | 'lock-timeout' | 'deadlock' | 'statement-timeout' | 'session-killed' | 'stale' |
      'corrupt' | 'disk-full' | 'rate-limited' | 'queue-timeout' | 'load-shed' | 'circuit-open' | 'certificate' | 'blocked' |
      'shed' | 'backlog-full' | 'dead-letter' | 'purged' | 'done-twice' | 'response-timeout' | 'connection-closed' |
      'bulkhead-full' | 'pooler-timeout' | 'connections-full';
  readonly tookMs: number;
  /** A server, or a port of the same one; empty: nobody worked on it. */
  readonly upstream: string;
  readonly version: string;
}

export const AccessLineView: Shape<AccessLineView> = {
  timeMs: { parts: 10 },
  source: 'text',
  class: 'text',
  write: 'flag',
  status: 'number',
  outcome: { oneOf: ['ok', 'timeout', 'refused', 'unreachable', 'queue-full', 'no-target', 'error', 'cut', 'db-connections',
      'pool-timeout', 'lock-timeout', 'deadlock', 'statement-timeout', 'session-killed', 'stale', 'corrupt', 'disk-full',
      'rate-limited', 'queue-timeout', 'load-shed', 'circuit-open', 'certificate', 'blocked', 'shed', 'backlog-full',
      'dead-letter', 'purged', 'done-twice', 'response-timeout', 'connection-closed', 'bulkhead-full', 'pooler-timeout',
      'connections-full'] },
  tookMs: { parts: 10 },
  upstream: 'text',
  version: 'text',
};
