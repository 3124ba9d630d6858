// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { LatencyView } from './latency-view';

/** A node of a database. IdleConnections: of pools, among Connections. */
export interface DatabaseNodeView {
  readonly server: string;
  readonly up: boolean;
  readonly connections: number;
  readonly idleConnections: number;
  readonly slots: number;
  readonly busySlots: number;
  readonly slotQueue: number;
  /** Keys in its buffer: what it reads without its disk. */
  readonly warmKeys: number;
  readonly requestsPerSecond: number;
  readonly errorsPerSecond: number;
  readonly latency: LatencyView;
  /** A new replica that does not answer yet; CopiedMs: simulated time at which it has all data, 0: it waits to begin. */
  readonly copying: boolean;
  readonly copiedMs: number;
}

export const DatabaseNodeView: Shape<DatabaseNodeView> = {
  server: 'text',
  up: 'flag',
  connections: 'number',
  idleConnections: 'number',
  slots: 'number',
  busySlots: 'number',
  slotQueue: 'number',
  warmKeys: 'number',
  requestsPerSecond: { parts: 10 },
  errorsPerSecond: { parts: 10 },
  latency: LatencyView,
  copying: 'flag',
  copiedMs: { parts: 10 },
};
