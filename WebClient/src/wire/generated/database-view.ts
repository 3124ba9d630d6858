// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { DatabaseNodeView } from './database-node-view';
import { LatencyView } from './latency-view';
import { PoolerView } from './pooler-view';

/**
 * A database: what its primary does, its limits, and all its nodes. MaxConnections holds for each node, Slots for the primary.
 */
export interface DatabaseView {
  readonly id: string;
  /** The primary's. */
  readonly server: string;
  readonly connections: number;
  readonly maxConnections: number;
  readonly slots: number;
  readonly busySlots: number;
  readonly slotQueue: number;
  /** Requests waiting for a row lock. */
  readonly lockWaiters: number;
  readonly requestsPerSecond: number;
  readonly errorsPerSecond: number;
  readonly latency: LatencyView;
  readonly deadlocksPerSecond: number;
  /** Connections an application process keeps; 0: every call opens its own. */
  readonly poolSize: number;
  /** 0: never; likewise StatementTimeoutSeconds and PoolTimeoutSeconds. */
  readonly lockTimeoutSeconds: number;
  readonly statementTimeoutSeconds: number;
  readonly poolTimeoutSeconds: number;
  /** Replication lag: how long after its commit a write reaches the replicas. */
  readonly lagMs: number;
  /** The replica that becomes primary at PromotesMs; empty: none. */
  readonly promoting: string;
  readonly promotesMs: number;
  /** Some reads go to the replicas, in turn. */
  readonly replicaReads: boolean;
  /** Committed transactions no replica has yet. */
  readonly unreplicatedWrites: number;
  /** What the ALTER of a table does; none: there is none. TableWaiters: requests that wait behind it. */
  readonly alter: 'none' | 'waiting' | 'working' | 'resting';
  readonly tableWaiters: number;
  readonly pooler: PoolerView | null;
  readonly nodes: readonly DatabaseNodeView[];
}

export const DatabaseView: Shape<DatabaseView> = {
  id: 'text',
  server: 'text',
  connections: 'number',
  maxConnections: 'number',
  slots: 'number',
  busySlots: 'number',
  slotQueue: 'number',
  lockWaiters: 'number',
  requestsPerSecond: { parts: 10 },
  errorsPerSecond: { parts: 10 },
  latency: LatencyView,
  deadlocksPerSecond: { parts: 10 },
  poolSize: 'number',
  lockTimeoutSeconds: { parts: 1000 },
  statementTimeoutSeconds: { parts: 1000 },
  poolTimeoutSeconds: { parts: 1000 },
  lagMs: { parts: 10 },
  promoting: 'text',
  promotesMs: { parts: 10 },
  replicaReads: 'flag',
  unreplicatedWrites: 'number',
  alter: { oneOf: ['none', 'waiting', 'working', 'resting'] },
  tableWaiters: 'number',
  pooler: { orNull: PoolerView },
  nodes: [DatabaseNodeView],
};
