// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/**
 * Something that was really wrong with a component: from when until when it was there, whoever cured it. Points: of the service
 * part, lost at it; what was lost elsewhere meanwhile is the latest one's.
 */
export interface CauseLoss {
  readonly failure: 'retry-storm' | 'hung-backend' | 'black-hole' | 'cascading-ejection' | 'shallow-check' | 'deep-check' |
      'thread-exhaustion' | 'connections-exhausted' | 'lock-convoy' | 'long-transaction' | 'deadlocks' | 'cache-stampede' |
      'cold-cache' | 'slow-scaling' | 'scaling-oscillation' | 'too-many-detached' | 'killed-without-draining' | 'bad-release' |
      'reload-pile-up' | 'reconnect-storm' | 'rack-lost' | 'certificate-expired' | 'firewall-closed' | 'memory-leak' |
      'disk-full' | 'hidden-backlog' | 'visibility-too-short' | 'poison-message' | 'backlog-outlives-its-cause' |
      'workers-drown-database' | 'redrive-storm' | 'lock-queue' | 'pool-deadlock' | 'old-address' | 'old-pages';
  readonly component: string;
  readonly fromMs: number;
  readonly untilMs: number;
  readonly points: number;
}

export const CauseLoss: Shape<CauseLoss> = {
  failure: { oneOf: ['retry-storm', 'hung-backend', 'black-hole', 'cascading-ejection', 'shallow-check', 'deep-check',
      'thread-exhaustion', 'connections-exhausted', 'lock-convoy', 'long-transaction', 'deadlocks', 'cache-stampede',
      'cold-cache', 'slow-scaling', 'scaling-oscillation', 'too-many-detached', 'killed-without-draining', 'bad-release',
      'reload-pile-up', 'reconnect-storm', 'rack-lost', 'certificate-expired', 'firewall-closed', 'memory-leak', 'disk-full',
      'hidden-backlog', 'visibility-too-short', 'poison-message', 'backlog-outlives-its-cause', 'workers-drown-database',
      'redrive-storm', 'lock-queue', 'pool-deadlock', 'old-address', 'old-pages'] },
  component: 'text',
  fromMs: { parts: 10 },
  untilMs: { parts: 10 },
  points: 'number',
};
