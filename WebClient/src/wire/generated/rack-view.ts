// Written by the server's build from its records (schema --wire). To change it, change the record.
import type { Shape } from '../shape';

/** A rack. */
export interface RackView {
  readonly id: string;
  readonly units: number;
  readonly condition: 'on' | 'no-power' | 'no-uplink';
  /** Its power feeds; one that works is enough. */
  readonly feeds: readonly ('a' | 'b')[];
  /** Those of them that have failed. */
  readonly darkFeeds: readonly ('a' | 'b')[];
  /** Busiest direction of its uplink in the last second, 0–1. */
  readonly uplink: number;
  /** The longer mean wait for it. */
  readonly uplinkWaitMs: number;
}

export const RackView: Shape<RackView> = {
  id: 'text',
  units: 'number',
  condition: { oneOf: ['on', 'no-power', 'no-uplink'] },
  feeds: [{ oneOf: ['a', 'b'] }],
  darkFeeds: [{ oneOf: ['a', 'b'] }],
  uplink: { parts: 100 },
  uplinkWaitMs: { parts: 10 },
};
