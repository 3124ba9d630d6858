// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/** What somebody named as the root cause. Verdict: open until the incident is closed, then right, wrong or unknown. */
export interface NamedCauseView {
  readonly failure: 'retry-storm' | 'hung-backend' | 'black-hole' | 'cascading-ejection' | 'shallow-check' | 'deep-check' |
      'thread-exhaustion' | 'connections-exhausted' | 'lock-convoy' | 'long-transaction' | 'deadlocks' | 'cache-stampede' |
      'cold-cache' | 'slow-scaling' | 'scaling-oscillation' | 'too-many-detached' | 'killed-without-draining' | 'bad-release' |
      'reload-pile-up' | 'reconnect-storm' | 'rack-lost' | 'certificate-expired' | 'firewall-closed' | 'memory-leak' |
      'disk-full' | 'hidden-backlog' | 'visibility-too-short' | 'poison-message' | 'backlog-outlives-its-cause' |
      'workers-drown-database' | 'redrive-storm' | 'lock-queue' | 'pool-deadlock' | 'old-address' | 'old-pages';
  readonly component: string;
  readonly player: string;
  readonly timeMs: number;
  readonly verdict: 'open' | 'right' | 'wrong' | 'unknown';
}

export const NamedCauseView: Shape<NamedCauseView> = {
  failure: { oneOf: ['retry-storm', 'hung-backend', 'black-hole', 'cascading-ejection', 'shallow-check', 'deep-check',
      'thread-exhaustion', 'connections-exhausted', 'lock-convoy', 'long-transaction', 'deadlocks', 'cache-stampede',
      'cold-cache', 'slow-scaling', 'scaling-oscillation', 'too-many-detached', 'killed-without-draining', 'bad-release',
      'reload-pile-up', 'reconnect-storm', 'rack-lost', 'certificate-expired', 'firewall-closed', 'memory-leak', 'disk-full',
      'hidden-backlog', 'visibility-too-short', 'poison-message', 'backlog-outlives-its-cause', 'workers-drown-database',
      'redrive-storm', 'lock-queue', 'pool-deadlock', 'old-address', 'old-pages'] },
  component: 'text',
  player: 'text',
  timeMs: { parts: 10 },
  verdict: { oneOf: ['open', 'right', 'wrong', 'unknown'] },
};
