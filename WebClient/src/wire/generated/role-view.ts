// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { LatencyView } from './latency-view';

/** A role on a server. */
export interface RoleView {
  readonly role: 'web' | 'app' | 'db' | 'worker';
  readonly processes: number;
  readonly threads: number;
  /** One entry a process: its threads that hold a request. */
  readonly busy: readonly number[];
  readonly queue: number;
  readonly queueLimit: number;
  readonly requestsPerSecond: number;
  readonly errorsPerSecond: number;
  readonly latency: LatencyView;
  /** Whether each process runs. */
  readonly up: readonly boolean[];
  /** A process that takes more is killed; 0: no limit. */
  readonly limitMiB: number;
  /** Around its calls; null: none. */
  readonly breaker: 'closed' | 'open' | 'half-open' | null;
  /** How many times as long its work takes while its processes warm up; 1: they are warm. */
  readonly cold: number;
  /** How its requests share its cores. */
  readonly discipline: 'sliced' | 'run-to-completion';
  /** What it does when the user has gone. */
  readonly onClientAbort: 'work-on' | 'stop' | 'skip';
  /** Long-lived connections each process holds at most; 0: no limit. */
  readonly connectionLimit: number;
  /** One entry a process: its threads that wait for its mutex, which one of the others holds; empty: none does. */
  readonly locked: readonly number[];
}

export const RoleView: Shape<RoleView> = {
  role: { oneOf: ['web', 'app', 'db', 'worker'] },
  processes: 'number',
  threads: 'number',
  busy: ['number'],
  queue: 'number',
  queueLimit: 'number',
  requestsPerSecond: { parts: 10 },
  errorsPerSecond: { parts: 10 },
  latency: LatencyView,
  up: ['flag'],
  limitMiB: 'number',
  breaker: { orNull: { oneOf: ['closed', 'open', 'half-open'] } },
  cold: { parts: 10 },
  discipline: { oneOf: ['sliced', 'run-to-completion'] },
  onClientAbort: { oneOf: ['work-on', 'stop', 'skip'] },
  connectionLimit: 'number',
  locked: ['number'],
};
