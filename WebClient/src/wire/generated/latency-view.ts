// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/** Latency percentiles in milliseconds over the last second; 0 when nothing was answered. */
export interface LatencyView {
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

export const LatencyView: Shape<LatencyView> = {
  p50: { parts: 10, figures: 2 },
  p95: { parts: 10, figures: 2 },
  p99: { parts: 10, figures: 2 },
};
