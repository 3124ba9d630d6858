// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/** Latency percentiles in milliseconds over the last second; 0 when nothing was answered. */
export interface LatencyView {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

export const LatencyView: Shape<LatencyView> = {
  p50: 'number',
  p95: 'number',
  p99: 'number',
};
