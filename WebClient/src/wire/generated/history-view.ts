// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { EventView } from './event-view';

/** A component's recent past, one point a simulated second, newest last (at most 600). Charts of the inspector start from it. */
export interface HistoryView {
  readonly component: string;
  readonly timesMs: readonly number[];
  /**
   * Name → values, aligned with TimesMs: requests, errors, p50, p95, p99, cpu, memory, busy, queue, hitRatio, connections,
   * lockWaiters …
   */
  readonly series: Readonly<Record<string, readonly number[]>>;
  /** Its own log, newest last (at most 100). */
  readonly log: readonly EventView[];
}

export const HistoryView: Shape<HistoryView> = {
  component: 'text',
  timesMs: [{ parts: 10 }],
  series: { each: ['number'] },
  log: [EventView],
};
