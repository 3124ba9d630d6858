// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { Text } from './text';

/** One of the failures a root cause is named from. */
export interface FailureCard {
  readonly id: 'retry-storm' | 'hung-backend' | 'black-hole' | 'cascading-ejection' | 'shallow-check' | 'deep-check' |
      'thread-exhaustion' | 'connections-exhausted' | 'lock-convoy' | 'long-transaction' | 'deadlocks' | 'cache-stampede' |
      'cold-cache' | 'slow-scaling' | 'scaling-oscillation' | 'too-many-detached' | 'killed-without-draining' | 'bad-release' |
      'reload-pile-up' | 'reconnect-storm' | 'rack-lost' | 'certificate-expired' | 'firewall-closed' | 'memory-leak' |
      'disk-full' | 'hidden-backlog' | 'visibility-too-short' | 'poison-message' | 'backlog-outlives-its-cause' |
      'workers-drown-database' | 'redrive-storm' | 'lock-queue' | 'pool-deadlock' | 'old-address' | 'old-pages';
  readonly title: Text;
  readonly what: Text;
}

export const FailureCard: Shape<FailureCard> = {
  id: { oneOf: ['retry-storm', 'hung-backend', 'black-hole', 'cascading-ejection', 'shallow-check', 'deep-check',
      'thread-exhaustion', 'connections-exhausted', 'lock-convoy', 'long-transaction', 'deadlocks', 'cache-stampede',
      'cold-cache', 'slow-scaling', 'scaling-oscillation', 'too-many-detached', 'killed-without-draining', 'bad-release',
      'reload-pile-up', 'reconnect-storm', 'rack-lost', 'certificate-expired', 'firewall-closed', 'memory-leak', 'disk-full',
      'hidden-backlog', 'visibility-too-short', 'poison-message', 'backlog-outlives-its-cause', 'workers-drown-database',
      'redrive-storm', 'lock-queue', 'pool-deadlock', 'old-address', 'old-pages'] },
  title: Text,
  what: Text,
};
