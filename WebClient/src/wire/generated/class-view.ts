// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';
import { LatencyView } from './latency-view';

/** One request class in the last second of simulated time. Without: its features that are switched off. */
export interface ClassView {
  readonly id: string;
  readonly offeredPerSecond: number;
  readonly answeredPerSecond: number;
  readonly failedPerSecond: number;
  readonly latency: LatencyView;
  readonly without: readonly string[];
  readonly bulkheads: readonly string[];
}

export const ClassView: Shape<ClassView> = {
  id: 'text',
  offeredPerSecond: { parts: 10 },
  answeredPerSecond: { parts: 10 },
  failedPerSecond: { parts: 10 },
  latency: LatencyView,
  without: ['text'],
  bulkheads: ['text'],
};
